package vn.gov.hanoi.evaluation.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.Kind;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.Placement;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.PostException;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.Rank;
import vn.gov.hanoi.evaluation.reorganisation.PlanContent.Succession;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.evaluation.unit.Unit;
import vn.gov.hanoi.evaluation.unit.UnitType;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;

/** Whether a plan fits what is recorded. The try-out shows what the act would refuse, since both ask here. */
final class PlanCheck {
    private static final int MOST = 100;

    private final PlanContent content;
    private final LocalDate day;
    private final PlanFacts facts;
    private final Set<UUID> dissolved;
    private final List<Refusal> faults = new ArrayList<>();

    private PlanCheck(PlanContent content, LocalDate day, PlanFacts facts) {
        this.content = content;
        this.day = day;
        this.facts = facts;
        this.dissolved = content.units().stream()
                .filter(change -> change.change() == Kind.DISSOLVE)
                .map(change -> Objects.requireNonNull(change.unitId()))
                .collect(Collectors.toSet());
    }

    /**
     * Refusals, at most 100: reorganisation.unit-unknown, scope.outside, reorganisation.unit-not-in-force,
     * reorganisation.changes-later, unit.parent-mismatch, reorganisation.child-left, unit.code-exists,
     * reorganisation.post-unknown, reorganisation.posts-left, assignment.head-exists.
     *
     * @param moves where the posts go by the plan
     */
    static List<Refusal> faults(PlanContent content, LocalDate day, PlanFacts facts, List<Move> moves) {
        var check = new PlanCheck(content, day, facts);
        check.changes();
        check.targets();
        if (check.faults.isEmpty()) {
            check.posts(moves);
            check.heads(moves);
        }
        return check.faults.stream().limit(MOST).toList();
    }

    private void add(String pointer, Refusal refusal) {
        faults.add(refusal.at(pointer));
    }

    private void changes() {
        for (int i = 0; i < content.units().size(); i++) {
            var change = content.units().get(i);
            var at = "/content/units/" + i;
            if (change.code() != null && facts.takenCodes().contains(change.code())) {
                add(at + "/code", Refusal.of(EvaluationProblem.UNIT_CODE_EXISTS));
            }
            if (change.administrativeCode() != null && facts.takenCodes().contains(change.administrativeCode())) {
                add(at + "/administrativeCode", Refusal.of(EvaluationProblem.UNIT_CODE_EXISTS));
            }
            if (change.parentId() != null) {
                target(change.parentId(), at + "/parentId");
            }
            if (change.change() == Kind.CREATE) {
                continue;
            }
            var unit = known(change.unitId(), at + "/unitId");
            if (unit == null) {
                continue;
            }
            life(unit, at + "/unitId");
            if (unit.states().spans().getLast().content().type() == UnitType.CITY
                    && (change.change() == Kind.DISSOLVE || change.type() != null || change.namesParent())) {
                add(at, Refusal.of(EvaluationProblem.UNIT_PARENT_MISMATCH));
            }
            if (change.change() == Kind.DISSOLVE) {
                children(unit, at);
            }
        }
    }

    /** A unit of a plan is in force before and after the day, and nothing else is recorded for later. */
    private void life(Unit unit, String at) {
        var last = unit.states().spans().getLast().validity();
        if (!last.from().isBefore(day) || last.to() != null) {
            var code = last.to() != null && !last.to().isAfter(day)
                    ? EvaluationProblem.PLAN_UNIT_NOT_IN_FORCE
                    : EvaluationProblem.PLAN_CHANGES_LATER;
            add(at, Refusal.of(code, "unitId", unit.id().toString(), "day", day.toString()));
        }
    }

    private void children(Unit unit, String at) {
        for (var child : facts.children().getOrDefault(unit.id(), List.of())) {
            boolean goes = content.units().stream()
                    .anyMatch(change -> child.equals(change.unitId())
                            && (change.change() == Kind.DISSOLVE || change.namesParent()));
            if (!goes) {
                add(at, Refusal.of(EvaluationProblem.PLAN_CHILD_LEFT, "childId", child.toString()));
            }
        }
    }

    private @Nullable Unit known(@Nullable UUID id, String at) {
        var unit = id == null ? null : facts.units().get(id);
        if (unit == null) {
            add(at, Refusal.of(EvaluationProblem.PLAN_UNIT_UNKNOWN));
        } else if (!facts.inScope().contains(unit.id())) {
            add(at, Refusal.of(KernelProblem.SCOPE_OUTSIDE));
            return null;
        }
        return unit;
    }

