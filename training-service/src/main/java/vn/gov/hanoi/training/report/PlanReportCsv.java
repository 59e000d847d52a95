package vn.gov.hanoi.training.report;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/** The report as CSV: UTF-8 with a byte order mark, because spreadsheets take Vietnamese text without it for another encoding. */
@Provider
@Produces(PlanReportCsv.TYPE)
public class PlanReportCsv implements MessageBodyWriter<PlanReport> {
    /** Media type of the file. */
    static final String TYPE = "text/csv;charset=UTF-8";

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** What a spreadsheet would take for the beginning of a formula. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
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
                    "Kinh phí còn lại (đồng)")
            .get();

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == PlanReport.class;
    }

    @Override
    public void writeTo(
            PlanReport report,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        headers.putSingle(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"plan-versus-actual-" + report.year() + ".csv\"");
        out.write(text(report).getBytes(StandardCharsets.UTF_8));
    }

    static String text(PlanReport report) throws IOException {
        var text = new StringBuilder().append(BYTE_ORDER_MARK);
        try (var csv = FORMAT.print(text)) {
            for (var block : report.blocks()) {
                csv.printRecord(row(block));
                for (var line : block.lines()) {
                    csv.printRecord(row(line));
                }
            }
            csv.printRecord(row(report.totals()));
        }
        return text.toString();
    }

    private static @Nullable Object[] row(PlanReport.Block block) {
        return new @Nullable Object[] {
            "Khối",
            safe(block.code()),
            safe(block.name()),
            block.fundingSource(),
            block.status(),
            block.assigned().classes(),
            block.assigned().places(),
            block.assigned().budgetVnd(),
            block.opened().classes(),
            block.opened().places(),
            block.allocatedVnd(),
            block.committedVnd(),
            block.availableVnd()
        };
    }

    private static @Nullable Object[] row(PlanReport.Line line) {
        return new @Nullable Object[] {
            "Chỉ tiêu",
            safe(line.code()),
            safe(line.name()),
            null,
            line.status(),
            line.classes(),
            line.places(),
            null,
            line.opened().classes(),
            line.opened().places(),
            null,
            null,
            null
        };
    }

    private static @Nullable Object[] row(PlanReport.Figures totals) {
        return new @Nullable Object[] {
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
            totals.availableVnd()
        };
    }

    /** A text that a spreadsheet shows instead of computing it. */
    static String safe(String cell) {
        return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
