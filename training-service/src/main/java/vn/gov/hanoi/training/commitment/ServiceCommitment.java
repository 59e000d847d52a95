package vn.gov.hanoi.training.commitment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.action.Document;
import vn.gov.hanoi.training.decree.Debt;
import vn.gov.hanoi.training.decree.DegreeRules;
import vn.gov.hanoi.training.decree.Trigger;

/**
 * A promise of service after a degree.
 *
 * @param rule code of the rule of the day of sending
 * @param studyMonths months of study that it rests on
 * @param months T1: promised months of service
 * @param costVnd F: cost of the course in đồng
 * @param service days of service; null while the person studies
 * @param stored state without the passing of days
 */
record ServiceCommitment(
        UUID id,
        long version,
        UUID trainingId,
        Learner learner,
        String rule,
        int studyMonths,
        int months,
        long costVnd,
        Document document,
        LocalDate signedOn,
        @Nullable Service service,
        CommitmentState stored) {
    /** @param endsOn first day on which it binds no more */
    record Service(LocalDate startsOn, LocalDate endsOn) {}

    /** The state on a day: a running one ends by itself. */
    CommitmentState state(LocalDate day) {
        boolean over = service != null && !day.isBefore(service.endsOn());
        return stored == CommitmentState.RUNNING && over ? CommitmentState.FULFILLED : stored;
    }

    /** Whole months of service until a day that does not count, by the rounding of the rule; never more than promised. */
    int served(LocalDate until) {
        return service == null
                ? 0
                : Math.min(months, decree().commitment().servedMonths().months(service.startsOn(), until));
    }

    DegreeRules.Rule decree() {
        return DegreeRules.shipped().rule(rule);
    }

    /** Whether something that happened on the day can break it in this way. */
    boolean canBreakBy(Trigger trigger, LocalDate on) {
        return switch (trigger) {
            case LEFT_DURING_TRAINING, DISMISSED_DURING_TRAINING, NO_DIPLOMA ->
                service == null && !on.isBefore(signedOn);
            case LEFT_BEFORE_END, DISMISSED_BEFORE_END ->
                service != null
                        && stored == CommitmentState.RUNNING
                        && !on.isBefore(service.startsOn())
                        && on.isBefore(service.endsOn());
        };
    }

    /** What would have to be paid. */
    Debt debt(Trigger trigger, LocalDate on, int earlierYears, boolean priority) {
        var rules = DegreeRules.shipped();
        var found = rules.compensation(decree().decree()).trigger(trigger).orElseThrow();
        return Debt.of(
                rules, decree().decree(), found, new Debt.Loss(costVnd, months, served(on), earlierYears, priority));
    }

    ServiceCommitment begun(int studied, int promised, long cost, LocalDate startsOn) {
        return new ServiceCommitment(
                id,
                version + 1,
                trainingId,
                learner,
                rule,
                studied,
                promised,
                cost,
                document,
                signedOn,
                new Service(startsOn, startsOn.plusMonths(promised)),
                CommitmentState.RUNNING);
    }

    ServiceCommitment ended(CommitmentState by, long cost) {
        return new ServiceCommitment(
                id, version + 1, trainingId, learner, rule, studyMonths, months, cost, document, signedOn, service, by);
    }
}
