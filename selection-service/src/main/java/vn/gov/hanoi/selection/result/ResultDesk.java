package vn.gov.hanoi.selection.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.Scopes;
import vn.gov.hanoi.selection.application.ApplicationDesk;
import vn.gov.hanoi.selection.defence.Council;
import vn.gov.hanoi.selection.defence.Council.Seat;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.RoundRoles;
import vn.gov.hanoi.selection.round.Rounds;

/** Lays a result on the table for those who may know of it; everybody else gets resource.not-found, as for none. */
@ApplicationScoped
class ResultDesk {
    private final ContestResultRepository results;
    private final Rounds rounds;
    private final Council council;
    private final ApplicationDesk applications;
    private final Scopes scopes;

    ResultDesk(
            ContestResultRepository results,
            Rounds rounds,
            Council council,
            ApplicationDesk applications,
            Scopes scopes) {
        this.results = results;
        this.rounds = rounds;
        this.council = council;
        this.applications = applications;
        this.scopes = scopes;
    }

    /**
     * A result as the caller may know it.
     *
     * @param seat null for who has none
     * @param official whether it is one whose part of the organisation holds the round
     * @param candidate whether the caller stands or stood for a post of the round; then nothing else counts
     */
    record Laid(
            ContestResult result,
            Round round,
            @Nullable Seat seat,
            boolean official,
            boolean candidate,
            Caller caller) {
        ResultGuard guard() {
            return new ResultGuard(result.state(), caller.roles(), seat, candidate);
        }

        /** Whether it may be seen at all. */
        private boolean isVisible() {
            var state = result.state();
            if (candidate) {
                return state == ResultState.PUBLISHED && caller.roles().contains(RoundRoles.CANDIDATE);
            }
            return seat != null
                    || official
                            && switch (state) {
                                case DRAFT -> false;
                                case SUBMITTED -> has(RoundRoles.APPROVER);
                                case APPROVED -> has(RoundRoles.APPROVER) || has(RoundRoles.ORGANISER);
                                case PUBLISHED ->
                                    has(RoundRoles.READER)
                                            || has(RoundRoles.APPROVER)
                                            || has(RoundRoles.ORGANISER)
                                            || has(RoundRoles.INSPECTOR);
                            };
        }

        private boolean has(String role) {
            return caller.roles().contains(role);
        }
    }

    /** For reading. */
    @Transactional(Transactional.TxType.MANDATORY)
    Laid see(UUID id, Caller caller) {
        return results.findByIdOptional(id)
                .map(result -> laid(result, rounds.find(result.roundId()).orElseThrow(), caller))
                .filter(Laid::isVisible)
                .orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
    }

    /** For an act: round and result are held alone. */
    @Transactional(Transactional.TxType.MANDATORY)
    Laid hold(UUID id, Caller caller) {
        var round = rounds.alone(results.roundOf(id).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND)));
        var laid = laid(results.forChange(id).orElseThrow(), round, caller);
        if (!laid.isVisible()) {
            throw new Refused(KernelProblem.NOT_FOUND);
        }
        return laid;
    }

    Laid laid(ContestResult result, Round round, Caller caller) {
        boolean official = scopes.find(caller)
                .filter(scope -> scopes.contains(scope, round.unitId()))
                .isPresent();
        return new Laid(
                result,
                round,
                council.seat(round.id(), caller).orElse(null),
                official,
                applications.isCandidate(round, caller),
                caller);
    }
}
