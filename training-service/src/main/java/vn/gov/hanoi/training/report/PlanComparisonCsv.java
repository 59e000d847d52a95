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
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.report.PlanComparison.Stages;

/** The comparison as CSV, in the form of {@link PlanReportCsv}. */
@Provider
@Produces(PlanReportCsv.TYPE)
public class PlanComparisonCsv implements MessageBodyWriter<PlanComparison> {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final List<String> STAGES =
            List.of("đề xuất", "được giao", "sau điều chỉnh", "đã mở", "đã hoàn thành");

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == PlanComparison.class;
    }

    @Override
    public void writeTo(
            PlanComparison report,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        headers.putSingle(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"plan-comparison-" + report.year() + "-" + report.by() + ".csv\"");
        out.write(text(report).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(PlanComparison report) throws IOException {
        var text = new StringBuilder().append(BYTE_ORDER_MARK);
        try (var csv = CSVFormat.RFC4180
                .builder()
                .setHeader(header().toArray(String[]::new))
                .get()
                .print(text)) {
            for (var row : report.rows()) {
                csv.printRecord(cells(safe(row.code()), safe(row.name()), row.stages()));
            }
            csv.printRecord(cells("Tổng số", null, report.totals()));
        }
        return text.toString();
    }

    private static List<String> header() {
        var header = new ArrayList<>(List.of("Mã", "Tên"));
        for (var stage : STAGES) {
            header.add("Số lớp " + stage);
            header.add("Số lượt học viên " + stage);
            header.add("Kinh phí " + stage + " (đồng)");
        }
        return header;
    }

    private static @Nullable String safe(@Nullable String cell) {
        return cell == null ? null : PlanReportCsv.safe(cell);
    }

    private static List<@Nullable Object> cells(@Nullable String code, @Nullable String name, Stages stages) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(code);
        cells.add(name);
        for (var measure : stages.all()) {
            cells.add(measure.classes());
            cells.add(measure.places());
            cells.add(measure.amountVnd());
        }
        return cells;
    }
}
