package vn.gov.hanoi.training.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.report.PlanComparison.Stages;

/** The comparison as a file. */
final class PlanComparisonTable {
    private static final List<String> STAGES =
            List.of("đề xuất", "được giao", "sau điều chỉnh", "đã mở", "đã hoàn thành");

    private PlanComparisonTable() {}

    static ReportTable of(PlanComparison report) {
        var table =
                ReportTable.of("plan-comparison-" + report.year() + "-" + report.by(), header().toArray(String[]::new));
        report.rows().forEach(row -> table.row(cells(row.code(), row.name(), row.stages())));
        return table.row(cells("Tổng số", null, report.totals()));
    }

    private static List<String> header() {
        var header = new ArrayList<>(List.of("Mã", "Tên"));
        for (var stage : STAGES) {
            header.add("Số lớp " + stage);
            header.add("Số lượt học viên " + stage);
            header.add("Kinh phí " + stage + " (đồng)");
        }
        header.addAll(List.of(
                "Số giờ đề xuất",
                "Số giờ đã mở",
                "Đã chi cho lớp đã mở (đồng)",
                "Số giờ đã hoàn thành",
                "Đã chi cho lớp đã hoàn thành (đồng)"));
        return header;
    }

    private static @Nullable Object[] cells(@Nullable String code, @Nullable String name, Stages stages) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(code);
        cells.add(name);
        for (var measure : stages.all()) {
            cells.add(measure.classes());
            cells.add(measure.places());
            cells.add(measure.amountVnd());
        }
        cells.add(stages.proposed().hours());
        for (var measure : List.of(stages.opened(), stages.delivered())) {
            cells.add(measure.hours());
            cells.add(measure.spentVnd());
        }
        return cells.toArray();
    }
}
