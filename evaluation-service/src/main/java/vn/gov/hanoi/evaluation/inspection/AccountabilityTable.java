package vn.gov.hanoi.evaluation.inspection;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.gov.hanoi.evaluation.inspection.AccountabilityReportApi.AccountabilityFigures;
import vn.gov.hanoi.evaluation.inspection.AccountabilityReportApi.AccountabilityReport;
import vn.gov.hanoi.kernel.table.Headings;
import vn.gov.hanoi.kernel.table.TableFormat;

/** The report as a file: its lines with the same figures, and the sum as last row. */
final class AccountabilityTable {
    private static final List<String> HEADER = List.of(
            Headings.of("Mã đơn vị", "unit.code"),
            Headings.of("Tên đơn vị", "unit.name"),
            Headings.of("Mã người đứng đầu", "head.officerCode"),
            Headings.of("Người đứng đầu", "head.fullName"),
            Headings.of("Số vi phạm, thiếu sót", "findings"),
            Headings.of("Khắc phục đúng hạn", "remediedInTime"),
            Headings.of("Khắc phục quá hạn", "remediedLate"),
            Headings.of("Chưa khắc phục", "open"),
            Headings.of("Quá hạn chưa khắc phục", "overdue"),
            Headings.of("Tái kiểm tra vẫn chưa khắc phục", "escalated"),
            Headings.of("Tái phạm", "repeated"));

    private AccountabilityTable() {}

    static void write(AccountabilityReport report, TableFormat format, OutputStream file) throws IOException {
        try (var table = format.open(file, HEADER)) {
            for (var line : report.items()) {
                var head = line.head();
                table.row(row(
                        line.unit().code(),
                        line.unit().name(),
                        head == null ? "" : head.officerCode(),
                        head == null ? "" : head.fullName(),
                        line.figures()));
            }
            table.row(row("", "Tổng cộng", "", "", report.total()));
        }
    }

    private static List<String> row(
            String code, String name, String head, String fullName, AccountabilityFigures figures) {
        var row = new ArrayList<>(List.of(code, name, head, fullName));
        Stream.of(
                        figures.findings(),
                        figures.remediedInTime(),
                        figures.remediedLate(),
                        figures.open(),
                        figures.overdue(),
                        figures.escalated(),
                        figures.repeated())
                .map(String::valueOf)
                .forEach(row::add);
        return row;
    }
}
