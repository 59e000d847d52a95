package vn.gov.hanoi.selection.council;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.council.ConflictApi.ConflictRequest;
import vn.gov.hanoi.selection.council.ConflictApi.ConflictView;
import vn.gov.hanoi.selection.council.ConflictApi.Source;
import vn.gov.hanoi.selection.council.ConflictApi.Tie;
import vn.gov.hanoi.selection.council.ConflictApi.WaiveRequest;
import vn.gov.hanoi.selection.round.Round;
import vn.gov.hanoi.selection.round.RoundState;
import vn.gov.hanoi.selection.round.Rounds;
import vn.gov.hanoi.selection.vacancy.Stamp;

/** Keeps what is told about ties and recusals, and the decisions that set conflicts aside. No event tells of it. */
@ApplicationScoped
class ActOnConflict {
    private static final Set<RoundState> TELLING = EnumSet.range(RoundState.RECEIVING, RoundState.RESULT_APPROVED);
    private static final Set<RoundState> WAIVING = EnumSet.of(
            RoundState.LIST_PUBLISHED,
            RoundState.ROUND1_HELD,
            RoundState.ROUND1_MARKED,
            RoundState.ROUND1_PUBLISHED,
            RoundState.ROUND2_HELD);

    private final ConflictDesk desk;
    private final ConflictRepository conflicts;
    private final ConflictQueries queries;
    private final Rounds rounds;
    private final AuditTrail audit;
    private final Clock clock;

    ActOnConflict(
            ConflictDesk desk,
            ConflictRepository conflicts,
            ConflictQueries queries,
            Rounds rounds,
            AuditTrail audit,
            Clock clock) {
        this.desk = desk;
        this.conflicts = conflicts;
        this.queries = queries;
        this.rounds = rounds;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps a tie or a recusal. Whether the member sits and the other stands is not asked.
     *
     * <p>Refusals: those of {@link ConflictDesk#source}, selection.round-state, selection.recusal-by-another,
     * selection.conflict-needs-candidate, selection.conflict-with-oneself, selection.officer-unknown, selection.conflict-exists.
     */
    @Transactional
    ConflictView tell(ConflictRequest request, Caller caller) {
        var source = desk.source(request.roundId(), request.memberId(), caller);
        var round = rounds.forUse(request.roundId());
        Refused.ifAny(state(round, TELLING));
        Refused.ifAny(refusals(request, source));
        var id = conflicts.add(request, source, stamp(caller));
        record("declare", id, round, Map.of("source", source), caller);
        return queries.told(desk.span(round), id);
    }

    private List<Refusal> refusals(ConflictRequest request, Source source) {
        var refusals = new ArrayList<Refusal>();
        var candidate = request.candidateId();
        if (request.ground() == Tie.RECUSAL && source != Source.MEMBER) {
            refusals.add(Refusal.of(SelectionProblem.RECUSAL_BY_ANOTHER).at("/ground"));
        }
        if (candidate == null && request.ground() != Tie.RECUSAL) {
            refusals.add(Refusal.of(SelectionProblem.CONFLICT_NEEDS_CANDIDATE, "ground", request.ground())
                    .at("/candidateId"));
        }
        if (request.memberId().equals(candidate)) {
            refusals.add(Refusal.of(SelectionProblem.CONFLICT_WITH_ONESELF).at("/candidateId"));
        }
        refusals.addAll(desk.unknown(request.memberId(), "/memberId"));
        if (candidate != null) {
            refusals.addAll(desk.unknown(candidate, "/candidateId"));
        }
        return refusals;
    }

    /**
     * Lets somebody judge a candidate in spite of one ground.
     *
     * <p>Refusals: resource.not-found, authority.own-act (a candidate, or the member), selection.round-state,
     * selection.decision-not-signed-yet, selection.conflict-not-waivable, selection.conflict-unknown, selection.conflict-waived.
     */
    @Transactional
    ConflictView waive(WaiveRequest request, Caller caller) {
        var key = request.data();
        var round = rounds.forUse(key.roundId());
        if (desk.isConcerned(round, key.memberId(), caller)) {
            throw new Refused(KernelProblem.OWN_ACT);
        }
        Refused.ifAny(state(round, WAIVING));
        var span = desk.span(round);
        var refusals = new ArrayList<>(Rounds.unsigned(request.decision(), rounds.today()));
        var waivable = desk.rules(round).waivable();
        if (!waivable.contains(key.ground().name())) {
            refusals.add(Refusal.of(
                            SelectionProblem.CONFLICT_NOT_WAIVABLE,
                            "ground",
                            key.ground(),
                            "allowed",
                            waivable.stream().sorted().collect(Collectors.joining(", ")))
                    .at("/data/ground"));
        } else if (!queries.isThere(span, key)) {
            refusals.add(Refusal.of(SelectionProblem.CONFLICT_UNKNOWN, "ground", key.ground())
                    .at("/data"));
        }
        Refused.ifAny(refusals);
        var id = conflicts.add(request, stamp(caller));
        record(
                "waive",
                id,
                round,
                Map.of("ground", key.ground(), "decision", request.decision().number()),
                caller);
        return queries.waived(span, key);
    }

    private List<Refusal> state(Round round, Set<RoundState> needed) {
        var state = round.stateOn(rounds.today());
        return needed.contains(state)
                ? List.of()
                : List.of(Refusal.of(
                        SelectionProblem.ROUND_STATE,
                        "state",
                        state.name(),
                        "needed",
                        needed.stream().map(Enum::name).collect(Collectors.joining(", "))));
    }

    private Stamp stamp(Caller caller) {
        return new Stamp(clock.instant(), caller.subject());
    }

    private void record(String act, UUID id, Round round, Map<String, ?> details, Caller caller) {
        audit.record(caller, new AuditTrail.Act("conflict." + act, "conflicts", id, round.unitId(), details));
    }
}
