package vn.gov.hanoi.selection.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.application.Application;
import vn.gov.hanoi.selection.application.ApplicationDesk;
import vn.gov.hanoi.selection.application.ApplicationDesk.Laid;
import vn.gov.hanoi.selection.application.ApplicationState;
import vn.gov.hanoi.selection.condition.Finding;
import vn.gov.hanoi.selection.condition.Outcome;
import vn.gov.hanoi.selection.eligibility.EligibilityRequests.DecideRequest;
import vn.gov.hanoi.selection.round.RoundState;
import vn.gov.hanoi.selection.round.Rounds;

/** The acts of personnel officers on findings: to look again, and to decide otherwise. */
@ApplicationScoped
class DecideFinding {
    private final ApplicationDesk desk;
    private final CheckEligibility eligibility;
    private final EligibilityRepository checks;
    private final Rounds rounds;
    private final Clock clock;

    DecideFinding(
            ApplicationDesk desk,
            CheckEligibility eligibility,
            EligibilityRepository checks,
            Rounds rounds,
            Clock clock) {
        this.desk = desk;
        this.eligibility = eligibility;
        this.checks = checks;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** Checks again. Refusals: those of {@link ApplicationDesk#holdAsPersonnel}, selection.not-frozen, selection.application-ended. */
    @Transactional
    Laid recheck(UUID id, @Nullable String ifMatch, Caller caller) {
        var laid = desk.holdAsPersonnel(id, ifMatch, caller);
        requireFrozen(laid);
        var differences = eligibility.recheck(laid.application(), laid.round(), caller);
        desk.touched(laid.application(), caller, laid.round(), "recompute", Map.of("differences", differences));
        return laid;
    }

    /**
     * Lets a reasoned decision stand in the place of a finding.
     *
     * <p>Refusals: those of {@link #recheck}, authority.own-act for who entered the application, selection.condition-unknown,
     * selection.condition-met, selection.not-overridable, selection.already-overridden, selection.decision-not-signed-yet.
     */
    @Transactional
    Laid decide(UUID id, @Nullable String ifMatch, DecideRequest request, Caller caller) {
        var laid = desk.holdAsPersonnel(id, ifMatch, caller);
        if (laid.application().isEnteredBy(caller.subject(), laid.officerId())) {
            throw new Refused(KernelProblem.OWN_ACT);
        }
        requireFrozen(laid);
        Refused.ifAny(Rounds.unsigned(request.decision(), rounds.today()));
        var standing = checks.standing(id);
        var check = standing.latest().orElseThrow();
        var condition = request.data().condition();
        var finding =
                check.finding(condition).orElseThrow(() -> refused(SelectionProblem.CONDITION_UNKNOWN, condition));
        if (finding.outcome() == Outcome.MET) {
            throw refused(SelectionProblem.CONDITION_MET, condition);
        }
        if (!finding.overridable()) {
            throw refused(SelectionProblem.NOT_OVERRIDABLE, condition);
        }
        if (standing.waiver(check, finding).isPresent()) {
            throw refused(SelectionProblem.ALREADY_OVERRIDDEN, condition);
        }
        keep(laid.application(), check, finding, request, caller);
        desk.touched(laid.application(), caller, laid.round(), "decide", Map.of("condition", condition));
        return laid;
    }

    private void keep(
            Application application, EligibilityCheck check, Finding finding, DecideRequest request, Caller caller) {
        checks.add(new Waiver(
                Ids.next(),
                application.id(),
                check.id(),
                finding.condition(),
                request.reason().tidy(),
                request.decision().tidy(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                caller.subject()));
    }

    private void requireFrozen(Laid laid) {
        var application = laid.application();
        if (application.state() != ApplicationState.RECEIVED) {
            throw new Refused(Refusal.of(
                    SelectionProblem.APPLICATION_ENDED,
                    "state",
                    application.state().name(),
                    "endedOn",
                    String.valueOf(application.endedOn())));
        }
        var state = laid.round().stateOn(rounds.today());
        if (!List.of(RoundState.ELIGIBILITY_CHECK, RoundState.LIST_PUBLISHED, RoundState.RESULT_PUBLISHED)
                .contains(state)) {
            throw new Refused(Refusal.of(
                    SelectionProblem.ROUND_STATE,
                    "state",
                    state.name(),
                    "needed",
                    "ELIGIBILITY_CHECK, LIST_PUBLISHED, RESULT_PUBLISHED"));
        }
        if (laid.round().frozenOn() == null) {
            throw new Refused(Refusal.of(SelectionProblem.NOT_FROZEN));
        }
    }

    private static Refused refused(SelectionProblem problem, String condition) {
        return new Refused(Refusal.of(problem, "condition", condition).at("/data/condition"));
    }
}
