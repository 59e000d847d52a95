package vn.gov.hanoi.selection.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.kernel.time.HanoiClock;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.OfficerQueries;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.round.RoundGuard.Act;
import vn.gov.hanoi.selection.vacancy.RoundPosts;
import vn.gov.hanoi.selection.vacancy.Stamp;

/** The door of this room: lays a round on the table for an act, and does the two acts that look at candidates. */
@ApplicationScoped
public class Rounds {
    private final RoundRepository rounds;
    private final RoundPosts posts;
    private final OfficerQueries officers;
    private final Scopes scopes;
    private final Event<RoundAdvanced> advanced;
    private final Clock clock;

    Rounds(
            RoundRepository rounds,
            RoundPosts posts,
            OfficerQueries officers,
            Scopes scopes,
            Event<RoundAdvanced> advanced,
            Clock clock) {
        this.rounds = rounds;
        this.posts = posts;
        this.officers = officers;
        this.scopes = scopes;
        this.advanced = advanced;
        this.clock = clock;
    }

    /** Refusals: scope.unit-unknown; resource.not-found outside the scope as for none. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireVisible(UUID id, Caller caller) {
        scopes.requireVisible(scopes.of(caller), rounds.unitOf(id));
    }

    /**
     * A round that somebody wants to act on, held until the end of the transaction.
     *
     * <p>Refusals: resource.not-found, those of {@link RoundGuard}, precondition.required, precondition.failed.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Round hold(UUID id, @Nullable String ifMatch, Act act, Caller caller) {
        var guard = guard(rounds.forChange(id), caller);
        Refused.ifAny(guard.authority(act));
        Etags.require(ifMatch, guard.round().version());
        Refused.ifAny(guard.state(act));
        return guard.round();
    }

    /** A round whose state must not change before the transaction ends; it may be used by many at once. Refusal: resource.not-found. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Round forUse(UUID id) {
        return rounds.forUse(id);
    }

    /** A round that nobody else uses or changes before the transaction ends. Refusal: resource.not-found. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Round alone(UUID id) {
        return rounds.forChange(id);
    }

    /** Empty for none; whether the caller may know of it is the caller's matter. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Round> find(UUID id) {
        return rounds.findByIdOptional(id);
    }

    public List<RoundPosts.RoundPost> posts(Round round) {
        return posts.of(round.id());
    }

    /** Keeps that the findings about all candidates are frozen. */
    public void freeze(Round round, Caller caller) {
        round.freeze(today(), stamp(caller));
        rounds.flush();
    }

    /** Publishes the list, or suspends the round and ends its announcements. */
    public void issueList(Round round, boolean enough, DecisionPart decision, Caller caller) {
        round.issueList(enough, RoundDecision.of(Act.ISSUE, decision, null, stamp(caller)), stamp(caller));
        if (!enough) {
            posts.close(round.id(), "SUSPENDED", caller);
        }
        rounds.flush();
    }

    /** Suspends a round whose list is published, and ends its announcements. */
    public void suspend(Round round, DecisionPart decision, ReasonPart reason, Caller caller) {
        round.suspend(RoundDecision.of(Act.SUSPEND, decision, reason, stamp(caller)), stamp(caller));
        posts.close(round.id(), "SUSPENDED", caller);
        rounds.flush();
    }

    /** Takes the round, which {@link #hold} has laid on the table for this act, to its next state. */
    public void advance(Round round, RoundState next, Act act, @Nullable DecisionPart decision, Caller caller) {
        round.advance(
                next,
                next == RoundState.CLOSED ? today() : null,
                decision == null ? null : RoundDecision.of(act, decision, null, stamp(caller)),
                stamp(caller));
        rounds.flush();
        advanced.fire(new RoundAdvanced(round.id(), next));
    }

    /** The same for an act whose decision, if any, another room keeps. */
    public void advance(Round round, RoundState next, Caller caller) {
        round.advance(next, next == RoundState.CLOSED ? today() : null, null, stamp(caller));
        rounds.flush();
        advanced.fire(new RoundAdvanced(round.id(), next));
    }

    /** Refusal: selection.decision-not-signed-yet. */
    public static List<Refusal> unsigned(DecisionPart decision, LocalDate today) {
        return decision.signedOn().isAfter(today)
                ? List.of(Refusal.of(SelectionProblem.DECISION_NOT_SIGNED_YET, "signedOn", decision.signedOn())
                        .at("/decision/signedOn"))
                : List.of();
    }

    RoundGuard guard(Round round, Caller caller) {
        return new RoundGuard(round, caller, officers.officer(caller).orElse(null), today());
    }

    /** Day on which the plan was approved: the parameters of that day hold for the round. Today for one that is not approved yet. */
    public LocalDate approvedOn(Round round) {
        return round.decisions().stream()
                .filter(each -> each.act().equals(Act.APPROVE.name()))
                .map(each -> LocalDate.ofInstant(each.madeAt(), HanoiClock.ZONE))
                .findFirst()
                .orElseGet(this::today);
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    public Stamp stamp(Caller caller) {
        return new Stamp(clock.instant(), caller.subject());
    }
}
