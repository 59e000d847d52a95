package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.CapUse.Pooled;
import vn.gov.hanoi.evaluation.monthly.Closing.Raise;
import vn.gov.hanoi.evaluation.monthly.ClosingSheetRepository.Decided;
import vn.gov.hanoi.evaluation.monthly.PoolBook.Headcount;
import vn.gov.hanoi.evaluation.monthly.PoolBook.Place;
import vn.gov.hanoi.evaluation.monthly.PoolRepository.Wanted;
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
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;
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

    SmallUnitPools(PoolRepository pools, ClosingRepository closings) {
        this.pools = pools;
        this.closings = closings;
    }

    /**
     * The pools around closings, until the end of the transaction judged by nobody else.
     *
     * @param results by closing
     * @param versions by id
     */
    PoolBook hold(List<Closing> closings, Map<UUID, List<Decided>> results, Map<UUID, RuleSet> versions) {
        var caps = new HashMap<String, ExcellenceCap>();
        for (var ruleSet : versions.values()) {
            var cap = ruleSet.rules().excellenceCap();
            if (cap != null && isPooled(cap)) {
                caps.put(ruleSet.id(), cap);
            }
        }
        if (caps.isEmpty()) {
            return PoolBook.NONE;
        }
        var tops = new HashMap<String, Grade>();
        caps.forEach((code, cap) -> tops.put(code, cap.grade()));
        int most = caps.values().stream()
                .mapToInt(SmallUnitPools::nearlySmall)
                .max()
                .orElseThrow();
        var small = closings.stream()
                .map(Closing::id)
                .filter(id -> hasFew(results.getOrDefault(id, List.of()), versions, most))
                .collect(Collectors.toSet());
        return pools.hold(
                new Wanted(closings, small, caps.values().stream().anyMatch(SmallUnitPools::groupsFirst), tops));
    }

    /** Whether few are rated under one of the rule sets. */
    private static boolean hasFew(List<Decided> results, Map<UUID, RuleSet> versions, int most) {
        return results.stream()
                .filter(each -> each.grade() != null)
                .collect(Collectors.groupingBy(
                        each -> Objects.requireNonNull(versions.get(each.ruleSetId()))
                                .id(),
                        Collectors.counting()))
                .values()
                .stream()
                .anyMatch(count -> count <= most);
    }

    /** One person fewer or more moves a unit from one pool to the other, which then has lost people. */
    private static int nearlySmall(ExcellenceCap cap) {
        return cap.smallUnits().upTo() + 1;
    }

    private static boolean isPooled(ExcellenceCap cap) {
        return groupsFirst(cap) || cap.smallUnits().poolWith().contains(Pool.PARENT_UNIT);
    }

    private record Judged(
            Closing closing,
            RuleSet ruleSet,
            ExcellenceCap cap,
            CapUse alone,
            @Nullable Raise raise,
            PoolBook book) {
        Place place(UUID root) {
            return new Place(closing.period(), root);
        }

        List<Headcount> counted(UUID root) {
            return book.counted(place(root), closing.id(), ruleSet.id());
        }
    }

    /**
     * The use of the cap where a closing's people count, first; then, if it is refused, that of the other pool that the closing is next to.
     *
     * @param alone as if nobody else counted with it
     * @param book the pools around the closing, held
     */
    List<CapUse> uses(Closing closing, RuleSet ruleSet, CapUse alone, @Nullable Raise raise, PoolBook book) {
        var cap = Objects.requireNonNull(ruleSet.rules().excellenceCap());
        if (!isPooled(cap)) {
            return List.of(alone);
        }
        var judged = new Judged(closing, ruleSet, cap, alone, raise, book);
        var group =
                groupsFirst(cap) ? book.group(judged.place(closing.unitId())).orElse(null) : null;
        boolean hasBelow = cap.smallUnits().poolWith().contains(Pool.PARENT_UNIT);
        if (group == null && !hasBelow) {
            return List.of(alone);
        }
        var own = hasBelow ? pool(closing.unitId(), judged, raise) : alone;
        var above = book.above(judged.place(closing.unitId())).orElse(null);
        if (group == null && above == null || alone.rated() > nearlySmall(cap)) {
            return List.of(own);
        }
        var shared = group == null ? parent(Objects.requireNonNull(above), judged) : shared(group, judged);
        boolean small = isSmall(cap, alone.rated(), raise != null);
        if (small && !hasBelow) {
            return List.of(shared);
        }
        return small ? both(shared, own) : both(own, shared);
    }

    private CapUse parent(UUID above, Judged judged) {
        return pool(
                above,
                judged,
                closings.find(judged.closing().period(), above)
                        .map(Closing::raise)
                        .orElse(null));
    }

    private static List<CapUse> both(CapUse counted, CapUse other) {
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
    private static CapUse shared(Group group, Judged judged) {
        var unit = judged.closing().unitId();
        var members = judged.counted(group.id()).stream()
                .filter(each -> isSmall(
                        judged.cap(),
                        each.rated(),
                        each.unitId().equals(unit) ? judged.raise() != null : each.raised()))
                .toList();
        return use(new Pooled(Pool.SIMILAR_TASK_GROUP, group.id()), members, judged, null);
    }

    private static CapUse pool(UUID root, Judged judged, @Nullable Raise raise) {
        var book = judged.book();
        boolean byGroup = groupsFirst(judged.cap());
        // A small root counts above itself or in its group, and its people are not counted twice.
        boolean goesUp = byGroup && book.isGrouped(judged.place(root))
                || book.above(judged.place(root)).isPresent();
        var members = judged.counted(root).stream()
                .filter(each -> {
                    boolean small = isSmall(judged.cap(), each.rated(), raise != null);
                    return each.unitId().equals(root)
                            ? !(goesUp && small)
                            : small && !(byGroup && book.isGrouped(judged.place(each.unitId())));
                })
                .toList();
        return use(new Pooled(Pool.PARENT_UNIT, root), members, judged, raise);
    }

    private static CapUse use(Pooled pooled, List<Headcount> members, Judged judged, @Nullable Raise raise) {
        var cap = judged.cap();
        var closing = judged.closing();
        var alone = judged.alone();
        var root = pooled.id();
        var check = new QuotaCheck(
                new QuotaRule(
                        judged.ruleSet().id() + "/cap",
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
                ? new CapUse.ByReason(members.stream()
                        .filter(each -> each.top() > 0)
                        .allMatch(each -> each.unitId().equals(closing.unitId())
                                ? closing.smallUnitReason() != null
                                : each.reasoned()))
                : null;
        return new CapUse(
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
