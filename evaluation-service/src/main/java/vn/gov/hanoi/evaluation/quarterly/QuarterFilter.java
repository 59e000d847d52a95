package vn.gov.hanoi.evaluation.quarterly;

import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.ToldMonthQueries.Span;
import vn.gov.hanoi.evaluation.monthly.ToldMonthQueries.Wanted;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.PeriodType;
import vn.gov.hanoi.kernel.http.Params;

/** What lists of quarters can be asked for. */
record QuarterFilter(
        @Parameter(description = "Quarter, for example 2026-Q3; required") @QueryParam("period") @Nullable
        String period,

        @Parameter(description = "Unit of the last told post in the quarter") @QueryParam("unitId") @Nullable
        String unitId,

        @Parameter(description = "SELF, CHILDREN or SUBTREE of the unit; default SELF")
        @QueryParam("unitScope")
        @Nullable
        String unitScope,

        @Parameter(description = "Whose quarter") @QueryParam("officerId") @Nullable
        String officerId) {

    /** Refusal: query.invalid-parameter. */
    Wanted wanted(@Nullable String knownAt, Clock clock) {
        return new Wanted(span(period, knownAt, clock), unitId, unitScope, Params.uuid("officerId", officerId));
    }

    /** Refusal: query.invalid-parameter; a moment to come too. */
    static Span span(@Nullable String period, @Nullable String knownAt, Clock clock) {
        var quarter = period == null
                ? null
                : Period.parse(period)
                        .filter(each -> each.type() == PeriodType.QUARTER)
                        .orElse(null);
        if (quarter == null) {
            throw Params.invalid("period", "2026-Q3");
        }
        var at = Params.instant("knownAt", knownAt);
        var now = clock.instant();
        if (at != null && at.isAfter(now)) {
            throw Params.invalid("knownAt", "not after now");
        }
        return new Span(quarter, at == null ? now : at);
    }
}
