package vn.gov.hanoi.training.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.commitment.CompensationApi.CompensationRequest;
import vn.gov.hanoi.training.commitment.CompensationCase.Source;
import vn.gov.hanoi.training.decree.DegreeRules;
import vn.gov.hanoi.training.decree.Trigger;

/** Proposes a case; nobody owes anything by it. */
@ApplicationScoped
class OpenCompensation {
    private final CommitmentRepository commitments;
    private final CompensationRepository cases;
    private final CompensationDesk desk;
    private final AuditTrail audit;
    private final Clock clock;

    OpenCompensation(
            CommitmentRepository commitments,
            CompensationRepository cases,
            CompensationDesk desk,
            AuditTrail audit,
            Clock clock) {
        this.commitments = commitments;
        this.cases = cases;
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * By somebody who reports it. Refusals: training.service-commitment-unknown, authority.own-act, training.compensation-not-in-decree,
     * training.degree-day-outside, training.compensation-does-not-fit, training.compensation-exists.
     */
    @Transactional
    CompensationCase open(CompensationRequest request, Caller caller) {
        var commitment = commitments
                .forChange(request.commitmentId())
                .filter(found -> desk.isWithin(found.learner().officerId(), caller))
                .orElseThrow(() -> new Refused(
                        Refusal.of(TrainingProblem.SERVICE_COMMITMENT_UNKNOWN).at("/commitmentId")));
        CompensationDesk.notOneself(commitment.learner(), caller);
        var trigger = request.trigger();
        var on = request.eventOn();
        if (!isInDecree(commitment, trigger)) {
            var decree = DegreeRules.shipped().number(commitment.decree().decree());
            throw new Refused(
                    Refusal.of(TrainingProblem.COMPENSATION_NOT_IN_DECREE, "trigger", trigger.name(), "decree", decree)
                            .at("/trigger"));
        }
        if (on.isAfter(LocalDate.now(clock)) || !commitment.canBreakBy(trigger, on)) {
            throw new Refused(Refusal.of(
                            TrainingProblem.COMPENSATION_DOES_NOT_FIT, "trigger", trigger.name(), "day", on.toString())
                    .at("/eventOn"));
        }
        return insert(commitment, trigger, on, Source.REPORTED, PlainText.of(request.note()), caller);
    }

    /** By the suite, when a study or a person's service ends; nothing if the decree of the sending has no such case, or one is open. */
    @Transactional(Transactional.TxType.MANDATORY)
    void propose(ServiceCommitment commitment, Trigger trigger, LocalDate on, Source source, Caller caller) {
        if (isInDecree(commitment, trigger) && !cases.isOpenFor(commitment.id())) {
            insert(commitment, trigger, on, source, "", caller);
        }
    }

    private static boolean isInDecree(ServiceCommitment commitment, Trigger trigger) {
        return DegreeRules.shipped()
                .compensation(commitment.decree().decree())
                .trigger(trigger)
                .isPresent();
    }

    private CompensationCase insert(
            ServiceCommitment of, Trigger trigger, LocalDate on, Source source, String note, Caller caller) {
        var opened = CompensationCase.opened(
                Ids.next(),
                of,
                trigger,
                on,
                new CompensationCase.Opened(source, note, caller.subject(), clock.instant()));
        cases.insert(opened);
        audit.record(
                caller,
                new AuditTrail.Act(
                        "compensation.open",
                        "compensations",
                        opened.id(),
                        of.learner().unitId(),
                        Map.of("trigger", trigger.name(), "source", source.name())));
        return opened;
    }
}
