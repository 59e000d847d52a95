package vn.gov.hanoi.selection.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.application.Application;
import vn.gov.hanoi.selection.application.ApplicationDesk;
import vn.gov.hanoi.selection.defence.Council;
import vn.gov.hanoi.selection.defence.Defences;
import vn.gov.hanoi.selection.result.ResultDesk.Laid;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.RoundState;
import vn.gov.hanoi.selection.round.Rounds;

/** Ends the scoring of a round. */
@ApplicationScoped
class ListMerits {
    private final ContestResultRepository results;
    private final ResultContents contents;
    private final ResultDesk desk;
    private final ComputeStandings standings;
    private final Council council;
    private final Defences defences;
    private final ApplicationDesk applications;
    private final Rounds rounds;
    private final AuditTrail audit;

    ListMerits(
            ContestResultRepository results,
            ResultContents contents,
            ResultDesk desk,
            ComputeStandings standings,
            Council council,
            Defences defences,
            ApplicationDesk applications,
            Rounds rounds,
            AuditTrail audit) {
        this.results = results;
        this.contents = contents;
        this.desk = desk;
        this.standings = standings;
        this.council = council;
        this.defences = defences;
        this.applications = applications;
        this.rounds = rounds;
        this.audit = audit;
    }

    /** Before a stored answer is shown: a seat in the council. Refusal: resource.not-found. */
    @Transactional(Transactional.TxType.MANDATORY)
    void requireSeat(UUID roundId, Caller caller) {
        rounds.alone(roundId);
        council.require(roundId, caller);
    }

    /**
     * Lists what the contest came to, when every defence of those who still stand is finished.
     *
     * <p>Refusals: resource.not-found, selection.not-chair, selection.result-exists, selection.round-state, selection.defences-open.
     */
    @Transactional
    Laid list(UUID roundId, Caller caller) {
        var round = rounds.alone(roundId);
        if (!council.require(roundId, caller).chair()) {
            throw new Refused(SelectionProblem.NOT_CHAIR);
        }
        if (results.ofRound(roundId).isPresent()) {
            throw new Refused(SelectionProblem.RESULT_EXISTS);
        }
        var state = round.stateOn(rounds.today());
        if (state != RoundState.ROUND2_HELD) {
            throw new Refused(Refusal.of(
                    SelectionProblem.ROUND_STATE, "state", state.name(), "needed", RoundState.ROUND2_HELD.name()));
        }
        long open = open(round);
        if (open > 0) {
            throw new Refused(Refusal.of(SelectionProblem.DEFENCES_OPEN, "open", open));
        }
        var id = UUID.randomUUID();
        var content = new Standings(standings.of(round, Map.of()), null, null, null, null);
        var result = ContestResult.draft(
                id,
                roundId,
                round.unitId(),
                contents.seal(id, content),
                rounds.stamp(caller).at());
        results.persistAndFlush(result);
        rounds.advance(round, RoundState.ROUND2_SCORED, caller);
        audit.record(caller, new AuditTrail.Act("merit-list.create", "merit-lists", id, round.unitId(), Map.of()));
        return desk.laid(result, round, caller);
    }

    /** Who has withdrawn need not be waited for. */
    private long open(Round round) {
        var standing =
                applications.standing(round.id()).stream().map(Application::id).collect(Collectors.toSet());
        return defences.scored(round).stream()
                .filter(each -> !each.finished() && standing.contains(each.applicationId()))
                .count();
    }
}
