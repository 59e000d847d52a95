package vn.gov.hanoi.training.report;

/** Unit costs as a file; a difference is split, so that no cell begins with a sign that spreadsheets take for a formula. */
final class UnitCostTable {
    private UnitCostTable() {}

    static ReportTable of(UnitCosts report) {
        var table = ReportTable.of(
                "unit-costs-" + report.year(),
                "Mã khóa học",
                "Hình thức bồi dưỡng",
                "Số lớp",
                "Số lượt học viên",
                "Số người học",
                "Số giờ",
                "Đã chi (đồng)",
                "Chi cho một lượt (đồng)",
                "Chi cho một người học (đồng)",
                "Chi cho một giờ (đồng)",
                "Số lớp có dự toán chi tiết",
                "Dự toán chi tiết (đồng)",
                "Trong định mức (đồng)",
                "Đã chi cho lớp có dự toán (đồng)",
                "Vượt định mức (đồng)",
                "Dưới định mức (đồng)");
        for (var row : report.rows()) {
            var norms = row.againstNorms();
            table.row(
                    row.courseCode(),
                    row.form(),
                    row.classes(),
                    row.places(),
                    row.learners(),
                    row.hours(),
                    row.spentVnd(),
                    row.perPlaceVnd(),
                    row.perLearnerVnd(),
                    row.perHourVnd(),
                    norms == null ? null : norms.classes(),
                    norms == null ? null : norms.sheetsVnd(),
                    norms == null ? null : norms.withinNormsVnd(),
                    norms == null ? null : norms.spentVnd(),
                    norms == null ? null : Math.max(norms.differenceVnd(), 0),
                    norms == null ? null : Math.max(-norms.differenceVnd(), 0));
        }
        return table;
    }
}
