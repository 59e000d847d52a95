package vn.gov.hanoi.training.effect;

import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.report.ReportTable;

/** Effects as a file, whose last rows are what whoever reads it has to know. */
final class EffectTable {
    private EffectTable() {}

    static ReportTable of(TrainingEffects report) {
        var table = ReportTable.of(
                "training-effects",
                "Khóa học",
                "Bộ quy tắc",
                "Loại phiếu",
                "Tiêu chí",
                "Số người",
                "Bình quân trước (%)",
                "Bình quân sau (%)",
                "Tỷ lệ người tiến bộ (%)",
                "Tăng bình quân (%)",
                "Giảm bình quân (%)");
        for (var course : report.courses()) {
            course.criteria()
                    .forEach(row ->
                            row(table, row.figures(), course.courseCode(), row.ruleSet(), row.form(), row.criterion()));
            row(table, course.all(), course.courseCode(), null, null, "Cả khóa học");
        }
        report.notes().forEach(note -> table.row(note.texts().vi()));
        return table;
    }

    private static void row(ReportTable table, @Nullable EffectFigures figures, @Nullable String... first) {
        if (figures == null) {
            table.row(first[0], first[1], first[2], first[3], "dưới mức công bố");
            return;
        }
        var difference = figures.meanDifference();
        table.row(
                first[0],
                first[1],
                first[2],
                first[3],
                figures.people(),
                figures.meanBefore(),
                figures.meanAfter(),
                figures.improvedPercent(),
                difference.max(java.math.BigDecimal.ZERO),
                difference.negate().max(java.math.BigDecimal.ZERO));
    }
}
