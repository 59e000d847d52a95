package vn.gov.hanoi.evaluation.unittask;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.ruleset.CanonicalJson;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.kernel.problem.Refusal;

/**
 * The result of a unit in a period (kết quả thực hiện nhiệm vụ của đơn vị).
 *
 * @param revision from 1; a correction is the next
 * @param supersedes the revision before; null of the first
 * @param superseded whether a later revision stands in its place
 * @param ruling what was decided; null as long as it is open
 * @param version of the record, from 1
 */
record UnitResult(
        UUID id,
        UUID unitId,
        Period period,
        int revision,
        @Nullable UUID supersedes,
        boolean superseded,
        @Nullable Ruled ruling,
        long version) {

    enum Act {
        DECIDE,
        CORRECT
    }

    /**
     * What an authority decided.
     *
     * @param basis canonical JSON of what it rests on
     * @param suggested by the rules; null if they had nothing to say
     */
    record Ruled(
            Grade level,
            @Nullable Grade suggested,
            String basis,
            String by,
            TaskGuard.Right right,
            Instant at,
            String reason,
            Decision decision) {
        /** SHA-256 of the basis. */
        String digest() {
            return CanonicalJson.sha256(basis);
        }
    }

    /**
     * What a decision rests on.
     *
     * @param day until which was counted
     * @param tasks each task that counts, with its version
     */
    record Basis(
            UUID unitId,
            String period,
            LocalDate day,
            TaskCounts counts,
            String rules,
            int rulesVersion,
            List<Mark> tasks) {}

    /** A task as it was counted. */
    record Mark(UUID id, int version) {}

    static UnitResult open(UUID id, UUID unitId, Period period) {
        return new UnitResult(id, unitId, period, 1, null, false, null, 1);
    }

    /** What the state says against an act. Refusals: unit-result.decided, unit-result.not-decided, unit-result.superseded. */
    List<Refusal> refusals(Act act) {
        if (superseded) {
            return List.of(Refusal.of(EvaluationProblem.RESULT_SUPERSEDED));
        }
        boolean decided = ruling != null;
        return switch (act) {
            case DECIDE -> decided ? List.of(Refusal.of(EvaluationProblem.RESULT_DECIDED)) : List.of();
            case CORRECT -> decided ? List.of() : List.of(Refusal.of(EvaluationProblem.RESULT_NOT_DECIDED));
        };
    }

    UnitResult decided(Ruled ruled) {
        return new UnitResult(id, unitId, period, revision, supersedes, false, ruled, version + 1);
    }

    /** The revision that takes the place of this one. */
    UnitResult corrected(UUID nextId, Ruled ruled) {
        return new UnitResult(nextId, unitId, period, revision + 1, id, false, ruled, 1);
    }
}
