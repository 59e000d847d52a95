package vn.gov.hanoi.selection.defence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.OfficerQueries;
import vn.gov.hanoi.selection.council.Panels;
import vn.gov.hanoi.selection.council.Panels.Body;
import vn.gov.hanoi.selection.round.RoundRoles;

/** Which seat of the council a caller has, and about whom he or she may judge. A role of a token alone is no seat. */
@ApplicationScoped
public class Council {
    private final Panels panels;
    private final OfficerQueries officers;

    Council(Panels panels, OfficerQueries officers) {
        this.panels = panels;
        this.officers = officers;
    }

    /** A seat of the council of a round. */
    public record Seat(UUID roundId, UUID officerId, boolean chair, boolean secretary) {}

    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Seat> seat(UUID roundId, Caller caller) {
        if (!caller.roles().contains(RoundRoles.PANEL)) {
            return Optional.empty();
        }
        return officers.officer(caller)
                .filter(officer -> panels.sits(roundId, Body.COUNCIL, officer))
                .map(officer -> new Seat(
                        roundId,
                        officer,
                        panels.head(roundId, Body.COUNCIL)
                                .filter(officer::equals)
                                .isPresent(),
                        panels.secretary(roundId).filter(officer::equals).isPresent()));
    }

    /** Refusal: resource.not-found for who has no seat, as for no round. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Seat require(UUID roundId, Caller caller) {
        return seat(roundId, caller).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    public boolean mayJudge(Seat seat, UUID candidate) {
        return panels.mayJudge(seat.roundId(), seat.officerId(), candidate);
    }

    /** Whether a member may judge the candidate and sits in the council. */
    boolean judges(UUID roundId, UUID officerId, UUID candidate) {
        return panels.sits(roundId, Body.COUNCIL, officerId) && panels.mayJudge(roundId, officerId, candidate);
    }

    /** Who leads a defence: the chair; the secretary in the place of a chair who may not judge the candidate. Empty if neither may. */
    Optional<UUID> lead(UUID roundId, UUID candidate) {
        return panels.head(roundId, Body.COUNCIL)
                .filter(chair -> panels.mayJudge(roundId, chair, candidate))
                .or(() ->
                        panels.secretary(roundId).filter(secretary -> panels.mayJudge(roundId, secretary, candidate)));
    }

    public int quorum(UUID roundId) {
        return panels.quorum(roundId);
    }
}
