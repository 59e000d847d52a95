package vn.gov.hanoi.evaluation.discipline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.discipline.DisciplineCase.Ending;
import vn.gov.hanoi.evaluation.discipline.DisciplineCase.Mark;
import vn.gov.hanoi.evaluation.discipline.DisciplineGuard.Act;
import vn.gov.hanoi.evaluation.discipline.DisciplineRequests.AcquitRequest;
import vn.gov.hanoi.evaluation.discipline.DisciplineRequests.CloseRequest;
import vn.gov.hanoi.evaluation.discipline.DisciplineRequests.CorrectRequest;
import vn.gov.hanoi.evaluation.discipline.DisciplineRequests.SanctionData;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.text.GivenText;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** What happens to a case after its consideration: the decision is corrected, the person acquitted (minh oan), the case closed. */
@ApplicationScoped
class ReviseDecision {
    private final DisciplineDesk desk;
    private final DisciplineJournal journal;

    ReviseDecision(DisciplineDesk desk, DisciplineJournal journal) {
        this.desk = desk;
        this.journal = journal;
    }

    /**
     * Another form comes from the law of the day on which the decision was signed; the same form keeps the months that it was given.
     *
     * <p>Refusals: those of {@link DisciplineDesk#hold} and {@link FormCheck}, of the texts, discipline.dates-contradict, correction.empty.
     */
    @Transactional
    Answer correct(UUID id, @Nullable String ifMatch, CorrectRequest request, Caller caller) {
        var held = desk.hold(id, ifMatch, Act.CORRECT, caller);
        var before = Objects.requireNonNull(held.decision());
        var document = request.decision().kept();
        var found = new ArrayList<>(document.faults("/decision"));
        found.addAll(Checks.between(
                "/decision/signedOn", document.signedOn(), before.document().signedOn(), held.today()));
        found.addAll(DecideCase.days(before.document(), request.data()));
        var reason = kept(request.reason(), found);
        var sanction = sanction(before, request.data());
        if (sanction.equals(before.sanction())) {
            throw new Refused(Refusal.of(EvaluationProblem.CORRECTION_EMPTY).at("/data"));
        }
        var revision = revision(before, sanction, document, reason, desk.mark(caller));
        return journal.kept("correct", held.matter().decided(), revision, reason, caller);
    }

    private Sanction sanction(DisciplineDecision before, SanctionData data) {
        var rules = desk.rules();
        if (data.form().equals(before.sanction().form())) {
            return data.effectiveOn().equals(before.sanction().effectiveOn())
                    ? before.sanction()
                    : before.sanction().from(data.effectiveOn(), rules);
        }
        var forms = new FormCheck(rules, before.person(), before.document().signedOn());
        return rules.sanction(forms.form(data.form()), data.effectiveOn());
    }

    /**
     * The person is restored from the day of the decision on; a sanction is lifted with that day, and what was before stays.
     *
     * <p>Refusals: those of {@link DisciplineDesk#hold}, of the texts, discipline.dates-contradict.
     */
    @Transactional
    Answer acquit(UUID id, @Nullable String ifMatch, AcquitRequest request, Caller caller) {
        var held = desk.hold(id, ifMatch, Act.ACQUIT, caller);
        var before = held.decision();
        var document = request.decision().kept();
        var found = new ArrayList<>(document.faults("/decision"));
        var first = before == null
                ? held.matter().violation().discoveredOn()
                : before.document().signedOn();
        found.addAll(Checks.between("/decision/signedOn", document.signedOn(), first, held.today()));
        var reason = kept(request.reason(), found);
        var mark = desk.mark(caller);
        var acquitted = held.matter().ended(DisciplineState.ACQUITTED, new Ending(mark, reason), document.signedOn());
        if (before == null) {
            return journal.considered("acquit", acquitted, document.signedOn(), null, reason, caller);
        }
        var lifted = revision(before, before.sanction().lifted(document.signedOn()), document, reason, mark);
        return journal.kept("acquit", acquitted, lifted, reason, caller);
    }

    /**
     * A case that nobody may decide any more is expired; others are closed, without a sanction or after it has ended.
     *
     * <p>Refusals: those of {@link DisciplineDesk#hold}, text.control-character.
     */
    @Transactional
    Answer close(UUID id, @Nullable String ifMatch, CloseRequest request, Caller caller) {
        var held = desk.hold(id, ifMatch, Act.CLOSE, caller);
        var matter = held.matter();
        var reason = kept(request.reason(), new ArrayList<>());
        boolean pending = matter.state().isPending();
        boolean expired = pending && matter.clock(desk.rules()).isOver(held.today());
        var last = expired ? DisciplineState.EXPIRED : DisciplineState.CLOSED;
        var ended = matter.ended(last, new Ending(desk.mark(caller), reason), held.today());
        return pending
                ? journal.considered("close", ended, held.today(), null, reason, caller)
                : journal.kept("close", ended, reason, caller);
    }

    private static Reason kept(Reason reason, ArrayList<Refusal> found) {
        GivenText.fault("/reason/text", reason.text()).ifPresent(found::add);
        Refused.ifAny(found);
        return new Reason(reason.code(), GivenText.kept(reason.text()));
    }

    private static DisciplineDecision revision(
            DisciplineDecision before, Sanction sanction, Decision ground, Reason reason, Mark mark) {
        return new DisciplineDecision(
                Ids.next(),
                before.caseId(),
                before.officerId(),
                before.number() + 1,
                before.person(),
                before.regime(),
                sanction,
                before.inDuty(),
                before.document(),
                ground,
                reason,
                mark,
                before.id(),
                null);
    }
}
