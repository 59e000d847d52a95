package vn.gov.hanoi.selection.council;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.Problems;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.ActionParts.ActionView;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.OfficerQueries;
import vn.gov.hanoi.selection.council.PanelApi.DecisionView;
import vn.gov.hanoi.selection.council.PanelApi.MemberView;
import vn.gov.hanoi.selection.council.PanelApi.OfficerRef;
import vn.gov.hanoi.selection.council.PanelApi.PanelView;
import vn.gov.hanoi.selection.council.PanelDesk.Laid;
import vn.gov.hanoi.selection.council.PanelGuard.Act;
import vn.gov.hanoi.selection.council.Panels.Body;
import vn.gov.hanoi.selection.round.Rounds;
import vn.gov.hanoi.selection.vacancy.SelectionDefaultQueries;

/** Shows a council or board, with what the caller can do about it. Inside the transaction that loaded it. */
@ApplicationScoped
class PanelViews {
    private final PanelDesk desk;
    private final OfficerQueries officers;
    private final Rounds rounds;
    private final SelectionDefaultQueries defaults;
    private final Problems problems;

    PanelViews(
            PanelDesk desk,
            OfficerQueries officers,
            Rounds rounds,
            SelectionDefaultQueries defaults,
            Problems problems) {
        this.desk = desk;
        this.officers = officers;
        this.rounds = rounds;
        this.defaults = defaults;
        this.problems = problems;
    }

    static String address(Panel panel) {
        return "/selection/v1/" + (panel.body() == Body.COUNCIL ? "councils/" : "boards/") + panel.id();
    }

    /** @param locale language of the reasons in {@code _actions}; everything else does not depend on it */
    PanelView of(Laid laid, Caller caller, Locale locale) {
        var panel = laid.panel();
        var people = officers.people(panel.seats().stream().map(Seat::officerId).toList());
        return new PanelView(
                panel.id(),
                Etags.of(panel.version()),
                panel.roundId(),
                panel.body(),
                panel.state(),
                panel.seats().stream()
                        .map(seat -> new MemberView(
                                person(seat.officerId(), people.get(seat.officerId())),
                                seat.capacity(),
                                seat.joinedOn(),
                                seat.leftOn()))
                        .toList(),
                quorum(laid),
                panel.decisions().stream().map(PanelViews::decision).toList(),
                panel.version(),
                panel.changedAt(),
                actions(laid, caller, locale));
    }

    private static OfficerRef person(UUID id, OfficerQueries.@Nullable Person known) {
        return known == null ? new OfficerRef(id, "", "") : new OfficerRef(id, known.code(), known.name());
    }

    private @Nullable Integer quorum(Laid laid) {
        var panel = laid.panel();
        return panel.body() == Body.COUNCIL
                ? defaults.panelsOn(rounds.approvedOn(laid.round()))
                        .quorum(panel.taken().size())
                : null;
    }

    private static DecisionView decision(PanelDecision decision) {
        return new DecisionView(
                decision.act(),
                decision.number(),
                decision.signedOn(),
                decision.issuer(),
                decision.reasonCode() == null
                        ? null
                        : new ReasonPart(decision.reasonCode(), Objects.requireNonNull(decision.reasonText())),
                decision.madeAt());
    }

    private List<ActionView> actions(Laid laid, Caller caller, Locale locale) {
        var guard = desk.guard(laid.panel(), laid.round(), caller);
        return Stream.of(Act.REPLACE, Act.DISSOLVE)
                .map(act -> {
                    var refusals = guard.refusals(act);
                    return new ActionView(
                            act.verb(),
                            address(laid.panel()) + "/actions/" + act.verb(),
                            refusals.isEmpty(),
                            act.needs(),
                            refusals.stream()
                                    .map(each -> problems.item(each, locale))
                                    .toList());
                })
                .toList();
    }
}
