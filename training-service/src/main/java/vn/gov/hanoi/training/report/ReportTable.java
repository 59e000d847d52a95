package vn.gov.hanoi.training.report;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.table.Downloads;
import vn.gov.hanoi.kernel.table.TableFormat;

/** A report as a file: the rows of the answer with the same figures. */
public final class ReportTable {
    private static final List<Variant> VARIANTS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE,
                    MediaType.valueOf(TableFormat.CSV_TYPE),
                    MediaType.valueOf(TableFormat.XLSX_TYPE))
            .build();

    private final String name;
    private final List<String> header;
    private final List<List<@Nullable String>> rows = new ArrayList<>();

    private ReportTable(String name, List<String> header) {
        this.name = name;
        this.header = header;
    }

    /**
     * A table without rows yet.
     *
     * @param name of the file without its end
     */
    public static ReportTable of(String name, String... header) {
        return new ReportTable(name, List.of(header));
    }

    /** Adds a row; numbers are written as they are, null is an empty cell. */
    public ReportTable row(@Nullable Object... cells) {
        rows.add(Arrays.stream(cells).map(ReportTable::text).toList());
        return this;
    }

    private static @Nullable String text(@Nullable Object cell) {
        return cell instanceof BigDecimal number ? number.toPlainString() : Objects.toString(cell, null);
    }

    /** The report as JSON, CSV or XLSX, whatever the caller would rather have. */
    public Response answer(Object report, Request request) {
        var chosen = request.selectVariant(VARIANTS);
        var type = chosen == null
                ? MediaType.APPLICATION_JSON
                : chosen.getMediaType().toString();
        return switch (type) {
            case TableFormat.CSV_TYPE -> file(TableFormat.CSV);
            case TableFormat.XLSX_TYPE -> file(TableFormat.XLSX);
            default -> Response.ok(report, MediaType.APPLICATION_JSON_TYPE).build();
        };
    }

    private Response file(TableFormat format) {
        StreamingOutput content = out -> {
            try (var table = format.open(out, header)) {
                for (var row : rows) {
                    table.row(row);
                }
            }
        };
        return Downloads.of(format, name, content);
    }
}
