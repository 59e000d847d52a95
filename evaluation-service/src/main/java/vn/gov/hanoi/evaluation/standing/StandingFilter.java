package vn.gov.hanoi.evaluation.standing;

import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.ToldMonthQueries.Span;
import vn.gov.hanoi.evaluation.monthly.ToldMonthQueries.Wanted;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.PeriodType;
import vn.gov.hanoi.kernel.http.Params;

/** What lists of standings can be asked for. */
record StandingFilter(
        @Parameter(description = "Year, for example 2026; required") @QueryParam("year") @Nullable
        String year,

        @Parameter(description = "Unit of the last told post in the year") @QueryParam("unitId") @Nullable
        String unitId,

        @Parameter(description = "SELF, CHILDREN or SUBTREE of the unit; default SELF")
        @QueryParam("unitScope")
        @Nullable
        String unitScope,

        @Parameter(description = "Who stands there") @QueryParam("officerId") @Nullable
        String officerId) {

    /** Refusal: query.invalid-parameter; for a moment of the past too, since a standing is of now. */
    Wanted wanted(@Nullable String knownAt, Clock clock) {
        var period = year == null
                ? null
                : Period.parse(year)
                        .filter(each -> each.type() == PeriodType.YEAR)
                        .orElse(null);
        if (period == null) {
            throw Params.invalid("year", "2026");
        }
        if (knownAt != null) {
            throw Params.invalid("knownAt", "not given");
        }
        return new Wanted(new Span(period, clock.instant()), unitId, unitScope, Params.uuid("officerId", officerId));
    }
}
