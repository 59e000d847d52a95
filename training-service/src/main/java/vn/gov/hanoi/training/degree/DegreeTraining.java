package vn.gov.hanoi.training.degree;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.action.ActDecision;
import vn.gov.hanoi.training.action.ActReason;
import vn.gov.hanoi.training.action.Document;
import vn.gov.hanoi.training.commitment.Learner;
import vn.gov.hanoi.training.decree.Condition;
import vn.gov.hanoi.training.decree.DegreeRules;
import vn.gov.hanoi.training.decree.Person.Stated;

/**
 * An officer who is or shall be sent to a degree.
 *
 * @param category of personnel on the day of sending
 * @param rule code of the rule of the day of sending; of the planned one until the person is sent
 * @param checked conditions as last checked
 * @param decision null while nobody decided; of who took it back, too
 */
record DegreeTraining(
        UUID id,
        long version,
        Learner learner,
        String category,
        Study study,
        Stated stated,
        String rule,
        List<Condition> checked,
        DegreeState state,
        String proposedBy,
        Instant proposedAt,
        @Nullable Decided decision,
        @Nullable LocalDate sentOn,
        @Nullable Ending ending) {
    DegreeTraining {
        checked = List.copyOf(checked);
    }

    /**
     * What is studied.
     *
     * @param country two letters of ISO 3166
     * @param startsOn planned day of sending
     * @param endsOn last day, inclusive
     * @param fundingSource code of who pays
     */
    record Study(
            String level,
            String field,
            String institution,
            String country,
            LocalDate startsOn,
            LocalDate endsOn,
            String fundingSource,
            List<Cost> costs) {
        Study {
            costs = List.copyOf(costs);
        }

        long costVnd() {
            return costs.stream().mapToLong(Cost::amountVnd).reduce(0, Math::addExact);
        }
    }

    /** @param amountVnd in đồng, above zero */
    record Cost(String item, long amountVnd) {}

    /**
     * What was decided.
     *
     * @param decision the signed one; null if it was rejected or taken back
     * @param reason why it was rejected or taken back; else null
     */
    record Decided(
            @Nullable ActDecision decision, @Nullable ActReason reason, List<Waiver> waivers, String by, Instant at) {
        Decided {
            waivers = List.copyOf(waivers);
        }
    }

    /** A condition that need not be met. */
    record Waiver(Condition.Code condition, ActDecision decision, ActReason reason) {}

    /**
     * How it ended.
     *
     * @param endedOn last day of study
     * @param diploma of who completed; else null
     * @param reason of who did not; else null
     */
    record Ending(
            LocalDate endedOn,
            @Nullable Document diploma,
            @Nullable ActReason reason,
            String by,
            Instant at) {}

    DegreeRules.Rule decree() {
        return DegreeRules.shipped().rule(rule);
    }

    List<Waiver> waivers() {
        return decision == null ? List.of() : decision.waivers();
    }

    DegreeTraining decided(DegreeState to, Decided by, Eligible found) {
        return new DegreeTraining(
                id,
                version + 1,
                learner,
                found.category(),
                study,
                stated,
                found.rule().code(),
                found.conditions(),
                to,
                proposedBy,
                proposedAt,
                by,
                sentOn,
                ending);
    }

    /** Nothing is looked at again. */
    DegreeTraining refused(DegreeState to, Decided by) {
        return decided(to, by, new Eligible(category, decree(), checked));
    }

    /** The same in its next version: something that hangs on it changed. */
    DegreeTraining touched() {
        return new DegreeTraining(
                id,
                version + 1,
                learner,
                category,
                study,
                stated,
                rule,
                checked,
                state,
                proposedBy,
                proposedAt,
                decision,
                sentOn,
                ending);
    }

    DegreeTraining sent(LocalDate on, Learner asOf, Eligible found) {
        return new DegreeTraining(
                id,
                version + 1,
                asOf,
                found.category(),
                study,
                stated,
                found.rule().code(),
                found.conditions(),
                DegreeState.SENT,
                proposedBy,
                proposedAt,
                decision,
                on,
                null);
    }

    DegreeTraining closed(DegreeState to, Study as, Ending how) {
        return new DegreeTraining(
                id,
                version + 1,
                learner,
                category,
                as,
                stated,
                rule,
                checked,
                to,
                proposedBy,
                proposedAt,
                decision,
                sentOn,
                how);
    }

    /** What was found of a person for a day. */
    record Eligible(String category, DegreeRules.Rule rule, List<Condition> conditions) {}
}
