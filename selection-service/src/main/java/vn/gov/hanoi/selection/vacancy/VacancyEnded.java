package vn.gov.hanoi.selection.vacancy;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What is announced no longer.
 *
 * @param version version of the vacancy after the end
 * @param reason SUSPENDED or CANCELLED
 * @param endedOn day in Hanoi
 */
record VacancyEnded(UUID id, long version, UUID unitId, String reason, LocalDate endedOn) {}
