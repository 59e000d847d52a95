package vn.gov.hanoi.evaluation.discipline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.gov.hanoi.evaluation.discipline.DisciplineCase.Violation;
import vn.gov.hanoi.evaluation.discipline.DisciplineRequests.OpenRequest;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.text.GivenText;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Opens a case (xem xét xử lý kỷ luật) on what was detected. The officer is within the scope of the caller. */
@ApplicationScoped
class OpenCase {
    private final DisciplineDesk desk;
    private final PersonQueries people;
    private final DisciplineJournal journal;

    OpenCase(DisciplineDesk desk, PersonQueries people, DisciplineJournal journal) {
        this.desk = desk;
        this.people = people;
        this.journal = journal;
    }

    /**
     * Refusals: authority.own-act, date.out-of-range, discipline.dates-contradict, text.control-character, discipline.not-serving,
     * discipline.regime-none, discipline.ground-unknown, discipline.limitation-expired.
     */
    @Transactional
    Answer open(OpenRequest request, Caller caller) {
        var mark = desk.mark(caller);
        if (request.officerId().equals(mark.officerId())) {
            throw new Refused(KernelProblem.OWN_ACT);
        }
        var today = desk.today();
        var openedOn = request.openedOn() == null ? today : request.openedOn();
        Refused.ifAny(faults(request, openedOn, today));
        var person = people.on(request.officerId(), openedOn)
                .orElseThrow(() ->
                        new Refused(Refusal.of(EvaluationProblem.DISCIPLINE_NOT_SERVING, "day", openedOn.toString())));
        var violation = new Violation(
                request.actOn(),
                request.discoveredOn(),
                openedOn,
                request.inDuty(),
                request.exemption(),
                GivenText.kept(request.summary()),
                request.basis() == null ? List.of() : GivenText.kept(request.basis()));
        var forms = new FormCheck(desk.rules(), person, openedOn);
        Refused.ifAny(
                Checks.known("/exemption", request.exemption(), forms.regime().exemptions()));
        Refused.ifAny(forms.limitation(violation));
        return journal.opened(
                new DisciplineCase(
                        Ids.next(),
                        request.officerId(),
                        person.unitId(),
                        violation,
                        mark,
                        DisciplineState.OPENED,
                        null,
                        false,
                        null,
                        List.of(),
                        null,
                        1),
                caller);
    }

    private static List<Refusal> faults(OpenRequest request, LocalDate openedOn, LocalDate today) {
        var found = new ArrayList<>(new Faults()
                .date("/actOn", request.actOn())
                .date("/discoveredOn", request.discoveredOn())
                .all());
        found.addAll(Checks.between("/discoveredOn", request.discoveredOn(), request.actOn(), openedOn));
        found.addAll(Checks.between("/openedOn", openedOn, request.discoveredOn(), today));
        GivenText.fault("/summary", request.summary()).ifPresent(found::add);
        var basis = request.basis() == null ? List.<String>of() : request.basis();
        for (int i = 0; i < basis.size(); i++) {
            GivenText.fault("/basis/" + i, basis.get(i)).ifPresent(found::add);
        }
        return found;
    }
}
