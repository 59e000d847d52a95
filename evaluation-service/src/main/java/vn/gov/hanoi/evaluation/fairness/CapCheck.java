package vn.gov.hanoi.evaluation.fairness;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/**
 * A cap that is used to the last place in every month: the best grade may be shared out instead of earned. Nobody can say how often an agency
 * does so fairly, since a good one may have more candidates than places, so there is no probability. Pure.
 */
final class CapCheck {
    private final Limits limits;
    private final int closings;

    /** @param closings fewest months with a place, at least 1 */
    CapCheck(Limits limits, int closings) {
        this.limits = limits;
        this.closings = closings;
    }

    /**
     * The cap in one published month of an agency.
     *
     * @param rated people with a grade
     * @param allowed places
     * @param used people with the best grade
     */
    record Use(UUID unitId, Flag.Standard standard, YearMonth month, int rated, int allowed, int used) {
        boolean isExhausted() {
            return used >= allowed;
        }
    }

    private record Group(UUID unitId, String ruleSet) {}

    Findings check(List<Use> all) {
        var groups = new LinkedHashMap<Group, List<Use>>();
        all.forEach(use -> groups.computeIfAbsent(
                        new Group(use.unitId(), use.standard().ruleSet()), _ -> new ArrayList<>())
                .add(use));
        var flags = new ArrayList<Flag>();
        int tested = 0;
        for (var group : groups.values()) {
            var uses = group.stream()
                    .filter(use -> use.allowed() > 0 && use.rated() >= limits.results())
                    .sorted(Comparator.comparing(Use::month))
                    .toList();
            if (uses.size() >= closings) {
                tested++;
                if (uses.stream().allMatch(Use::isExhausted)) {
                    flags.add(flag(uses));
                }
            }
        }
        return new Findings(FlagKind.CAP_EXHAUSTED, flags, tested, groups.size() - tested);
    }

    private Flag flag(List<Use> uses) {
        var months = BigDecimal.valueOf(uses.size());
        return new Flag(
                FlagKind.CAP_EXHAUSTED,
                uses.getLast().unitId(),
                null,
                null,
                uses.getLast().standard(),
                uses.stream().map(Use::month).toList(),
                new Flag.Numbers(uses.size(), 0, months, BigDecimal.valueOf(closings), months, null));
    }
}
