package vn.gov.hanoi.evaluation.objection;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.authority.Ground;
import vn.gov.hanoi.evaluation.authority.Ruling;
import vn.gov.hanoi.evaluation.monthly.ContestedResults.Bench;
import vn.gov.hanoi.evaluation.monthly.ContestedResults.Raters;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.ProblemCode;
import vn.gov.hanoi.kernel.problem.Refusal;

/**
 * What somebody has to do with an objection on a day.
 *
 * @param officerId null if no officer of the directory
 * @param self whether he or she is the one who objects
 * @param competent whether the authority of the day lets resolve objections in the agency, be it this one or not
 * @param resolver whether he or she may resolve it
 */
record Party(@Nullable UUID officerId, boolean self, boolean competent, Ruling resolver) {
    static final Party NONE = new Party(null, false, false, blocked(EvaluationProblem.AUTHORITY_MISSING));

    static Party self(UUID officerId) {
        return new Party(officerId, true, false, blocked(KernelProblem.OWN_ACT));
    }

    /**
     * Somebody else than the one who objects. The rule set says on which level it is resolved; whoever had a hand in the result does not
     * resolve, and no deputy for any of them.
     *
     * @param subject of the token: the same natural person with another officer stays the same
     */
    static Party other(UUID officerId, String subject, Ruling authority, Bench bench) {
        if (!authority.allowed()) {
            return new Party(officerId, false, false, authority);
        }
        var onLevel = authority.grounds().stream()
                .filter(ground -> bench.seats(ground.headship().unitId()))
                .toList();
        return new Party(
                officerId,
                false,
                true,
                onLevel.isEmpty()
                        ? blocked(EvaluationProblem.AUTHORITY_MISSING)
                        : withoutHands(officerId, subject, onLevel, bench.raters()));
    }

    private static Ruling withoutHands(UUID officerId, String subject, List<Ground> grounds, Raters raters) {
        var free = grounds.stream()
                .filter(ground -> ground.people().stream().noneMatch(raters.officers()::contains))
                .toList();
        boolean rated =
                raters.officers().contains(officerId) || raters.subjects().contains(subject);
        return rated || free.isEmpty()
                ? blocked(EvaluationProblem.OBJECTION_DECIDER_SCORED)
                : new Ruling(free, List.of());
    }

    /** The order under which it would be resolved; null in the own right. */
    @Nullable
    UUID delegationId() {
        return resolver.allowed() && resolver.grounds().getFirst() instanceof Ground.Delegated delegated
                ? delegated.delegationId()
                : null;
    }

    private static Ruling blocked(ProblemCode code) {
        return new Ruling(List.of(), List.of(Refusal.of(code)));
    }
}
