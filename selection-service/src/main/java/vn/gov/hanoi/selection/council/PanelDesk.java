package vn.gov.hanoi.selection.council;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.OfficerQueries;
import vn.gov.hanoi.selection.application.Application;
import vn.gov.hanoi.selection.application.ApplicationDesk;
import vn.gov.hanoi.selection.council.Composition.Known;
import vn.gov.hanoi.selection.council.PanelGuard.Act;
import vn.gov.hanoi.selection.council.Panels.Body;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.Rounds;
import vn.gov.hanoi.selection.sanction.Sanctions;

/** Lays a round and its council or board on the table for an act, and gathers what is known about people who shall sit. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PanelDesk {
    private final PanelRepository panels;
    private final PanelQueries queries;
    private final Rounds rounds;
    private final ApplicationDesk applications;
    private final OfficerQueries officers;
    private final Sanctions sanctions;

    PanelDesk(
            PanelRepository panels,
            PanelQueries queries,
            Rounds rounds,
            ApplicationDesk applications,
            OfficerQueries officers,
            Sanctions sanctions) {
        this.panels = panels;
        this.queries = queries;
        this.rounds = rounds;
        this.applications = applications;
        this.officers = officers;
        this.sanctions = sanctions;
    }

    /** A council or board with its round. */
    record Laid(Panel panel, Round round) {}

    /** A round whose body is to be formed, held alone. Refusals: resource.not-found, those of {@link PanelGuard}. */
    Round holdRound(UUID roundId, Caller caller) {
        var round = rounds.alone(roundId);
        Refused.ifAny(guard(null, round, caller).refusals(Act.FORM));
        return round;
    }

    /** A body that is to be changed. Refusals: resource.not-found, those of {@link PanelGuard}, precondition.required, precondition.failed. */
    Laid hold(UUID id, @Nullable String ifMatch, Act act, Caller caller) {
        var round = rounds.alone(panels.roundOf(id));
        var panel = panels.findById(id);
        Etags.require(ifMatch, panel.version());
        Refused.ifAny(guard(panel, round, caller).refusals(act));
        return new Laid(panel, round);
    }

    /** Without holding it; whether the caller may know of it was asked before. */
    Laid see(UUID id) {
        var panel = panels.findById(id);
        return new Laid(panel, rounds.find(panel.roundId()).orElseThrow());
    }

    PanelGuard guard(@Nullable Panel panel, Round round, Caller caller) {
        return new PanelGuard(panel, round.stateOn(rounds.today()), caller, applications.isCandidate(round, caller));
    }

    /** What is known about people who shall sit in a body of the round. */
    Known known(Round round, Body body, Collection<UUID> people) {
        var today = rounds.today();
        return new Known(
                new HashSet<>(officers.known(people)),
                applications.standing(round.id()).stream()
                        .map(Application::officerId)
                        .collect(Collectors.toSet()),
                new HashSet<>(round.personnel()),
                new HashSet<>(queries.inUnitOrAbove(round.unitId(), people, today)),
                people.stream()
                        .filter(each -> sanctions.bans(each).stream().anyMatch(ban -> ban.holdsOn(today)))
                        .collect(Collectors.toSet()),
                queries.elsewhere(round.id(), body, people));
    }
}
