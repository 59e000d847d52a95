package vn.gov.hanoi.training.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.course.ClassFacts;

/** Door to the learners of a class who have a seat; every method belongs to the caller's transaction, with the class held. */
@ApplicationScoped
public class Roster {
    private final EnrolmentRepository enrolments;
    private final SeatRepository seats;
    private final EnrolmentJournal journal;
    private final OutboxWriter outbox;
    private final Clock clock;

    Roster(
            EnrolmentRepository enrolments,
            SeatRepository seats,
            EnrolmentJournal journal,
            OutboxWriter outbox,
            Clock clock) {
        this.enrolments = enrolments;
        this.seats = seats;
        this.journal = journal;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * A learner with a seat.
     *
     * @param outcome null until somebody said it
     */
    public record Seated(
            UUID enrolmentId,
            String officerCode,
            String officerName,
            @Nullable Outcome outcome) {}

    /** In the order of arrival. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Seated> seated(UUID classId) {
        return enrolments.of(classId, EnrolmentState.ENROLLED).stream()
                .map(each -> new Seated(
                        each.id(), each.learner().code(), each.learner().name(), each.outcome()))
                .toList();
    }

    /**
     * What speaks against saying this outcome. Refusals: authority.own-act, and those of {@link Outcome#refusals}.
     *
     * @param place of the outcome in the request
     */
    public List<Refusal> refusals(ClassFacts of, Seated learner, Outcome said, Caller caller, String place) {
        if (learner.officerCode().equals(caller.officerCode())) {
            return List.of(Refusal.of(KernelProblem.OWN_ACT).at(place));
        }
        return said.refusals(of.scoreMaximum(), of.passMark()).stream()
                .map(each -> each.at(place + each.pointer()))
                .toList();
    }

    /**
     * Ends the class for everybody: these outcomes are recorded, all are told, and who never got a seat is let go.
     *
     * @param said outcomes by enrolment, checked before; who is not in it has one already
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void finish(ClassFacts of, Map<UUID, Outcome> said, Caller caller) {
        var mark = new Enrolment.Mark(caller.subject(), clock.instant());
        var all = enrolments.open(of.id());
        var ended = new ArrayList<Enrolment>();
        var changed = new ArrayList<Enrolment>();
        var gone = new ArrayList<Enrolment>();
        for (var each : all) {
            var outcome = said.get(each.id());
            if (each.state() != EnrolmentState.ENROLLED) {
                gone.add(each.cancel(mark));
            } else if (outcome == null) {
                ended.add(each);
            } else {
                changed.add(each.decide(new Outcome(outcome.result(), outcome.score(), of.scoreMaximum()), mark));
            }
        }
        ended.addAll(changed);
        enrolments.update(changed);
        enrolments.update(gone);
        seats.freeDays(gone.stream().map(Enrolment::id).toList());
        journal.audit("enrolment.decide", changed, caller);
        journal.record("enrolment.cancel", gone, caller);
        outbox.writeAll(ended.stream().map(each -> CompletionEvent.of(each, of)).toList());
    }
}
