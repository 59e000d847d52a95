package vn.gov.hanoi.evaluation.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Carries figures of units along the lineage from one day to a later one. Pure. */
final class Lineage {
    private Lineage() {}

    /** A share of a unit that went over on a day. */
    record Step(UUID from, UUID to, BigDecimal share, LocalDate day) {}

    /**
     * What each unit has after all steps. On each day all units give at once, so that what a unit takes on a day it does not give
     * away on the same day; what a unit does not give it keeps.
     *
     * @param steps those after the day of the figures, up to the day they are mapped to
     */
    static Map<UUID, Count> carried(Map<UUID, Count> figures, List<Step> steps) {
        var now = new HashMap<>(figures);
        var byDay = steps.stream().collect(Collectors.groupingBy(Step::day, TreeMap::new, Collectors.toList()));
        for (var day : byDay.values()) {
            var before = Map.copyOf(now);
            for (var step : day) {
                var given = before.getOrDefault(step.from(), Count.NONE).times(step.share());
                if (!given.isNone()) {
                    now.merge(step.to(), given, Count::plus);
                    now.merge(step.from(), given.times(BigDecimal.ONE.negate()), Count::plus);
                }
            }
        }
        now.values().removeIf(Count::isNone);
        return now;
    }
}
