package vn.gov.hanoi.evaluation.report;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.report.HeadcountApi.Mapping;
import vn.gov.hanoi.evaluation.report.ReadResults.Asked;
import vn.gov.hanoi.evaluation.report.ResultApi.ResultSummary;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.table.Downloads;
import vn.gov.hanoi.kernel.table.TableFormat;

/** What the reports on results have in common: how a period is asked for, and the form of the answer. */
final class ResultAnswer {
    private ResultAnswer() {}

    /** Refusal: query.invalid-parameter. */
    static Period month(@Nullable String period) {
        if (period == null || !period.matches("20[0-9]{2}-(0[1-9]|1[0-2])")) {
            throw Params.invalid("period", "2026-07");
        }
        return Period.month(YearMonth.parse(period));
    }

    /** Refusal: query.invalid-parameter. */
    static Period year(@Nullable String year) {
        if (year == null || !year.matches("20[0-9]{2}")) {
            throw Params.invalid("year", "2026");
        }
        return Period.year(Integer.parseInt(year));
    }

    /** Refusal: query.invalid-parameter. */
    static Asked asked(
            ResultKind kind,
            Period period,
            @Nullable String unitId,
            @Nullable String mapping,
            @Nullable String knownAt) {
        var chosen = Params.oneOf(Mapping.class, "mapping", mapping);
        return new Asked(
                kind,
                period,
                Params.uuid("unitId", unitId),
                chosen == null ? Mapping.AS_WAS : chosen,
                Params.instant("knownAt", knownAt));
    }

    /** As JSON, CSV or XLSX, whatever the caller would rather have. */
    static Response of(ResultSummary report, Request request) {
        var variants = Variant.mediaTypes(
                        MediaType.APPLICATION_JSON_TYPE,
                        MediaType.valueOf(TableFormat.CSV_TYPE),
                        MediaType.valueOf(TableFormat.XLSX_TYPE))
                .build();
        var chosen = request.selectVariant(variants);
        var type = chosen == null
                ? MediaType.APPLICATION_JSON
                : chosen.getMediaType().toString();
        return switch (type) {
            case TableFormat.CSV_TYPE -> file(report, TableFormat.CSV);
            case TableFormat.XLSX_TYPE -> file(report, TableFormat.XLSX);
            default -> Response.ok(report, MediaType.APPLICATION_JSON_TYPE).build();
        };
    }

    private static Response file(ResultSummary report, TableFormat format) {
        StreamingOutput content = file -> ResultTable.write(report, format, file);
        return Downloads.of(format, "results-" + report.period(), content);
    }
}
