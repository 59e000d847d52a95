package vn.gov.hanoi.evaluation.discipline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.discipline.DisciplineGuard.Act;
import vn.gov.hanoi.evaluation.discipline.DisciplineRequests.ResumeRequest;
import vn.gov.hanoi.evaluation.discipline.DisciplineRequests.SuspendRequest;
import vn.gov.hanoi.evaluation.discipline.DisciplineRules.Regime;
import vn.gov.hanoi.evaluation.discipline.HandlingClock.Suspension;
import vn.gov.hanoi.evaluation.text.GivenText;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Suspends the consideration (tạm dừng xem xét) and goes on with it; the days between do not count. */
@ApplicationScoped
class SuspendCase {
    private final DisciplineDesk desk;
    private final DisciplineJournal journal;

    SuspendCase(DisciplineDesk desk, DisciplineJournal journal) {
        this.desk = desk;
        this.journal = journal;
    }

    /**
     * Refusals: those of {@link DisciplineDesk#hold}, discipline.ground-unknown, discipline.dates-contradict, discipline.handling-expired if
     * the time to decide was over on the first day, text.control-character.
     */
    @Transactional
    Answer suspend(UUID id, @Nullable String ifMatch, SuspendRequest request, Caller caller) {
        var held = desk.hold(id, ifMatch, Act.SUSPEND, caller);
        var data = request.data();
        var clock = held.matter().clock(desk.rules());
        var grounds = desk.rules().on(held.today()).map(Regime::suspensions).orElseThrow();
        var found = new ArrayList<>(Checks.known("/data/ground", data.ground(), grounds));
        found.addAll(Checks.between("/data/from", data.from(), clock.mayStandFrom(), held.today()));
        GivenText.fault("/data/document", data.document()).ifPresent(found::add);
        found.addAll(Checks.inTime("/data/from", clock, data.from()));
        Refused.ifAny(found);
        var suspended = held.matter()
                .suspended(new Suspension(data.ground(), data.from(), null, GivenText.kept(data.document())));
        return journal.kept("suspend", suspended, null, caller);
    }

    /** Refusals: those of {@link DisciplineDesk#hold}, discipline.dates-contradict. */
    @Transactional
    Answer resume(UUID id, @Nullable String ifMatch, ResumeRequest request, Caller caller) {
        var held = desk.hold(id, ifMatch, Act.RESUME, caller);
        var begun = held.matter().suspensions().getLast().from();
        Refused.ifAny(Checks.between("/effectiveOn", request.effectiveOn(), begun, held.today()));
        return journal.kept("resume", held.matter().resumed(request.effectiveOn()), null, caller);
    }
}
