package vn.gov.hanoi.selection.council;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.council.Composition.Wanted;
import vn.gov.hanoi.selection.council.PanelDesk.Laid;
import vn.gov.hanoi.selection.council.PanelGuard.Act;
import vn.gov.hanoi.selection.council.Panels.Body;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.Rounds;
import vn.gov.hanoi.selection.vacancy.SelectionDefaultQueries;
import vn.gov.hanoi.selection.vacancy.Stamp;

/** Forms, changes and dissolves councils and boards, each time by a decision. No event tells of it: boards are secret. */
@ApplicationScoped
class FormPanel {
    private final PanelDesk desk;
    private final PanelRepository panels;
    private final Rounds rounds;
    private final SelectionDefaultQueries defaults;
    private final AuditTrail audit;
    private final Clock clock;

    FormPanel(
            PanelDesk desk,
            PanelRepository panels,
            Rounds rounds,
            SelectionDefaultQueries defaults,
            AuditTrail audit,
            Clock clock) {
        this.desk = desk;
        this.panels = panels;
        this.rounds = rounds;
        this.defaults = defaults;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refusals: those of {@link PanelDesk#holdRound} and {@link Composition}, selection.decision-not-signed-yet, selection.panel-exists. */
    @Transactional
    Laid form(UUID roundId, Body body, List<Wanted> wanted, DecisionPart decision, Caller caller) {
        var round = desk.holdRound(roundId, caller);
        var refusals = new ArrayList<>(Rounds.unsigned(decision, rounds.today()));
        var people = wanted.stream().map(Wanted::officerId).toList();
        refusals.addAll(composition(round, body, people).refusals(wanted));
        Refused.ifAny(refusals);
        var stamp = stamp(caller);
        var seats = wanted.stream()
                .map(each -> Seat.of(each.officerId(), each.capacity(), rounds.today()))
                .toList();
        var panel = Panel.formed(roundId, body, seats, PanelDecision.of(Act.FORM, decision, null, stamp), stamp);
        panels.persist(panel);
        return kept(Act.FORM, new Laid(panel, round), decision, null, caller);
    }

    /** Refusals: those of {@link PanelDesk#hold}, of {@link Composition} for who joins, selection.not-a-member, selection.decision-not-signed-yet. */
    @Transactional
    Laid replace(
            UUID id,
            @Nullable String ifMatch,
            PanelRequests.Replacement data,
            DecisionPart decision,
            ReasonPart reason,
            Caller caller) {
        var laid = desk.hold(id, ifMatch, Act.REPLACE, caller);
        var panel = laid.panel();
        var refusals = new ArrayList<>(Rounds.unsigned(decision, rounds.today()));
        var seat = panel.taken().stream()
                .filter(each -> each.officerId().equals(data.leaves()))
                .findFirst();
        if (seat.isEmpty()) {
            refusals.add(Refusal.of(SelectionProblem.NOT_A_MEMBER, "officerId", data.leaves())
                    .at("/data/leaves"));
        }
        if (panel.taken().stream().anyMatch(each -> each.officerId().equals(data.joins()))) {
            refusals.add(Refusal.of(SelectionProblem.MEMBER_TWICE, "officerId", data.joins())
                    .at("/data/joins"));
        }
        seat.ifPresent(each -> refusals.addAll(composition(laid.round(), panel.body(), List.of(data.joins()))
                .refusals(new Wanted(data.joins(), each.capacity()), "/data/joins")));
        Refused.ifAny(refusals);
        var stamp = stamp(caller);
        panel.replace(
                data.leaves(),
                data.joins(),
                rounds.today(),
                PanelDecision.of(Act.REPLACE, decision, reason, stamp),
                stamp);
        return kept(Act.REPLACE, laid, decision, reason, caller);
    }

    /** Refusals: those of {@link PanelDesk#hold}, selection.decision-not-signed-yet. */
    @Transactional
    Laid dissolve(UUID id, @Nullable String ifMatch, DecisionPart decision, Caller caller) {
        var laid = desk.hold(id, ifMatch, Act.DISSOLVE, caller);
        Refused.ifAny(Rounds.unsigned(decision, rounds.today()));
        var stamp = stamp(caller);
        laid.panel().dissolve(PanelDecision.of(Act.DISSOLVE, decision, null, stamp), stamp);
        return kept(Act.DISSOLVE, laid, decision, null, caller);
    }

    private Composition composition(Round round, Body body, List<UUID> people) {
        return new Composition(defaults.panelsOn(rounds.approvedOn(round)), body, desk.known(round, body, people));
    }

    private Stamp stamp(Caller caller) {
        return new Stamp(clock.instant(), caller.subject());
    }

    private Laid kept(Act act, Laid laid, DecisionPart decision, @Nullable ReasonPart reason, Caller caller) {
        panels.flush();
        var panel = laid.panel();
        var collection = panel.body() == Body.COUNCIL ? "councils" : "boards";
        Map<String, ?> details = reason == null
                ? Map.of("body", panel.body(), "decision", decision.number())
                : Map.of("body", panel.body(), "decision", decision.number(), "reason", reason.code());
        audit.record(
                caller,
                new AuditTrail.Act(
                        "panel." + act.verb(),
                        collection,
                        panel.id(),
                        laid.round().unitId(),
                        details));
        return laid;
    }
}
