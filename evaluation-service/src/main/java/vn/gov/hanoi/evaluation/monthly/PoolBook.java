package vn.gov.hanoi.evaluation.monthly;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.Closing.Raise;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.similartask.SimilarTaskGroups.Group;

/**
 * What was told so far in the pools around some closings that are judged one after the other. The pools are held, so nobody else tells
 * anything in them meanwhile.
 */
final class PoolBook {
    static final PoolBook NONE = new PoolBook(Map.of(), Map.of(), Set.of(), Map.of());

    private final Map<Place, UUID> above;
    private final Map<Place, Group> groups;
    private final Set<Place> grouped;
    private final Map<Place, List<Headcount>> counted;
    private final Map<UUID, Allowed> allowed = new HashMap<>();

    /**
     * @param above the closest rating unit above, by unit; of the City there is none
     * @param groups of the closings' units, by unit
     * @param grouped all units of the pools that are in a group
     * @param counted by root of the pool: a unit or a group
     */
    PoolBook(
            Map<Place, UUID> above, Map<Place, Group> groups, Set<Place> grouped, Map<Place, List<Headcount>> counted) {
        this.above = Map.copyOf(above);
        this.groups = Map.copyOf(groups);
        this.grouped = Set.copyOf(grouped);
        this.counted = Map.copyOf(counted);
    }

    /** A rating unit, or a group, in a period. */
    record Place(Period period, UUID id) {}

    private record Allowed(boolean reasoned, boolean raised) {}

    /**
     * People of a closing under one rule set.
     *
     * @param told whether the closing was told before
     * @param top those with the top grade
     * @param reasoned whether a reason is kept why one of them has it although the cap gives no place
     * @param raised whether a decision raises the cap of the unit
     */
    record Headcount(
            UUID unitId,
            UUID closingId,
            String ruleSet,
            boolean told,
            int rated,
            int top,
            boolean reasoned,
            boolean raised) {
        private Headcount as(Allowed now) {
            return new Headcount(unitId, closingId, ruleSet, true, rated, top, now.reasoned(), now.raised());
        }
    }

    /** The closest rating unit above one on the last day of the period; empty for the City. */
    Optional<UUID> above(Place unit) {
        return Optional.ofNullable(above.get(unit));
    }

    /** The group of a closing's unit. */
    Optional<Group> group(Place unit) {
        return Optional.ofNullable(groups.get(unit));
    }

    boolean isGrouped(Place unit) {
        return grouped.contains(unit);
    }

    /**
     * The unit and those right below it, or the units of the group, as far as their results are told or about to be.
     *
     * @param judged whose results count although they are not told yet
     */
    List<Headcount> counted(Place root, UUID judged, String ruleSet) {
        return counted.getOrDefault(root, List.of()).stream()
                .filter(each -> each.ruleSet().equals(ruleSet))
                .map(this::now)
                .filter(each -> each.told() || each.closingId().equals(judged))
                .toList();
    }

    private Headcount now(Headcount each) {
        var now = allowed.get(each.closingId());
        return now == null ? each : each.as(now);
    }

    /** The results of a closing will be told: they count for those that are judged after it. */
    void allow(Closing closing, @Nullable Raise raise) {
        allowed.put(closing.id(), new Allowed(closing.smallUnitReason() != null, raise != null));
    }
}
