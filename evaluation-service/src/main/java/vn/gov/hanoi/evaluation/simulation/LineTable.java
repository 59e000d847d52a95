package vn.gov.hanoi.evaluation.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.simulation.SimulationApi.LineView;
import vn.gov.hanoi.evaluation.simulation.SimulationApi.ShiftCount;

/** Counts as rows with one number each, so that a spreadsheet can turn them as it likes. */
final class LineTable {
    static final List<String> COLUMNS =
            List.of("kind", "unitCode", "unitName", "category", "measure", "from", "to", "value");

    private LineTable() {}

    static List<List<@Nullable String>> rows(LineView line) {
        var figures = line.figures();
        var rows = new ArrayList<List<@Nullable String>>();
        rows.add(row(line, "UNITS", null, null, line.units()));
        rows.add(row(line, "SHEETS", null, null, figures.sheets()));
        rows.add(row(line, "UNDECIDED", null, null, figures.undecided()));
        rows.add(row(line, "NOT_SUBJECT", null, null, figures.notSubject()));
        rows.add(row(line, "NOT_SCORED", null, null, figures.notScored()));
        rows.add(row(line, "COMPARED", null, null, figures.compared()));
        if (figures.changed() != null) {
            rows.add(row(line, "CHANGED", null, null, figures.changed()));
        }
        if (figures.meanPointsShift() != null) {
            rows.add(row(
                    line,
                    "MEAN_POINTS_SHIFT",
                    null,
                    null,
                    figures.meanPointsShift().toPlainString()));
        }
        given(figures.grades()).forEach(each -> rows.add(row(line, "GRADE", each)));
        given(figures.byPoints()).forEach(each -> rows.add(row(line, "GRADE_BY_POINTS", each)));
        given(figures.reasons())
                .forEach(each -> rows.add(row(line, "REASON", each.code(), each.place(), each.sheets())));
        for (var cap : line.caps()) {
            rows.add(row(line, "CAP_ALLOWED", cap.period(), cap.grade().name(), cap.allowed()));
            rows.add(row(line, "CAP_BEFORE", cap.period(), cap.grade().name(), cap.before()));
            rows.add(row(line, "CAP_REACHING", cap.period(), cap.grade().name(), cap.reaching()));
            rows.add(row(line, "CAP_OVER", cap.period(), cap.grade().name(), cap.over()));
        }
        return rows;
    }

    private static <T> List<T> given(@Nullable List<T> counts) {
        return counts == null ? List.of() : counts;
    }

    private static List<@Nullable String> row(LineView line, String measure, ShiftCount shift) {
        return row(line, measure, shift.from().name(), shift.to().name(), shift.sheets());
    }

    private static List<@Nullable String> row(
            LineView line, String measure, @Nullable String from, @Nullable String to, Object value) {
        var unit = line.unit();
        return Arrays.asList(
                line.kind().name(),
                unit == null ? null : unit.code(),
                unit == null ? null : unit.name(),
                line.category() == null ? null : line.category().name(),
                measure,
                from,
                to,
                value.toString());
    }
}
