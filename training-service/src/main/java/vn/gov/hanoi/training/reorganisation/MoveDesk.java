package vn.gov.hanoi.training.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.action.ActionView;
import vn.gov.hanoi.training.action.Actions;
import vn.gov.hanoi.training.reorganisation.MoveViewApi.MoveView;

/** Lays a draft on the table, with what it would move now and what the caller may do with it. */
@ApplicationScoped
class MoveDesk {
    private final DraftRepository drafts;
    private final MoveQueries queries;
    private final StandingQueries standings;
    private final Actions actions;
    private final Clock clock;
    private final MoveRules rules = MoveRules.SHIPPED;

    MoveDesk(DraftRepository drafts, MoveQueries queries, StandingQueries standings, Actions actions, Clock clock) {
        this.drafts = drafts;
        this.queries = queries;
        this.standings = standings;
        this.actions = actions;
        this.clock = clock;
    }

    /** Refusals: scope.unit-unknown; resource.not-found for a draft that is not there or not for the caller. */
    @Transactional
    MoveGuard see(UUID id, Caller caller) {
        var found = queries.find(id, caller).orElseThrow(() -> new Refused(KernelProblem.NOT_FOUND));
        var draft = drafts.find(id).orElseThrow();
        var heirs = queries.heirs(draft.reorganisationId());
        return new MoveGuard(laid(found, draft, heirs), caller, LocalDate.now(clock));
    }

    private MoveCase laid(MoveQueries.Found found, MoveDraft draft, Heirs all) {
        var heirs = queries.movedBefore(draft) ? all.ofEnding() : all;
        var units = new HashSet<>(all.units());
        units.addAll(all.takers());
        var standing = standings.of(draft.planId(), units);
        var kept = draft.content();
        if (draft.state() != MoveDraft.State.DRAFT) {
            var content = kept == null ? new MoveContent(Moves.NONE, List.of()) : MoveContent.of(kept);
            return new MoveCase(
                    draft,
                    found.summary(),
                    found.planUnitId(),
                    found.decides(),
                    heirs,
                    standing,
                    content,
                    draft.version());
        }
        boolean follows = draft.kind() == MoveDraft.Kind.FOLLOW;
        var moves = follows
                ? FollowLineage.moves(standing, heirs, MoveContent.division(draft.division()), rules)
                : GoBack.moves(made(draft), standing);
        Set<UUID> givers = follows ? heirs.units() : all.takers();
        long tag = draft.version() + standings.versions(draft.planId(), givers);
        var content = new MoveContent(moves, Balance.of(standing, moves));
        return new MoveCase(draft, found.summary(), found.planUnitId(), found.decides(), heirs, standing, content, tag);
    }

    private Moves made(MoveDraft draft) {
        var first = drafts.find(Objects.requireNonNull(draft.ofId())).orElseThrow();
        return MoveContent.of(Objects.requireNonNull(first.content())).moves();
    }

    /** The whole of a draft. Refusals: those of {@link #see}. */
    @Transactional
    MoveView full(UUID id, Caller caller) {
        var guard = see(id, caller);
        var matter = guard.matter();
        var day = matter.summary().reorganisation().effectiveOn();
        var names = standings.units(MoveViews.units(matter.content()), day);
        var path = "/training/v1/plan-moves/" + id;
        List<ActionView> acts = Arrays.stream(MoveGuard.Act.values())
                .map(act -> actions.of(act.verb(), path, act.needs(), guard.refusals(act)))
                .toList();
        return MoveViews.of(matter, legalBasis(matter), names, acts);
    }

    String legalBasis(MoveCase matter) {
        var reorganisation = matter.summary().reorganisation();
        var what =
                switch (matter.draft().kind()) {
                    case FOLLOW ->
                        "Quyết định sắp xếp tổ chức số %s, có hiệu lực từ %s"
                                .formatted(reorganisation.decisionNumber(), reorganisation.effectiveOn());
                    case RETURN ->
                        "Việc sắp xếp tổ chức theo quyết định số %s không được thực hiện"
                                .formatted(reorganisation.decisionNumber());
                };
        return what + "; " + rules.legalBasis();
    }
}
