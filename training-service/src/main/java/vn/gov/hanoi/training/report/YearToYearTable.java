package vn.gov.hanoi.training.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.report.YearToYear.Change;
import vn.gov.hanoi.training.report.YearToYear.StageChange;

/** Two years as a file; a change is split, so that no cell begins with a sign that spreadsheets take for a formula. */
final class YearToYearTable {
    private YearToYearTable() {}

    static ReportTable of(YearToYear report) {
        var table = ReportTable.of(
                "year-to-year-" + report.withYear() + "-" + report.year() + "-" + report.by(),
                "Mã",
                "Tên",
                "Bước",
                "Chỉ số",
                "Năm " + report.withYear(),
                "Năm " + report.year(),
                "Tăng",
                "Giảm",
                "Tăng (%)",
                "Giảm (%)");
        for (var row : report.rows()) {
            row.stages().forEach(stage -> rows(table, row.code(), row.name(), stage));
        }
        report.totals().forEach(stage -> rows(table, "Tổng số", null, stage));
        return table;
    }

    private static void rows(ReportTable table, @Nullable String code, @Nullable String name, StageChange stage) {
        row(table, stage.classes(), code, name, stage.stage(), "Số lớp");
        row(table, stage.places(), code, name, stage.stage(), "Số lượt học viên");
        var money = stage.money();
        row(table, Change.of(money.beforeVnd(), money.nowVnd()), code, name, stage.stage(), "Kinh phí (đồng)");
    }

    private static void row(ReportTable table, Change change, @Nullable String... first) {
        var percent = change.changePercent();
        table.row(
                first[0],
                first[1],
                first[2],
                first[3],
                change.before(),
                change.now(),
                Math.max(change.change(), 0),
                Math.max(-change.change(), 0),
                percent == null ? null : percent.max(BigDecimal.ZERO),
                percent == null ? null : percent.negate().max(BigDecimal.ZERO));
    }
}
