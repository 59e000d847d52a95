package vn.gov.hanoi.selection.eligibility;

import java.util.List;
import java.util.UUID;

/**
 * A check found something else than the one before.
 *
 * @param number of the newer check
 * @param conditions codes of the conditions that came to something else
 */
record EligibilityChanged(UUID applicationId, UUID roundId, UUID vacancyId, int number, List<String> conditions) {}
