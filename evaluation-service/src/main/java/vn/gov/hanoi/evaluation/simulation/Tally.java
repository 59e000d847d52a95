package vn.gov.hanoi.evaluation.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.simulation.Rescored.Reason;
import vn.gov.hanoi.evaluation.simulation.Rescored.Shift;
import vn.gov.hanoi.evaluation.simulation.SimulationApi.Figures;
import vn.gov.hanoi.evaluation.simulation.SimulationApi.ReasonCount;
import vn.gov.hanoi.evaluation.simulation.SimulationApi.ShiftCount;

/** Counts what became of sheets; every sheet that is added is counted in exactly one of the four ways. */
final class Tally {
    private static final int SCALE = 4;

    private long undecided;
    private long notSubject;
    private long notScored;
    private long compared;
    private long changed;
    private long withPoints;
    private BigDecimal shift = BigDecimal.ZERO;
    private final SortedMap<Shift, Long> byPoints = new TreeMap<>();
    private final SortedMap<Shift, Long> grades = new TreeMap<>();
    private final SortedMap<Reason, Long> reasons = new TreeMap<>();

    void add(Rescored sheet) {
        switch (sheet) {
            case Rescored.Undecided _ -> undecided++;
            case Rescored.NotSubject _ -> notSubject++;
            case Rescored.Rejected rejected -> {
                notScored++;
                rejected.reasons().forEach(reason -> reasons.merge(reason, 1L, Long::sum));
            }
            case Rescored.Compared each -> {
                compared++;
                byPoints.merge(each.byPoints(), 1L, Long::sum);
                grades.merge(each.grades(), 1L, Long::sum);
                changed += each.grades().from() == each.grades().to() ? 0 : 1;
                each.reasons().forEach(reason -> reasons.merge(reason, 1L, Long::sum));
                if (each.shift() != null) {
                    withPoints++;
                    shift = shift.add(each.shift());
                }
            }
        }
    }

    void add(Tally other) {
        undecided += other.undecided;
        notSubject += other.notSubject;
        notScored += other.notScored;
        compared += other.compared;
        changed += other.changed;
        withPoints += other.withPoints;
        shift = shift.add(other.shift);
        other.byPoints.forEach((each, count) -> byPoints.merge(each, count, Long::sum));
        other.grades.forEach((each, count) -> grades.merge(each, count, Long::sum));
        other.reasons.forEach((each, count) -> reasons.merge(each, count, Long::sum));
    }

    /** Sheets that both rule sets scored. */
    long compared() {
        return compared;
    }

    /** @param withheld leaves out what the sheets came to */
    Figures figures(boolean withheld) {
        return new Figures(
                undecided + notSubject + notScored + compared,
                undecided,
                notSubject,
                notScored,
                compared,
                withheld,
                withheld ? null : changed,
                withheld ? null : shifts(byPoints),
                withheld ? null : shifts(grades),
                withheld ? null : mean(),
                withheld
                        ? null
                        : reasons.entrySet().stream()
                                .map(each -> new ReasonCount(
                                        each.getKey().code(), each.getKey().place(), each.getValue()))
                                .toList());
    }

    private @Nullable BigDecimal mean() {
        return withPoints == 0 ? null : shift.divide(BigDecimal.valueOf(withPoints), SCALE, RoundingMode.HALF_UP);
    }

    private static java.util.List<ShiftCount> shifts(SortedMap<Shift, Long> counts) {
        return counts.entrySet().stream()
                .map(each -> new ShiftCount(each.getKey().from(), each.getKey().to(), each.getValue()))
                .toList();
    }
}
