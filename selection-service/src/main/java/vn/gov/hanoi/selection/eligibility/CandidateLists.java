package vn.gov.hanoi.selection.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.application.ApplicationDesk;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.RoundGuard.Act;
import vn.gov.hanoi.selection.round.Rounds;

/** From the applications to the list of candidates. The held round keeps applications from coming and going meanwhile. */
@ApplicationScoped
class CandidateLists {
    private final Rounds rounds;
    private final ApplicationDesk applications;
    private final CheckEligibility eligibility;
    private final EligibilityRepository checks;
    private final AuditTrail audit;

    CandidateLists(
            Rounds rounds,
            ApplicationDesk applications,
            CheckEligibility eligibility,
            EligibilityRepository checks,
            AuditTrail audit) {
        this.rounds = rounds;
        this.applications = applications;
        this.eligibility = eligibility;
        this.checks = checks;
        this.audit = audit;
    }

    /** Freezes the findings about all who stand. Refusals: those of {@link Rounds#hold}, authority.own-act for a candidate. */
    @Transactional
    Round lock(UUID id, @Nullable String ifMatch, Caller caller) {
        var round = hold(id, ifMatch, Act.LOCK, caller);
        applications.standing(id).forEach(each -> eligibility.freeze(each, round, caller));
        rounds.freeze(round, caller);
        record(Act.LOCK, round, Map.of(), caller);
        return round;
    }

    /**
     * Checks everybody again and publishes the list; if a post has fewer eligible candidates than needed, the round is suspended instead.
     *
     * <p>Refusals: those of {@link Rounds#hold}, authority.own-act for a candidate, selection.decision-not-signed-yet.
     */
    @Transactional
    Round issue(UUID id, @Nullable String ifMatch, DecisionPart decision, Caller caller) {
        var round = hold(id, ifMatch, Act.ISSUE, caller);
        Refused.ifAny(Rounds.unsigned(decision, rounds.today()));
        rounds.issueList(round, shortPosts(round, caller).isEmpty(), decision, caller);
        record(
                Act.ISSUE,
                round,
                Map.of(
                        "decision",
                        decision.number(),
                        "state",
                        round.stateOn(rounds.today()).name()),
                caller);
        return round;
    }

    /**
     * Suspends a round whose list is published and in which a post has fewer eligible candidates than needed by now.
     *
     * <p>Refusals: those of {@link #issue}, selection.candidates-enough.
     */
    @Transactional
    Round suspend(UUID id, @Nullable String ifMatch, DecisionPart decision, ReasonPart reason, Caller caller) {
        var round = hold(id, ifMatch, Act.SUSPEND, caller);
        var refusals = new ArrayList<>(Rounds.unsigned(decision, rounds.today()));
        if (shortPosts(round, caller).isEmpty()) {
            refusals.add(Refusal.of(SelectionProblem.CANDIDATES_ENOUGH));
        }
        Refused.ifAny(refusals);
        rounds.suspend(round, decision, reason, caller);
        record(Act.SUSPEND, round, Map.of("decision", decision.number(), "reason", reason.code()), caller);
        return round;
    }

    private Round hold(UUID id, @Nullable String ifMatch, Act act, Caller caller) {
        var round = rounds.hold(id, ifMatch, act, caller);
        if (applications.isCandidate(round, caller)) {
            throw new Refused(KernelProblem.OWN_ACT);
        }
        return round;
    }

    /** Posts with fewer eligible candidates than needed. */
    private List<UUID> shortPosts(Round round, Caller caller) {
        var eligible = new HashMap<UUID, Integer>();
        for (var application : applications.standing(round.id())) {
            eligibility.recheck(application, round, caller);
            if (checks.standing(application.id()).isEligible()) {
                eligible.merge(application.vacancyId(), 1, Integer::sum);
            }
        }
        return rounds.posts(round).stream()
                .filter(post -> eligible.getOrDefault(post.vacancyId(), 0) < post.candidatesNeeded())
                .map(post -> post.vacancyId())
                .toList();
    }

    private void record(Act act, Round round, Map<String, ?> details, Caller caller) {
        audit.record(caller, new AuditTrail.Act("round." + act.verb(), "rounds", round.id(), round.unitId(), details));
    }
}
