package vn.gov.hanoi.evaluation.authority;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.Span;
import vn.gov.hanoi.evaluation.timeline.Timeline;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.ProblemCode;
import vn.gov.hanoi.kernel.problem.Refusal;

/**
 * The authority of one day, as recorded at one moment. The head of a unit, regular or acting, may act for the unit and everything below
 * it. A delegation passes on the part of that which lies in its unit and below, for its actions, on its days; a further one passes on
 * the part of the part, if the order before allows it. Whoever ceases to be head ends the delegations that rest on it, and a later return
 * does not revive them.
 */
final class Authority {
    /** Most delegations between a head and who acts. */
    static final int LONGEST_CHAIN = 5;

    private final Facts facts;
    private final Map<UUID, Delegation> delegations = new HashMap<>();

    Authority(Facts facts) {
        this.facts = facts;
        facts.delegations().forEach(delegation -> delegations.put(delegation.id(), delegation));
    }

    /**
     * One way to hold authority.
     *
     * @param anchors units that must all stand at or above a unit for which it holds
     */
    private record Claim(Ground ground, Set<UUID> anchors) {
        boolean covers(List<UUID> path) {
            return path.containsAll(anchors);
        }
    }

    /** The head of the unit on the day; empty if the post is vacant or the unit not in force. */
    Optional<Headship> headOf(UUID unitId) {
        return facts.path(unitId).isEmpty()
                ? Optional.empty()
                : today().filter(headship -> headship.unitId().equals(unitId)).findFirst();
    }

    /** Whether A is head of the unit of B's main post or of one above it, and is somebody else. */
    boolean isAbove(UUID a, UUID b) {
        var unit = facts.mainUnits().get(b);
        if (unit == null || a.equals(b)) {
            return false;
        }
        var path = facts.path(unit);
        return today().anyMatch(headship -> headship.officerId().equals(a) && path.contains(headship.unitId()));
    }

    /** Whether the officer may act for the unit. Blocked by authority.missing. */
    Ruling mayActFor(UUID officerId, UUID unitId, String action) {
        return ruling(grounds(officerId, unitId, action), EvaluationProblem.AUTHORITY_MISSING);
    }

    /**
     * Whether the officer may act on the case of another: authority over the unit in which the case lies, by a chain in which the other
     * has no part, since nobody acts on the own case and nobody has it done by a deputy.
     *
     * <p>Blocked by authority.missing, authority.own-act.
     *
     * @param unitId unit of the case; null for that of the other's main post on the day
     */
    Ruling mayActOn(UUID officerId, UUID subjectId, @Nullable UUID unitId, String action) {
        if (officerId.equals(subjectId)) {
            return ruling(List.of(), KernelProblem.OWN_ACT);
        }
        var unit = unitId == null ? facts.mainUnits().get(subjectId) : unitId;
        var grounds = unit == null ? List.<Ground>of() : grounds(officerId, unit, action);
        var ofOthers = grounds.stream()
                .filter(ground -> !ground.people().contains(subjectId))
                .toList();
        return ruling(ofOthers, grounds.isEmpty() ? EvaluationProblem.AUTHORITY_MISSING : KernelProblem.OWN_ACT);
    }

    /** The units at the top of what the officer may act for, each with its reason; everything below them belongs to it. */
    Map<UUID, List<Ground>> tops(UUID officerId, String action) {
        var tops = new HashMap<UUID, List<Ground>>();
        for (var claim : claims(officerId, action)) {
            claim.anchors().stream()
                    .filter(unit -> claim.covers(facts.path(unit)))
                    .findFirst()
                    .ifPresent(top ->
                            tops.computeIfAbsent(top, _ -> new ArrayList<>()).add(claim.ground()));
        }
        return tops;
    }

    /** Whether a delegation, recorded or planned, gives the action for its unit on the day. */
    boolean gives(Delegation delegation, String action) {
        return passedOn(delegation, action, 1).stream()
                .anyMatch(claim -> claim.covers(facts.path(delegation.unitId())));
    }

    /** Number of delegations from this one up to that of a head; what stands in no chain of the facts counts as one. */
    int chain(UUID delegationId) {
        int length = 1;
        var delegation = delegations.get(delegationId);
        while (delegation != null && delegation.parentId() != null && length <= LONGEST_CHAIN) {
            delegation = delegations.get(delegation.parentId());
            length++;
        }
        return length;
    }

    private List<Ground> grounds(UUID officerId, UUID unitId, String action) {
        var path = facts.path(unitId);
        return claims(officerId, action).stream()
                .filter(claim -> claim.covers(path))
                .map(Claim::ground)
                .sorted(Comparator.comparingInt(Ground::length)
                        .thenComparing(ground -> path.indexOf(ground.headship().unitId()))
                        .thenComparing(Ground::toString))
                .toList();
    }

    private List<Claim> claims(UUID officerId, String action) {
        var claims = new ArrayList<Claim>();
        today().filter(headship -> headship.officerId().equals(officerId))
                .forEach(headship -> claims.add(new Claim(new Ground.HeadOf(headship), Set.of(headship.unitId()))));
        facts.delegations().stream()
                .filter(delegation -> delegation.toOfficerId().equals(officerId))
                .forEach(delegation -> claims.addAll(passedOn(delegation, action, 1)));
        return claims;
    }

    /** What a delegation gives on the day. */
    private List<Claim> passedOn(Delegation delegation, String action, int length) {
        if (!delegation.names(action, facts.day()) || length > LONGEST_CHAIN) {
            return List.of();
        }
        var given = delegation.parentId() == null
                ? ofGiver(delegation)
                : parent(delegation)
                        .map(before -> passedOn(before, action, length + 1))
                        .orElse(List.of());
        return given.stream().map(claim -> below(delegation, claim)).toList();
    }

    private Optional<Delegation> parent(Delegation delegation) {
        return Optional.ofNullable(delegations.get(delegation.parentId()))
                .filter(Delegation::mayRedelegate)
                .filter(before -> before.toOfficerId().equals(delegation.fromOfficerId()));
    }

    private List<Claim> ofGiver(Delegation delegation) {
        return today().filter(headship -> headship.officerId().equals(delegation.fromOfficerId()))
                .filter(headship -> heldSince(headship, delegation.validity().from()))
                .map(headship -> new Claim(new Ground.HeadOf(headship), Set.of(headship.unitId())))
                .toList();
    }

    /** Whether the officer has been head of the unit on every day since, be it by several posts in a row. */
    private boolean heldSince(Headship headship, LocalDate since) {
        var held = new Timeline<>(facts.headships().stream()
                .filter(each -> each.officerId().equals(headship.officerId())
                        && each.unitId().equals(headship.unitId()))
                .map(each -> new Span<>(each.validity(), Boolean.TRUE))
                .toList());
        return held.firstGap(new Validity(since, facts.day().plusDays(1))).isEmpty();
    }

    private static Claim below(Delegation delegation, Claim claim) {
        var anchors = new HashSet<>(claim.anchors());
        anchors.add(delegation.unitId());
        var ground = new Ground.Delegated(
                delegation.id(),
                delegation.toOfficerId(),
                delegation.fromOfficerId(),
                delegation.unitId(),
                delegation.decisionNumber(),
                claim.ground());
        return new Claim(ground, Set.copyOf(anchors));
    }

    private Stream<Headship> today() {
        return facts.headships().stream().filter(headship -> headship.validity().contains(facts.day()));
    }

    private static Ruling ruling(List<Ground> grounds, ProblemCode otherwise) {
        return new Ruling(grounds, grounds.isEmpty() ? List.of(Refusal.of(otherwise)) : List.of());
    }
}
