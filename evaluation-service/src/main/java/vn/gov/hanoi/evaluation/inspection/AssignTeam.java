package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.inspection.Inspection.State;
import vn.gov.hanoi.evaluation.inspection.InspectionApi.AssignRequest;
import vn.gov.hanoi.evaluation.inspection.InspectionGuard.Act;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Sends other people before an inspection begins (thay đổi thành viên đoàn). A complete one becomes a draft again. */
@ApplicationScoped
class AssignTeam {
    private final InspectionDesk desk;
    private final TeamQueries teams;
    private final InspectionRepository inspections;
    private final InspectionJournal journal;
    private final InspectionViews views;
    private final Clock clock;

    AssignTeam(
            InspectionDesk desk,
            TeamQueries teams,
            InspectionRepository inspections,
            InspectionJournal journal,
            InspectionViews views,
            Clock clock) {
        this.desk = desk;
        this.teams = teams;
        this.inspections = inspections;
        this.journal = journal;
        this.views = views;
        this.clock = clock;
    }

    /** Refusals: those of {@link InspectionDesk#hold} and of {@link TeamQueries#faults}. */
    @Transactional
    Answer assign(UUID id, @Nullable String ifMatch, AssignRequest request, Caller caller) {
        var inspection = desk.hold(id, ifMatch, Act.ASSIGN, caller).inspection();
        var members = InspectionApi.members(request.data().members());
        Refused.ifAny(teams.faults(inspection.unitId(), members, inspection.team()).stream()
                .map(fault -> fault.at("/data" + fault.pointer()))
                .toList());
        var team = new ArrayList<>(members);
        inspection.team().stream().filter(member -> !member.sits()).forEach(team::add);
        var after = inspection.with(team).in(State.DRAFT);
        inspections.save(after, caller.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        journal.record("assign", after, Map.of("members", members.size()), caller);
        return views.answer(id, caller);
    }
}
