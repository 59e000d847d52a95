package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.inspection.Inspection.Ended;
import vn.gov.hanoi.evaluation.inspection.Inspection.Member;
import vn.gov.hanoi.evaluation.inspection.Inspection.State;
import vn.gov.hanoi.evaluation.inspection.InspectionApi.Recused;
import vn.gov.hanoi.evaluation.inspection.InspectionGuard.Act;
import vn.gov.hanoi.evaluation.text.GivenText;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** The acts that only move an inspection on: it is ready, begins, is dropped, or a member steps aside. */
@ApplicationScoped
class ActOnInspection {
    private final InspectionDesk desk;
    private final InspectionRepository inspections;
    private final InspectionJournal journal;
    private final InspectionViews views;
    private final Clock clock;

    ActOnInspection(
            InspectionDesk desk,
            InspectionRepository inspections,
            InspectionJournal journal,
            InspectionViews views,
            Clock clock) {
        this.desk = desk;
        this.inspections = inspections;
        this.journal = journal;
        this.views = views;
        this.clock = clock;
    }

    /**
     * Refusals: those of {@link InspectionDesk#hold}, text.control-character.
     *
     * @param reason why, for {@code CANCEL} and {@code RECUSE}; null for the others
     */
    @Transactional
    Answer act(UUID id, @Nullable String ifMatch, Act act, @Nullable Reason reason, Caller caller) {
        var held = desk.hold(id, ifMatch, act, caller);
        if (reason != null) {
            Refused.ifAny(
                    GivenText.fault("/reason/text", reason.text()).stream().toList());
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var after = after(held, act, reason, now);
        inspections.save(after, caller.subject(), now);
        Map<String, Object> facts = Map.of("state", after.state().name());
        journal.record(act.verb(), after, reason == null ? facts : reason.audited(facts), caller);
        // Who stepped aside may no longer know of it.
        return act == Act.RECUSE ? Answer.ok(new Recused(id, true), after.rowVersion() + 1) : views.answer(id, caller);
    }

    private static Inspection after(InspectionGuard held, Act act, @Nullable Reason reason, Instant now) {
        var inspection = held.inspection();
        return switch (act) {
            case READY -> inspection.in(State.READY);
            case START -> inspection.started(now);
            case CANCEL -> inspection.ended(State.CANCELLED, new Ended(now, reason, null));
            case RECUSE -> recused(held, reason == null ? "" : GivenText.kept(reason.text()));
            case ASSIGN, CONCLUDE, FINDING -> throw new IllegalArgumentException(act.name());
        };
    }

    /** A team that was complete is a draft again; one that has begun goes on without him or her. */
    private static Inspection recused(InspectionGuard held, String why) {
        var inspection = held.inspection();
        var team = inspection.team().stream()
                .map(member -> member.officerId().equals(held.seat().officerId())
                        ? new Member(member.officerId(), member.role(), why)
                        : member)
                .toList();
        var without = inspection.with(team);
        return inspection.state() == State.READY ? without.in(State.DRAFT) : without;
    }
}
