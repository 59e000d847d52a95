package vn.gov.hanoi.evaluation.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.simulation.SimulationApi.CapUse;
import vn.gov.hanoi.evaluation.simulation.SimulationApi.Figures;
import vn.gov.hanoi.evaluation.simulation.SimulationApi.LineKind;

/** Counts of one unit, of several, or of all, by category. */
final class GroupCounts {
    private final SortedMap<Category, Tally> categories = new TreeMap<>();
    private final List<CapUse> caps = new ArrayList<>();
    private int units = 1;

    /** What is kept of a group. @param unitId null unless the kind is UNIT; category null for all */
    record Line(
            LineKind kind,
            @Nullable UUID unitId,
            int units,
            @Nullable Category category,
            Figures figures,
            List<CapUse> caps) {}

    void add(Category category, Rescored sheet) {
        categories.computeIfAbsent(category, _ -> new Tally()).add(sheet);
    }

    void add(CapUse use) {
        caps.add(use);
    }

    private static GroupCounts together(List<GroupCounts> groups) {
        var sum = new GroupCounts();
        sum.units = groups.size();
        groups.forEach(group -> group.categories.forEach((category, tally) ->
                sum.categories.computeIfAbsent(category, _ -> new Tally()).add(tally)));
        return sum;
    }

    private long compared() {
        return categories.values().stream().mapToLong(Tally::compared).sum();
    }

    private boolean isSmall(int least) {
        return categories.values().stream().anyMatch(tally -> tally.compared() > 0 && tally.compared() < least);
    }

    /** The line of all categories, then one each; those that would tell of single people are left out. */
    private List<Line> lines(LineKind kind, @Nullable UUID unitId, int least) {
        var all = new Tally();
        categories.values().forEach(all::add);
        boolean withheld = all.compared() > 0 && all.compared() < least;
        var lines = new ArrayList<Line>();
        lines.add(new Line(kind, unitId, units, null, all.figures(withheld), caps));
        if (!isSmall(least)) {
            categories.forEach((category, tally) ->
                    lines.add(new Line(kind, unitId, units, category, tally.figures(false), List.of())));
        }
        return lines;
    }

    /**
     * The lines of an answer: all people first, then the units in their order. A unit with a category of which fewer than the least
     * number were compared is not shown alone; it counts with others, and so many of them that their sum, which is the total less what is
     * shown, tells of nobody either.
     *
     * @param least 1 to show all
     */
    static List<Line> lines(Map<UUID, GroupCounts> units, int least) {
        var lines = new ArrayList<>(together(List.copyOf(units.values())).lines(LineKind.TOTAL, null, least));
        var shown = new LinkedHashMap<>(units);
        shown.values().removeIf(group -> group.isSmall(least));
        var others = new ArrayList<>(units.values());
        others.removeAll(shown.values());
        while (!shown.isEmpty() && together(others).isSmall(least)) {
            var next = shown.entrySet().stream()
                    .min(Comparator.comparing(each -> each.getValue().compared()))
                    .orElseThrow();
            others.add(next.getValue());
            shown.remove(next.getKey());
        }
        shown.forEach((id, group) -> lines.addAll(group.lines(LineKind.UNIT, id, least)));
        if (!others.isEmpty()) {
            lines.addAll(together(others).lines(LineKind.OTHER_UNITS, null, least));
        }
        return lines;
    }
}
