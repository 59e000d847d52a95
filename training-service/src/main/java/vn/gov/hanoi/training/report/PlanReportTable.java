package vn.gov.hanoi.training.report;

/** The report as a file: blocks with their lines, and the sum. */
final class PlanReportTable {
    private static final String[] HEADER = {
        "Cấp",
        "Mã",
        "Tên",
        "Nguồn kinh phí",
        "Trạng thái",
        "Số lớp được giao",
        "Số lượt học viên được giao",
        "Kinh phí được giao (đồng)",
        "Số lớp đã mở",
        "Số lượt học viên đã mở",
        "Kinh phí đã phân bổ (đồng)",
        "Kinh phí đã cam kết (đồng)",
        "Kinh phí còn lại (đồng)"
    };

    private PlanReportTable() {}

    static ReportTable of(PlanReport report) {
        var table = ReportTable.of("plan-versus-actual-" + report.year(), HEADER);
        for (var block : report.blocks()) {
            block(table, block);
            for (var line : block.lines()) {
                line(table, line);
            }
        }
        var totals = report.totals();
        return table.row(
                "Tổng số",
                null,
                null,
                null,
                null,
                totals.assigned().classes(),
                totals.assigned().places(),
                totals.assigned().budgetVnd(),
                totals.opened().classes(),
                totals.opened().places(),
                totals.allocatedVnd(),
                totals.committedVnd(),
                totals.availableVnd());
    }

    private static void block(ReportTable table, PlanReport.Block block) {
        table.row(
                "Khối",
                block.code(),
                block.name(),
                block.fundingSource(),
                block.status(),
                block.assigned().classes(),
                block.assigned().places(),
                block.assigned().budgetVnd(),
                block.opened().classes(),
                block.opened().places(),
                block.allocatedVnd(),
                block.committedVnd(),
                block.availableVnd());
    }

    private static void line(ReportTable table, PlanReport.Line line) {
        table.row(
                "Chỉ tiêu",
                line.code(),
                line.name(),
                null,
                line.status(),
                line.classes(),
                line.places(),
                null,
                line.opened().classes(),
                line.opened().places(),
                null,
                null,
                null);
    }
}