    /** A unit that takes something over is in force from the day on without an end. */
    private void target(@Nullable UUID id, String at) {
        if (id == null) {
            return;
        }
        var unit = known(id, at);
        if (unit != null && unit.states().firstGap(new Validity(day, null)).isPresent()) {
            add(
                    at,
                    Refusal.of(
                            EvaluationProblem.PLAN_UNIT_NOT_IN_FORCE, "unitId", id.toString(), "day", day.toString()));
        }
    }

    private void targets() {
        for (int i = 0; i < content.successions().size(); i++) {
            var each = content.successions().get(i);
            var at = "/content/successions/" + i;
            known(each.fromUnitId(), at + "/fromUnitId");
            target(each.toUnitId(), at + "/toUnitId");
        }
        for (int i = 0; i < content.placements().size(); i++) {
            var each = content.placements().get(i);
            var at = "/content/placements/" + i;
            known(each.fromUnitId(), at + "/fromUnitId");
            target(each.toUnitId(), at + "/toUnitId");
        }
        for (int i = 0; i < content.exceptions().size(); i++) {
            target(content.exceptions().get(i).toUnitId(), "/content/exceptions/" + i + "/toUnitId");
        }
        for (int i = 0; i < content.handovers().size(); i++) {
            var each = content.handovers().get(i);
            var at = "/content/handovers/" + i;
            known(each.fromUnitId(), at + "/fromUnitId");
            target(each.toUnitId(), at + "/toUnitId");
        }
    }

    /** No post stays in a dissolved unit, and each exception is about a post of the caller's units. */
    private void posts(List<Move> moves) {
        var moved = moves.stream().map(move -> move.post().id()).collect(Collectors.toSet());
        var left = new HashMap<UUID, Integer>();
        var known = new HashSet<UUID>();
        for (var post : facts.posts()) {
            known.add(post.id());
            if (dissolved.contains(post.unitId()) && !moved.contains(post.id())) {
                left.merge(post.unitId(), 1, Integer::sum);
            }
        }
        left.forEach((unit, number) -> add(
                "/content/placements",
                Refusal.of(EvaluationProblem.PLAN_POSTS_LEFT, "unitId", unit.toString(), "posts", number)));
        for (int i = 0; i < content.exceptions().size(); i++) {
            if (!known.contains(content.exceptions().get(i).assignmentId())) {
                add("/content/exceptions/" + i + "/assignmentId", Refusal.of(EvaluationProblem.PLAN_POST_UNKNOWN));
            }
        }
    }

    private void heads(List<Move> moves) {
        var moved = moves.stream().map(move -> move.post().id()).collect(Collectors.toSet());
        var heads = new HashMap<UUID, List<Validity>>();
        facts.heads().stream().filter(head -> !moved.contains(head.postId())).forEach(head -> heads.computeIfAbsent(
                        head.unitId(), _ -> new ArrayList<>())
                .add(head.validity()));
        for (var move : moves) {
            if (move.to() == null || move.position() != Rank.HEAD) {
                continue;
            }
            var own = heads.computeIfAbsent(move.to(), _ -> new ArrayList<>());
            var when = fromDay(move.post().validity());
            if (own.stream().anyMatch(when::overlaps)) {
                add(
                        "/content/placements",
                        Refusal.of(
                                EvaluationProblem.ASSIGNMENT_HEAD_EXISTS,
                                "unitId",
                                move.to().toString()));
            }
            own.add(when);
        }
    }

    private Validity fromDay(Validity validity) {
        return validity.from().isBefore(day) ? new Validity(day, validity.to()) : validity;
    }

    /** Units whose posts a plan must know: those with a rule and the dissolved ones. */
    static Set<UUID> sources(PlanContent content) {
        var sources = new HashSet<UUID>();
        content.placements().stream().map(Placement::fromUnitId).forEach(sources::add);
        content.units().stream()
                .filter(change -> change.change() == Kind.DISSOLVE)
                .forEach(change -> sources.add(Objects.requireNonNull(change.unitId())));
        return sources;
    }

    /** Units into which somebody could come as head. */
    static Set<UUID> targets(PlanContent content, Map<String, UUID> refs) {
        var targets = new HashSet<UUID>();
        Stream.of(
                        content.placements().stream().map(Placement::to),
                        content.exceptions().stream().map(PostException::to),
                        content.successions().stream().map(Succession::to))
                .flatMap(each -> each)
                .map(target -> target.resolve(refs))
                .filter(Objects::nonNull)
                .forEach(targets::add);
        return targets;
    }
}
