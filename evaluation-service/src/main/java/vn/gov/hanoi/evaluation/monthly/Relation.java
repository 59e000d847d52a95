package vn.gov.hanoi.evaluation.monthly;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.authority.Ground;
import vn.gov.hanoi.evaluation.authority.Ruling;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.ProblemCode;
import vn.gov.hanoi.kernel.problem.Refusal;

/**
 * What somebody has to do with a sheet on a day.
 *
 * @param officerId who asks; null if no officer of the directory
 * @param self whether it is the own sheet
 * @param manager whether the authority of the day lets score it
 * @param decider whether it lets decide it
 * @param resolver whether it lets resolve an objection to it, for which one has to see it; never before it is told
 * @param advisers the supporting channels that are held, by code, with the reason why
 */
record Relation(
        @Nullable UUID officerId,
        boolean self,
        Ruling manager,
        Ruling decider,
        Ruling resolver,
        Map<String, Ruling> advisers) {
    static final Ruling MISSING = blocked(EvaluationProblem.AUTHORITY_MISSING);
    static final Relation NONE = new Relation(null, false, MISSING, MISSING, MISSING, Map.of());

    Relation {
        advisers = Map.copyOf(advisers);
    }

    /** The officer whose sheet it is: the own steps and no others. */
    static Relation self(UUID officerId) {
        var own = blocked(KernelProblem.OWN_ACT);
        return new Relation(officerId, true, own, own, own, Map.of());
    }

    /** Somebody of the directory without any part in it. */
    static Relation none(@Nullable UUID officerId) {
        return new Relation(officerId, false, MISSING, MISSING, MISSING, Map.of());
    }

    boolean any() {
        return self || manager.allowed() || decider.allowed() || resolver.allowed() || !advisers.isEmpty();
    }

    /** The same as the holder of one of the channels. */
    Relation advising(String channel) {
        var held = java.util.Objects.requireNonNull(advisers.get(channel));
        return new Relation(officerId, self, manager, decider, resolver, Map.of(channel, held));
    }

    /** The same where the room of objections has ruled by what authority the result is decided again. */
    Relation deciding(Ruling authority) {
        return new Relation(officerId, self, manager, authority, resolver, advisers);
    }

    /** The order under which a ruling lets act; null in the own right. */
    static @Nullable UUID delegation(Ruling ruling) {
        return ruling.allowed() && ruling.require() instanceof Ground.Delegated delegated
                ? delegated.delegationId()
                : null;
    }

    private static Ruling blocked(ProblemCode code) {
        return new Ruling(List.of(), List.of(Refusal.of(code)));
    }
}
