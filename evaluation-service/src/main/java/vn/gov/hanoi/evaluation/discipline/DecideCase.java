package vn.gov.hanoi.evaluation.discipline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.discipline.DisciplineGuard.Act;
import vn.gov.hanoi.evaluation.discipline.DisciplineRequests.DecideRequest;
import vn.gov.hanoi.evaluation.discipline.DisciplineRequests.SanctionData;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Imposes a sanction (ra quyết định kỷ luật). What it forbids until when is computed now and stored. */
@ApplicationScoped
class DecideCase {
    private final DisciplineDesk desk;
    private final PersonQueries people;
    private final DisciplineJournal journal;

    DecideCase(DisciplineDesk desk, PersonQueries people, DisciplineJournal journal) {
        this.desk = desk;
        this.people = people;
        this.journal = journal;
    }

    /**
     * Refusals: those of {@link DisciplineDesk#hold} and {@link FormCheck}, of the decision's texts, discipline.dates-contradict,
     * discipline.handling-expired if it was signed too late, discipline.council-missing.
     */
    @Transactional
    Answer decide(UUID id, @Nullable String ifMatch, DecideRequest request, Caller caller) {
        var held = desk.hold(id, ifMatch, Act.DECIDE, caller);
        var matter = held.matter();
        var document = request.decision().kept();
        var data = request.data();
        var found = new ArrayList<>(document.faults("/decision"));
        var proposedOn = Objects.requireNonNull(matter.proposal()).on();
        found.addAll(Checks.between("/decision/signedOn", document.signedOn(), proposedOn, held.today()));
        found.addAll(days(document, data));
        Refused.ifAny(found);
        var forms = new FormCheck(
                desk.rules(), people.on(matter.officerId(), document.signedOn()).orElseThrow(), document.signedOn());
        var form = forms.form(data.form());
        found.addAll(Checks.inTime("/decision/signedOn", matter.clock(desk.rules()), document.signedOn()));
        found.addAll(forms.limitation(matter.violation(), form));
        if (form.council() && matter.state() != DisciplineState.COUNCIL) {
            found.add(Refusal.of(EvaluationProblem.DISCIPLINE_COUNCIL_MISSING, "form", form.code())
                    .at("/data/form"));
        }
        Refused.ifAny(found);
        var decision = new DisciplineDecision(
                Ids.next(),
                matter.id(),
                matter.officerId(),
                1,
                forms.person(),
                forms.regime().code(),
                desk.rules().sanction(form, data.effectiveOn()),
                matter.violation().inDuty(),
                document,
                document,
                null,
                desk.mark(caller),
                null,
                null);
        return journal.considered("decide", matter.decided(), document.signedOn(), decision, null, caller);
    }

    /** A sanction does not reach back, and takes effect within a year. */
    static List<Refusal> days(Decision document, SanctionData data) {
        return Checks.between(
                "/data/effectiveOn",
                data.effectiveOn(),
                document.signedOn(),
                document.signedOn().plusYears(1));
    }
}
