package vn.gov.hanoi.evaluation.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.report.ResultApi.ResultFigures;
import vn.gov.hanoi.evaluation.report.ResultApi.ResultLine;
import vn.gov.hanoi.evaluation.report.ResultApi.ResultSummary;
import vn.gov.hanoi.kernel.table.Headings;
import vn.gov.hanoi.kernel.table.TableFormat;

/** A report as a file: the lines of the answer with the same figures, and the sum as last row. */
final class ResultTable {
    private static final int DECIMALS = 4;

    private ResultTable() {}

    static void write(ResultSummary report, TableFormat format, OutputStream file) throws IOException {
        try (var table = format.open(file, header(report))) {
            for (var line : report.items()) {
                table.row(row(line));
            }
            var sum = new ArrayList<@Nullable String>(java.util.Arrays.asList("", "Tổng cộng", "", ""));
            sum.addAll(cells(report.total()));
            sum.addAll(cells(report.total()));
            table.row(sum);
        }
    }

    private static List<String> header(ResultSummary report) {
        var header = new ArrayList<>(List.of(
                Headings.of("Mã đơn vị", "code"),
                Headings.of("Tên đơn vị", "name"),
                Headings.of("Loại đơn vị", "type"),
                Headings.of("Còn hoạt động", "inForce")));
        header.addAll(header(report.total(), "own", "riêng đơn vị"));
        header.addAll(header(report.total(), "total", "cả đơn vị trực thuộc"));
        return header;
    }

    private static List<String> header(ResultFigures figures, String prefix, String words) {
        var header = new ArrayList<>(List.of(
                heading("Số người", words, prefix, "people"),
                heading("Hoàn thành xuất sắc nhiệm vụ", words, prefix, "a"),
                heading("Hoàn thành tốt nhiệm vụ", words, prefix, "b"),
                heading("Hoàn thành nhiệm vụ", words, prefix, "c"),
                heading("Không hoàn thành nhiệm vụ", words, prefix, "d"),
                heading("Tỷ lệ xuất sắc, %", words, prefix, "percentA")));
        figures.notRated()
                .forEach(each ->
                        header.add(heading("Không xếp loại: " + word(each.reason()), words, prefix, each.reason())));
        header.addAll(List.of(
                heading("Thiếu dữ liệu", words, prefix, "insufficientData"),
                heading("Chưa công bố", words, prefix, "open"),
                heading("Người đứng đầu", words, prefix, "heads.people"),
                heading("Người đứng đầu, xuất sắc", words, prefix, "heads.a"),
                heading("Người đứng đầu, tốt", words, prefix, "heads.b"),
                heading("Người đứng đầu, hoàn thành", words, prefix, "heads.c"),
                heading("Người đứng đầu, không hoàn thành", words, prefix, "heads.d"),
                heading("Điểm bình quân", words, prefix, "meanPoints")));
        return header;
    }

    private static String heading(String what, String words, String prefix, String name) {
        return Headings.of(what + " (" + words + ")", prefix + "." + name);
    }

    private static String word(String reason) {
        return switch (reason) {
            case "ABSENT_ALL_PERIOD" -> "vắng cả kỳ";
            case "MATERNITY_ALL_PERIOD" -> "thai sản cả kỳ";
            case "BEFORE_TRANSFER_IN" -> "chuyển đến sau kỳ";
            case "SERVICE_TOO_SHORT" -> "chưa đủ thời gian công tác";
            case "NO_RATED_PERIOD" -> "không có kỳ nào được xếp loại";
            default -> reason;
        };
    }

    private static List<@Nullable String> row(ResultLine line) {
        var row = new ArrayList<@Nullable String>();
        row.add(line.unit().code());
        row.add(line.unit().name());
        row.add(line.type().name());
        row.add(Boolean.toString(line.inForce()));
        row.addAll(cells(line.own()));
        row.addAll(cells(line.total()));
        return row;
    }

    private static List<@Nullable String> cells(ResultFigures figures) {
        var heads = figures.heads();
        var cells = new ArrayList<@Nullable String>();
        List.of(figures.people(), figures.a(), figures.b(), figures.c(), figures.d())
                .forEach(each -> cells.add(number(each)));
        cells.add(number(figures.percentA()));
        figures.notRated().forEach(each -> cells.add(number(each.people())));
        List.of(figures.insufficientData(), figures.open(), heads.people(), heads.a(), heads.b(), heads.c(), heads.d())
                .forEach(each -> cells.add(number(each)));
        cells.add(number(figures.meanPoints()));
        return cells;
    }

    /** As people write it: 3, 2.75. */
    private static @Nullable String number(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        var plain = number.stripTrailingZeros();
        return plain.setScale(Math.clamp(plain.scale(), 0, DECIMALS)).toPlainString();
    }
}
