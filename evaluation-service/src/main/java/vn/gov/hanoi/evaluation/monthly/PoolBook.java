package vn.gov.hanoi.evaluation.monthly;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.gov.hanoi.evaluation.ruleset.Period;

/**
 * What was told so far in the pools around some closings that are judged one after the other. The pools are held, so nobody else tells
 * anything in them meanwhile.
 */
final class PoolBook {
    private final Map<Place, UUID> above;
    private final Map<Place, List<Headcount>> counted;
    private final Set<UUID> allowed = new HashSet<>();

    PoolBook(Map<Place, UUID> above, Map<Place, List<Headcount>> counted) {
        this.above = Map.copyOf(above);
        this.counted = new HashMap<>(counted);
    }

    /** A rating unit in a period. */
    record Place(Period period, UUID unitId) {}

    /**
     * People of a closing under one rule set.
     *
     * @param told whether the closing was told before
     * @param top those with the top grade
     */
    record Headcount(UUID unitId, UUID closingId, String ruleSet, boolean told, int rated, int top) {}

    /** The closest rating unit above one on the last day of the period; empty for the City. */
    Optional<UUID> above(Place place) {
        return Optional.ofNullable(above.get(place));
    }

    /**
     * The unit and those right below it, as far as their results are told or about to be.
     *
     * @param judged whose results count although they are not told yet
     */
    List<Headcount> counted(Place root, UUID judged, String ruleSet) {
        return counted.getOrDefault(root, List.of()).stream()
                .filter(each -> each.ruleSet().equals(ruleSet))
                .filter(each -> each.told() || each.closingId().equals(judged) || allowed.contains(each.closingId()))
                .toList();
    }

    /** The results of a closing will be told: they count for those that are judged after it. */
    void allow(UUID closingId) {
        allowed.add(closingId);
    }
}
