package vn.gov.hanoi.evaluation.similartask;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Validity;

/**
 * Units with similar tasks.
 *
 * @param unitIds rating units, at least two, in the order of their ids
 * @param validity closed on its first day it was never in force
 */
record SimilarTaskGroup(
        UUID id, String name, List<UUID> unitIds, Validity validity, Decision decision, long rowVersion) {
    SimilarTaskGroup {
        unitIds = unitIds.stream().sorted().toList();
    }

    SimilarTaskGroup closedOn(LocalDate day) {
        return new SimilarTaskGroup(id, name, unitIds, new Validity(validity.from(), day), decision, rowVersion + 1);
    }
}
