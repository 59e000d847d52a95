package vn.gov.hanoi.training.report;

import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.report.PlanSettlement.Money;

/** The settlement as a file. */
final class PlanSettlementTable {
    private PlanSettlementTable() {}

    static ReportTable of(PlanSettlement report) {
        var table = ReportTable.of(
                "plan-settlement-" + report.year(),
                "Nguồn kinh phí",
                "Mã khối",
                "Tên khối",
                "Số tài khoản",
                "Số tài khoản đã khóa sổ",
                "Được giao (đồng)",
                "Điều chuyển (đồng)",
                "Năm trước chuyển sang (đồng)",
                "Còn dùng được (đồng)",
                "Đã cam kết (đồng)",
                "Đã chi chưa quyết toán (đồng)",
                "Đã quyết toán (đồng)",
                "Đã chi (đồng)",
                "Nộp trả ngân sách (đồng)",
                "Chuyển nguồn năm sau (đồng)");
        for (var source : report.sources()) {
            for (var block : source.blocks()) {
                row(
                        table,
                        block.money(),
                        source.fundingSource(),
                        block.code(),
                        block.name(),
                        block.accounts(),
                        block.closed());
            }
            row(table, source.money(), source.fundingSource(), null, "Cộng nguồn", null, null);
        }
        return row(table, report.totals(), "Tổng số", null, null, null, null);
    }

    private static ReportTable row(ReportTable table, Money money, @Nullable Object... first) {
        return table.row(
                first[0],
                first[1],
                first[2],
                first[3],
                first[4],
                money.allocatedVnd(),
                money.transferredVnd(),
                money.carriedInVnd(),
                money.availableVnd(),
                money.committedVnd(),
                money.unsettledVnd(),
                money.settledVnd(),
                money.spentVnd(),
                money.returnedVnd(),
                money.carriedOverVnd());
    }
}
