package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.Closing.Raise;
import vn.gov.hanoi.evaluation.monthly.ExcellenceCheck.Pooled;
import vn.gov.hanoi.evaluation.monthly.ExcellenceCheck.Use;
import vn.gov.hanoi.evaluation.monthly.PoolRepository.Headcount;
import vn.gov.hanoi.evaluation.quota.QuotaBasis;
import vn.gov.hanoi.evaluation.quota.QuotaCase;
import vn.gov.hanoi.evaluation.quota.QuotaCheck;
import vn.gov.hanoi.evaluation.quota.QuotaGroup;
import vn.gov.hanoi.evaluation.quota.QuotaMember;
import vn.gov.hanoi.evaluation.quota.QuotaMember.Standing;
import vn.gov.hanoi.evaluation.quota.QuotaRule;
import vn.gov.hanoi.evaluation.quota.SmallUnitPolicy;
import vn.gov.hanoi.evaluation.ruleset.ExcellenceCap;
import vn.gov.hanoi.evaluation.ruleset.ExcellenceCap.Pool;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
import vn.gov.hanoi.evaluation.similartask.SimilarTaskGroups;
import vn.gov.hanoi.evaluation.similartask.SimilarTaskGroups.Group;

/**
 * A unit too small for a cap of its own counts with the closest rating unit above, together with the other small ones there, if the rule
 * set says so; where the rule set names groups of units with similar tasks first, with the small units of its group (the law is silent;
 * assumed, legal_check). What is told of the pool so far never has more of the top grade than the cap of all its told people allows, or one
 * against a written reason; who is told later finds what is left. Every judgement holds the pool, so the count is exact.
 */
@ApplicationScoped
class SmallUnitPools {
    private final PoolRepository pools;
    private final ClosingRepository closings;
    private final SimilarTaskGroups groups;

    SmallUnitPools(PoolRepository pools, ClosingRepository closings, SimilarTaskGroups groups) {
        this.pools = pools;
        this.closings = closings;
        this.groups = groups;
    }

    /**
     * The use of the cap where a closing's people count, first; then, if it is exceeded, that of the other pool that the closing is next to.
     *
     * @param alone as if nobody else counted with it
     */
    List<Use> uses(Closing closing, RuleSet ruleSet, Use alone, @Nullable Raise raise) {
        var cap = Objects.requireNonNull(ruleSet.rules().excellenceCap());
        var group = groupsFirst(cap)
                ? groups.of(closing.unitId(), closing.period().last()).orElse(null)
                : null;
        if (group != null) {
            return withGroup(group, closing, ruleSet, alone, raise);
        }
        if (!cap.smallUnits().poolWith().contains(Pool.PARENT_UNIT)) {
            return List.of(alone);
        }
        var unit = closing.unitId();
        var above = pools.above(unit, closing.period()).orElse(null);
        if (above != null) {
            pools.hold(above, closing.period());
        }
        pools.hold(unit, closing.period());
        var own = pool(unit, closing, ruleSet, alone, raise);
        boolean small = above != null && isSmall(cap, alone.rated(), raise != null);
        // One person fewer or more moves a unit from one pool to the other, which then has lost people.
        if (above == null || alone.rated() > cap.smallUnits().upTo() + 1) {
            return List.of(own);
        }
        var raisedAbove =
                closings.find(closing.period(), above).map(Closing::raise).orElse(null);
        var parent = pool(above, closing, ruleSet, alone, raisedAbove);
        return small ? both(parent, own) : both(own, parent);
    }

    /** The pool of a group is held before that of the unit; nobody holds one of a unit before one of a group. */
    private List<Use> withGroup(Group group, Closing closing, RuleSet ruleSet, Use alone, @Nullable Raise raise) {
        var cap = Objects.requireNonNull(ruleSet.rules().excellenceCap());
        pools.hold(group.id(), closing.period());
        pools.hold(closing.unitId(), closing.period());
        boolean small = isSmall(cap, alone.rated(), raise != null);
        boolean hasBelow = cap.smallUnits().poolWith().contains(Pool.PARENT_UNIT);
        var own = hasBelow ? pool(closing.unitId(), closing, ruleSet, alone, raise) : alone;
        if (alone.rated() > cap.smallUnits().upTo() + 1) {
            return List.of(own);
        }
        var shared = shared(group, closing, ruleSet, alone, raise);
        if (small) {
            return hasBelow ? both(shared, own) : List.of(shared);
        }
        return both(own, shared);
    }

    private static List<Use> both(Use counted, Use other) {
        return other.refused() ? List.of(counted, other) : List.of(counted);
    }

