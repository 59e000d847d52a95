package vn.gov.hanoi.evaluation.advisory;

import java.time.LocalDate;
import java.util.UUID;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Validity;

/**
 * A line along which advice is given.
 *
 * @param channel code of the holder in the evaluator matrices of rule sets
 * @param adviserUnitId whose head advises
 * @param advisedUnitId on whose head
 * @param validity closed on its first day it was never in force
 */
record AdvisoryLine(
        UUID id,
        String channel,
        UUID adviserUnitId,
        UUID advisedUnitId,
        Validity validity,
        Decision decision,
        long rowVersion) {
    AdvisoryLine closedOn(LocalDate day) {
        return new AdvisoryLine(
                id,
                channel,
                adviserUnitId,
                advisedUnitId,
                new Validity(validity.from(), day),
                decision,
                rowVersion + 1);
    }
}
