package vn.gov.hanoi.evaluation.monthly;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Told in the transaction in which a corrected result takes the place of a told one, after it has.
 *
 * @param before id of the sheet that was told
 * @param after id of the sheet that stands in its place
 * @param month first day of the period
 * @param revision number of the sheet that stands now
 */
public record ResultReplaced(UUID before, UUID after, LocalDate month, int revision) {}