    /** Whether a group goes before the unit above, which every unit but the City has. */
    private static boolean groupsFirst(ExcellenceCap cap) {
        var order = cap.smallUnits().poolWith();
        int parent = order.indexOf(Pool.PARENT_UNIT);
        int group = order.indexOf(Pool.SIMILAR_TASK_GROUP);
        return group >= 0 && (parent < 0 || group < parent);
    }

    /** The small units of a group count together; the others have a cap of their own. What raises the cap of one of them raises no other's. */
    private Use shared(Group group, Closing closing, RuleSet ruleSet, Use alone, @Nullable Raise raise) {
        var cap = Objects.requireNonNull(ruleSet.rules().excellenceCap());
        var members = pools.counted(group.unitIds(), closing, ruleSet.id(), cap.grade()).stream()
                .filter(each -> isSmall(
                        cap, each.rated(), each.unitId().equals(closing.unitId()) ? raise != null : each.raised()))
                .toList();
        return use(new Pooled(Pool.SIMILAR_TASK_GROUP, group.id()), members, closing, ruleSet, alone, null);
    }

    private Use pool(UUID root, Closing closing, RuleSet ruleSet, Use alone, @Nullable Raise raise) {
        var cap = Objects.requireNonNull(ruleSet.rules().excellenceCap());
        var counted = pools.counted(root, closing, ruleSet.id(), cap.grade());
        var elsewhere = groupsFirst(cap)
                ? groups.grouped(
                        Stream.concat(Stream.of(root), counted.stream().map(Headcount::unitId))
                                .toList(),
                        closing.period().last())
                : Set.<UUID>of();
        // A small root counts above itself or in its group, and its people are not counted twice.
        boolean goesUp =
                elsewhere.contains(root) || pools.above(root, closing.period()).isPresent();
        var members = counted.stream()
                .filter(each -> {
                    boolean small = isSmall(cap, each.rated(), raise != null);
                    return each.unitId().equals(root)
                            ? !(goesUp && small)
                            : small && !elsewhere.contains(each.unitId());
                })
                .toList();
        return use(new Pooled(Pool.PARENT_UNIT, root), members, closing, ruleSet, alone, raise);
    }

    private static Use use(
            Pooled pooled,
            List<Headcount> members,
            Closing closing,
            RuleSet ruleSet,
            Use alone,
            @Nullable Raise raise) {
        var cap = Objects.requireNonNull(ruleSet.rules().excellenceCap());
        var root = pooled.id();
        var check = new QuotaCheck(
                new QuotaRule(
                        ruleSet.id() + "/cap",
                        QuotaBasis.RATED,
                        cap.share(),
                        cap.raisedShare(),
                        SmallUnitPolicy.POOL_WITH_PARENT),
                people(root, members, raise));
        var allowance = check.allowances().stream()
                .filter(each -> each.groups().contains(root.toString()))
                .findFirst()
                .orElseThrow();
        int used = members.stream().mapToInt(Headcount::top).sum();
        // What small units have together may be too small as well.
        int allowed = cap.allowed(allowance.rated(), raise != null, true);
        var exception = allowed > allowance.allowed()
                ? new Use.ByReason(members.stream()
                        .filter(each -> each.top() > 0)
                        .allMatch(each -> each.unitId().equals(closing.unitId())
                                ? closing.smallUnitReason() != null
                                : each.reasoned()))
                : null;
        return new Use(
                alone.ruleSet(),
                alone.grade(),
                allowance.share(),
                allowance.rated(),
                Math.max(allowed, allowance.allowed()),
                used,
                alone.ranking(),
                exception,
                root.equals(closing.unitId()) ? null : pooled);
    }

    private static boolean isSmall(ExcellenceCap cap, int rated, boolean raised) {
        return cap.isSmall(rated) && cap.allowed(rated, raised, false) == 0;
    }

    /** Nobody of the other units is named: they are numbers. */
    private static QuotaCase people(UUID root, List<Headcount> units, @Nullable Raise raise) {
        var groups = new ArrayList<QuotaGroup>();
        groups.add(new QuotaGroup(root.toString(), QuotaGroup.Kind.UNIT, null));
        var members = new ArrayList<QuotaMember>();
        for (var unit : units) {
            var id = unit.unitId().toString();
            if (!unit.unitId().equals(root)) {
                groups.add(new QuotaGroup(id, QuotaGroup.Kind.UNIT, root.toString()));
            }
            for (int i = 0; i < unit.rated(); i++) {
                boolean top = i < unit.top();
                members.add(new QuotaMember(
                        id + "/" + i,
                        top ? Standing.EXCELLENT : Standing.LOWER,
                        top ? BigDecimal.ZERO : null,
                        Set.of(id)));
            }
        }
        return new QuotaCase(
                groups, members, raise == null ? null : raise.decision().number());
    }
}
