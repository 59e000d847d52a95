package vn.gov.hanoi.training.degree;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.action.Signed;
import vn.gov.hanoi.training.commitment.Commitments;
import vn.gov.hanoi.training.decree.Trigger;
import vn.gov.hanoi.training.degree.DegreeApi.ApplyRequest;
import vn.gov.hanoi.training.degree.DegreeApi.CloseRequest;
import vn.gov.hanoi.training.degree.DegreeApi.CostRequest;
import vn.gov.hanoi.training.degree.DegreeApi.Outcome;
import vn.gov.hanoi.training.degree.DegreeGuard.Act;
import vn.gov.hanoi.training.degree.DegreeTraining.Ending;
import vn.gov.hanoi.training.degree.DegreeTraining.Study;

/** Sends an officer to study, and records how the study ended; the promise of service is made and begins, or is void, with it. */
@ApplicationScoped
class SendLearner {
    private final DegreeRepository trainings;
    private final CheckPerson checkPerson;
    private final Commitments commitments;
    private final DegreePayments payments;
    private final DegreeDesk desk;
    private final Clock clock;

    SendLearner(
            DegreeRepository trainings,
            CheckPerson checkPerson,
            Commitments commitments,
            DegreePayments payments,
            DegreeDesk desk,
            Clock clock) {
        this.trainings = trainings;
        this.checkPerson = checkPerson;
        this.commitments = commitments;
        this.payments = payments;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * The decree of the day of sending counts, also if the person was approved under the one before. Refusals: those of {@link DegreeGuard},
     * training.degree-day-outside, training.decision-not-signed-yet, training.degree-rule-missing, training.degree-condition-not-met,
     * training.degree-condition-unknown.
     */
    @Transactional
    DegreeTraining send(UUID id, @Nullable String ifMatch, ApplyRequest request, Caller caller) {
        var held = desk.hold(id, ifMatch, Act.APPLY, caller);
        var decision =
                Objects.requireNonNull(Objects.requireNonNull(held.decision()).decision());
        var today = LocalDate.now(clock);
        var last = today.isBefore(held.study().endsOn()) ? today : held.study().endsOn();
        var faults = new ArrayList<>(outside("/sentOn", request.sentOn(), decision.signedOn(), last));
        faults.addAll(Signed.faults(request.commitment().signedOn(), today, "/commitment"));
        Refused.ifAny(faults);
        var found =
                checkPerson.check(held.learner().officerId(), held.study().level(), held.stated(), request.sentOn());
        Refused.ifAny(CheckPerson.open(found.eligible(), held.waivers()));
        var sent = held.sent(request.sentOn(), found.known().learner(), found.eligible());
        trainings.update(sent);
        commitments.sign(study(sent, sent.study().endsOn()), sent.learner(), request.commitment(), caller);
        desk.record("apply", sent, Map.of("sentOn", request.sentOn().toString(), "rule", sent.rule()), caller);
        return sent;
    }

    /**
     * What is still committed for it is free again. Refusals: those of {@link DegreeGuard}, training.degree-ending-incomplete, training.degree-day-outside,
     * training.decision-not-signed-yet, training.reason-unknown, those of the costs.
     */
    @Transactional
    DegreeTraining close(UUID id, @Nullable String ifMatch, CloseRequest request, Caller caller) {
        var held = desk.hold(id, ifMatch, Act.CLOSE, caller);
        var asked = request.costs();
        var costs = asked == null
                ? held.study().costs()
                : asked.stream().map(CostRequest::kept).toList();
        var faults = new ArrayList<>(DegreeDesk.faults(costs));
        faults.addAll(
                outside("/endedOn", request.endedOn(), Objects.requireNonNull(held.sentOn()), LocalDate.now(clock)));
        faults.addAll(proof(request));
        Refused.ifAny(faults);
        var plan = held.study();
        var real = new Study(
                plan.level(),
                plan.field(),
                plan.institution(),
                plan.country(),
                plan.startsOn(),
                plan.endsOn(),
                plan.fundingSource(),
                costs);
        var ending =
                new Ending(request.endedOn(), request.diploma(), request.reason(), caller.subject(), clock.instant());
        var closed = held.closed(request.outcome().state(), real, ending);
        trainings.update(closed);
        follow(closed, request, caller);
        var details = Map.of(
                "outcome",
                request.outcome().name(),
                "endedOn",
                request.endedOn().toString(),
                "releasedVnd",
                payments.release(closed, caller));
        desk.record("close", closed, details, caller);
        return closed;
    }

    private void follow(DegreeTraining closed, CloseRequest request, Caller caller) {
        long cost = closed.study().costVnd();
        switch (request.outcome()) {
            case COMPLETED -> commitments.begin(study(closed, request.endedOn()), caller);
            case NOT_COMPLETED -> commitments.fail(closed.id(), Trigger.NO_DIPLOMA, request.endedOn(), cost, caller);
            case LEFT -> commitments.fail(closed.id(), Trigger.LEFT_DURING_TRAINING, request.endedOn(), cost, caller);
        }
    }

    private List<Refusal> proof(CloseRequest request) {
        var diploma = request.diploma();
        var reason = request.reason();
        boolean completed = request.outcome() == Outcome.COMPLETED;
        if (completed && diploma == null) {
            return List.of(Refusal.of(TrainingProblem.DEGREE_ENDING_INCOMPLETE, "missing", "diploma")
                    .at("/diploma"));
        }
        if (!completed && reason == null) {
            return List.of(Refusal.of(TrainingProblem.DEGREE_ENDING_INCOMPLETE, "missing", "reason")
                    .at("/reason"));
        }
        var faults = new ArrayList<Refusal>();
        if (diploma != null) {
            faults.addAll(Signed.faults(diploma.signedOn(), LocalDate.now(clock), "/diploma"));
        }
        if (reason != null) {
            faults.addAll(DegreeDesk.faults(reason, Act.CLOSE));
        }
        return faults;
    }

    private static Commitments.Study study(DegreeTraining sent, LocalDate lastDay) {
        return new Commitments.Study(
                sent.id(),
                sent.decree(),
                Objects.requireNonNull(sent.sentOn()),
                lastDay,
                sent.study().costVnd());
    }

    private static List<Refusal> outside(String pointer, LocalDate day, LocalDate first, LocalDate last) {
        return day.isBefore(first) || day.isAfter(last)
                ? List.of(Refusal.of(
                                TrainingProblem.DEGREE_DAY_OUTSIDE,
                                "day",
                                day.toString(),
                                "first",
                                first.toString(),
                                "last",
                                last.toString())
                        .at(pointer))
                : List.of();
    }
}
