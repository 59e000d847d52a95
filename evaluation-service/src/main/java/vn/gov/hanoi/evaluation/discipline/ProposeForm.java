package vn.gov.hanoi.evaluation.discipline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.discipline.DisciplineCase.Council;
import vn.gov.hanoi.evaluation.discipline.DisciplineCase.Proposal;
import vn.gov.hanoi.evaluation.discipline.DisciplineGuard.Act;
import vn.gov.hanoi.evaluation.discipline.DisciplineRequests.CouncilData;
import vn.gov.hanoi.evaluation.discipline.DisciplineRequests.ProposeRequest;
import vn.gov.hanoi.evaluation.text.GivenText;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Proposes a form (đề xuất hình thức kỷ luật), the first time or again, at last with the council that was heard on it. */
@ApplicationScoped
class ProposeForm {
    private final DisciplineDesk desk;
    private final PersonQueries people;
    private final DisciplineJournal journal;

    ProposeForm(DisciplineDesk desk, PersonQueries people, DisciplineJournal journal) {
        this.desk = desk;
        this.people = people;
        this.journal = journal;
    }

    /**
     * Refusals: those of {@link DisciplineDesk#hold} and {@link FormCheck}, discipline.handling-expired, discipline.dates-contradict,
     * text.control-character.
     */
    @Transactional
    Answer propose(UUID id, @Nullable String ifMatch, ProposeRequest request, Caller caller) {
        var held = desk.hold(id, ifMatch, Act.PROPOSE, caller);
        var data = request.data();
        var matter = held.matter();
        var openedOn = matter.violation().openedOn();
        var day = data.proposedOn() == null ? held.today() : data.proposedOn();
        var found = new ArrayList<>(Checks.between("/data/proposedOn", day, openedOn, held.today()));
        found.addAll(faults(data.council(), openedOn, day));
        Refused.ifAny(found);
        var forms =
                new FormCheck(desk.rules(), people.on(matter.officerId(), day).orElseThrow(), day);
        found.addAll(forms.limitation(matter.violation(), forms.form(data.form())));
        var council = data.council();
        var proposed = matter.proposed(
                new Proposal(
                        data.form(),
                        data.severity(),
                        day,
                        desk.mark(caller),
                        council == null ? null : new Council(council.heldOn(), GivenText.kept(council.minutes()))),
                data.complex());
        found.addAll(Checks.inTime("/data/proposedOn", proposed.clock(desk.rules()), day));
        Refused.ifAny(found);
        return journal.kept("propose", proposed, null, caller);
    }

    private static List<Refusal> faults(@Nullable CouncilData council, LocalDate openedOn, LocalDate day) {
        if (council == null) {
            return List.of();
        }
        var found = new ArrayList<>(Checks.between("/data/council/heldOn", council.heldOn(), openedOn, day));
        GivenText.fault("/data/council/minutes", council.minutes()).ifPresent(found::add);
        return found;
    }
}
