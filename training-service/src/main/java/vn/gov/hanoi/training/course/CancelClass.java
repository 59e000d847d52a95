package vn.gov.hanoi.training.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.course.ClassApi.CancelRequest;
import vn.gov.hanoi.training.course.ClassGuard.Act;
import vn.gov.hanoi.training.ledger.Ledger;
import vn.gov.hanoi.training.plan.PlanLines;

/** Gives up a class: its quota goes back to the line, its open money to the account, and its learners are told. */
@ApplicationScoped
class CancelClass {
    private final ClassDesk desk;
    private final Learners learners;
    private final PlanLines lines;
    private final Ledger ledger;
    private final ClassRepository classes;
    private final CancellationRepository cancellations;
    private final ClassJournal journal;
    private final ClassRules rules = ClassRules.shipped();

    CancelClass(
            ClassDesk desk,
            Learners learners,
            PlanLines lines,
            Ledger ledger,
            ClassRepository classes,
            CancellationRepository cancellations,
            ClassJournal journal) {
        this.desk = desk;
        this.learners = learners;
        this.lines = lines;
        this.ledger = ledger;
        this.classes = classes;
        this.cancellations = cancellations;
        this.journal = journal;
    }

    /**
     * Refusals: those of {@link ClassDesk#hold}, training.reason-unknown, training.decision-not-signed-yet. What was spent already stays
     * spent: only open money goes back.
     */
    @Transactional
    TrainingClass cancel(UUID id, @Nullable String ifMatch, CancelRequest request, Caller caller) {
        var held = desk.hold(id, ifMatch, Act.CANCEL, caller);
        check(request);
        learners.cancel(id, caller);
        lines.giveBack(held.planLineId(), held.places());
        long released = ledger.spending(held.commitmentEntryId()).open().dong();
        ledger.release(
                held.commitmentEntryId(),
                "Hủy lớp: " + PlainText.of(request.reason().text()),
                caller);
        held.cancel();
        classes.flush();
        cancellations.add(held, request, released, caller);
        var details = Map.of(
                "places",
                held.places(),
                "releasedVnd",
                released,
                "reason",
                request.reason().code());
        journal.record(held, ClassEvent.Fact.CANCELLED, "class.cancel", details, caller);
        return held;
    }

    private void check(CancelRequest request) {
        if (!rules.isReason(request.reason().code(), Act.CANCEL.name())) {
            throw new Refused(Refusal.of(
                            TrainingProblem.REASON_UNKNOWN,
                            "reason",
                            request.reason().code())
                    .at("/reason/code"));
        }
        var signedOn = request.decision().signedOn();
        if (signedOn.isAfter(desk.today())) {
            throw new Refused(Refusal.of(TrainingProblem.DECISION_NOT_SIGNED_YET, "signedOn", signedOn.toString())
                    .at("/decision/signedOn"));
        }
    }
}
