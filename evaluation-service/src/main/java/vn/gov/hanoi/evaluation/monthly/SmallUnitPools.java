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
import vn.gov.hanoi.evaluation.monthly.Closing.Raise;
import vn.gov.hanoi.evaluation.monthly.ClosingSheetRepository.Decided;
import vn.gov.hanoi.evaluation.monthly.ExcellenceCheck.Use;
import vn.gov.hanoi.evaluation.monthly.PoolBook.Headcount;
import vn.gov.hanoi.evaluation.monthly.PoolBook.Place;
import vn.gov.hanoi.evaluation.quota.QuotaBasis;
import vn.gov.hanoi.evaluation.quota.QuotaCase;
import vn.gov.hanoi.evaluation.quota.QuotaCheck;
import vn.gov.hanoi.evaluation.quota.QuotaGroup;
import vn.gov.hanoi.evaluation.quota.QuotaMember;
import vn.gov.hanoi.evaluation.quota.QuotaMember.Standing;
import vn.gov.hanoi.evaluation.quota.QuotaRule;
import vn.gov.hanoi.evaluation.quota.SmallUnitPolicy;
import vn.gov.hanoi.evaluation.ruleset.ExcellenceCap;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.RuleSet;

/**
 * A unit too small for a cap of its own counts with the closest rating unit above, together with the other small ones there, if the rule
 * set says so (the law is silent; assumed, legal_check). What is told of the pool so far never has more of the top grade than the cap of
 * all its told people allows; who is told later finds what is left. Every judgement holds the pool, so the count is exact.
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
            return new PoolBook(Map.of(), Map.of());
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
        return pools.hold(closings, small, tops);
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
        return cap.smallUnits().poolWith().contains(ExcellenceCap.Pool.PARENT_UNIT);
    }

    /**
     * The use of the cap where a closing's people count, first; then, if it is exceeded, that of the other pool that the closing is next to.
     *
     * @param alone as if nobody else counted with it
     * @param book the pools around the closing, held
     */
    List<Use> uses(Closing closing, RuleSet ruleSet, Use alone, @Nullable Raise raise, PoolBook book) {
        var cap = Objects.requireNonNull(ruleSet.rules().excellenceCap());
        if (!isPooled(cap)) {
            return List.of(alone);
        }
        var judged = new Judged(closing, ruleSet, alone, book);
        var unit = closing.unitId();
        var above = book.above(new Place(closing.period(), unit)).orElse(null);
        var own = pool(unit, judged, raise);
        boolean small = above != null && isSmall(cap, alone.rated(), raise);
        if (above == null || alone.rated() > nearlySmall(cap)) {
            return List.of(own);
        }
        var raisedAbove =
                closings.find(closing.period(), above).map(Closing::raise).orElse(null);
        var parent = pool(above, judged, raisedAbove);
        var found = new ArrayList<Use>();
        found.add(small ? parent : own);
        var other = small ? own : parent;
        if (other.exceeded()) {
            found.add(other);
        }
        return found;
    }

    private record Judged(Closing closing, RuleSet ruleSet, Use alone, PoolBook book) {}

    private static Use pool(UUID root, Judged judged, @Nullable Raise raise) {
        var ruleSet = judged.ruleSet();
        var alone = judged.alone();
        var cap = Objects.requireNonNull(ruleSet.rules().excellenceCap());
        var place = new Place(judged.closing().period(), root);
        // A small root counts above itself, and its people are not counted twice.
        boolean goesUp = judged.book().above(place).isPresent();
        var members = judged.book().counted(place, judged.closing().id(), ruleSet.id()).stream()
                .filter(each -> each.unitId().equals(root)
                        ? !(goesUp && isSmall(cap, each.rated(), raise))
                        : isSmall(cap, each.rated(), raise))
                .toList();
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
        return new Use(alone.ruleSet(), alone.grade(), allowance.rated(), allowance.allowed(), used, alone.ranking());
    }

    private static boolean isSmall(ExcellenceCap cap, int rated, @Nullable Raise raise) {
        return cap.isSmall(rated) && cap.allowed(rated, raise != null, false) == 0;
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
