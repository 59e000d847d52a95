package vn.gov.hanoi.training.reorganisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.plan.MovePlan;
import vn.gov.hanoi.training.plan.MovedPlan;
import vn.gov.hanoi.training.plan.MovedPlan.LineKey;
import vn.gov.hanoi.training.plan.PlanMove;
import vn.gov.hanoi.training.reorganisation.MoveApi.ApproveRequest;
import vn.gov.hanoi.training.reorganisation.MoveGuard.Act;

/** Records the decision of a draft: lines, money, commitments and classes move in one transaction, or nothing does. */
@ApplicationScoped
class ApproveMove {
    private final MoveDesk desk;
    private final DraftRepository drafts;
    private final MovePlan movePlan;
    private final MoveWork work;
    private final AuditTrail audit;
    private final Clock clock;

    ApproveMove(
            MoveDesk desk, DraftRepository drafts, MovePlan movePlan, MoveWork work, AuditTrail audit, Clock clock) {
        this.desk = desk;
        this.drafts = drafts;
        this.movePlan = movePlan;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Classes are held first, then the plan with its lines and accounts, as everybody does. The tag says that what moves is what was seen:
     * whatever happened to it in between made another one.
     *
     * <p>Refusals: those of {@link MoveGuard#refusals}, precondition.required, precondition.failed, training.move-sums-differ,
     * training.move-too-early for a decision signed before the day, those of {@link MovePlan#move}.
     */
    @Transactional
    void approve(UUID id, @Nullable String ifMatch, ApproveRequest request, Caller caller) {
        var seen = desk.see(id, caller);
        Refused.ifAny(seen.rights(Act.APPROVE));
        work.hold(seen.matter().content().moves());
        movePlan.hold(seen.matter().summary().year());
        var held = drafts.hold(id);
        var guard = desk.see(id, caller);
        var matter = guard.matter();
        boolean open = held.state() == MoveDraft.State.DRAFT;
        // The plan got a new version by being held.
        Etags.require(ifMatch, open ? matter.tag() - 1 : matter.tag());
        Refused.ifAny(guard.refusals(Act.APPROVE));
        check(matter, request);
        var moves = matter.content().moves();
        work.release(moves, caller);
        var moved = movePlan.move(order(matter, request), caller);
        var done = done(moves, moved);
        work.move(matter, done, caller);
        held.approve(
                moved.decisionId(),
                new MoveContent(done, matter.content().balances()).text(),
                clock.instant(),
                caller.subject());
        drafts.flush();
        var details = Map.of(
                "decisionId",
                moved.decisionId(),
                "movedVnd",
                done.totalVnd(),
                "lines",
                done.quotas().size(),
                "classes",
                done.classes().size());
        audit.record(caller, new AuditTrail.Act("plan-move.approve", "plan-moves", id, matter.planUnitId(), details));
    }

    private static void check(MoveCase matter, ApproveRequest request) {
        var found = new ArrayList<>(FollowLineage.refusals(
                matter.standing(),
                matter.heirs(),
                MoveContent.division(matter.draft().division())));
        var day = matter.summary().reorganisation().effectiveOn();
        boolean follows = matter.draft().kind() == MoveDraft.Kind.FOLLOW;
        if (follows && request.decision().signedOn().isBefore(day)) {
            found.add(Refusal.of(TrainingProblem.MOVE_TOO_EARLY, "day", day.toString())
                    .at("/decision/signedOn"));
        }
        Refused.ifAny(found);
    }

    private record Way(String block, UUID from, UUID to) {}

    private PlanMove order(MoveCase matter, ApproveRequest request) {
        var moves = matter.content().moves();
        var free = new LinkedHashMap<Way, Long>();
        var commitments = new LinkedHashMap<Way, List<UUID>>();
        moves.money()
                .forEach(each ->
                        free.merge(new Way(each.block(), each.from(), each.to()), each.amountVnd(), Math::addExact));
        moves.commitments().forEach(each -> commitments
                .computeIfAbsent(new Way(each.block(), each.from(), each.to()), _ -> new ArrayList<>())
                .add(each.id()));
        var money = Stream.concat(free.keySet().stream(), commitments.keySet().stream())
                .distinct()
                .map(way -> new PlanMove.Money(
                        way.block(),
                        way.from(),
                        way.to(),
                        free.getOrDefault(way, 0L),
                        commitments.getOrDefault(way, List.of())))
                .toList();
        var quotas = moves.quotas().stream()
                .map(each -> new PlanMove.Quota(
                        each.lineId(),
                        each.to(),
                        each.freeClasses() + each.openedClasses(),
                        each.freePlaces() + each.openedPlaces(),
                        each.openedClasses(),
                        each.openedPlaces()))
                .toList();
        var decision = request.decision();
        return new PlanMove(
                matter.summary().year(),
                new PlanMove.Signed(decision.number(), decision.signedOn(), decision.issuer()),
                desk.legalBasis(matter),
                money,
                quotas);
    }

    private static Moves done(Moves moves, MovedPlan moved) {
        return new Moves(
                moves.expired(),
                moves.money(),
                moves.commitments().stream()
                        .map(each -> new Moves.Commitment(
                                each.id(),
                                each.block(),
                                each.fundingSource(),
                                each.from(),
                                each.to(),
                                each.openVnd(),
                                Objects.requireNonNull(moved.commitments().get(each.id()))))
                        .toList(),
                moves.quotas().stream()
                        .map(each -> new Moves.Quota(
                                each.lineId(),
                                each.line(),
                                each.block(),
                                each.fundingSource(),
                                each.from(),
                                each.to(),
                                each.pending(),
                                each.freeClasses(),
                                each.freePlaces(),
                                each.openedClasses(),
                                each.openedPlaces(),
                                Objects.requireNonNull(moved.lines().get(new LineKey(each.lineId(), each.to())))))
                        .toList(),
                moves.classes());
    }
}
