package vn.gov.hanoi.selection.rating;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.selection.rating.RatingRecordFilter.Reach;

/** Query parameters of the list of rating records, as they came. */
record RatingRecordParams(
        @Parameter(description = "Who was rated", schema = @Schema(type = SchemaType.STRING, format = "uuid"))
        @QueryParam("officerId")
        @Nullable
        String officerId,

        @Parameter(
                description = "Unit of the officer's main post of today",
                schema = @Schema(type = SchemaType.STRING, format = "uuid"))
        @QueryParam("unitId")
        @Nullable
        String unitId,

        @Parameter(
                description = "With unitId: the unit (default), its direct children, or it and all below it",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"SELF", "CHILDREN", "SUBTREE"}))
        @QueryParam("unitScope")
        @Nullable
        String unitScope,

        @Parameter(
                description = "Kind of period",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"MONTH", "QUARTER", "YEAR"}))
        @QueryParam("periodType")
        @Nullable
        String periodType,

        @Parameter(description = "Only this period, for example 2026-07, 2026-Q3 or 2026")
        @QueryParam("period")
        @Nullable
        String period,

        @Parameter(description = "This period and later ones of its kind") @QueryParam("period.ge") @Nullable
        String periodFrom,

        @Parameter(description = "This period and earlier ones of its kind") @QueryParam("period.le") @Nullable
        String periodTo,

        @Parameter(description = "true: also revisions that count no more", schema = @Schema(type = SchemaType.BOOLEAN))
        @QueryParam("superseded")
        @Nullable
        String superseded,

        @Parameter(description = "Most items, 1-500; default 50", schema = @Schema(type = SchemaType.INTEGER))
        @QueryParam("limit")
        @Nullable
        String limit,

        @Parameter(description = "page.next of the page before") @QueryParam("cursor") @Nullable
        String cursor,

        @Parameter(description = "true: also count, exact to 10,000", schema = @Schema(type = SchemaType.BOOLEAN))
        @QueryParam("count")
        @Nullable
        String count) {

    /** Refusal: query.invalid-parameter, also for bounds of another kind than the period type. */
    RatingRecordFilter filter() {
        var reach = Params.oneOf(Reach.class, "unitScope", unitScope);
        if (reach != null && unitId == null) {
            throw Params.invalid("unitScope", "together with unitId");
        }
        var type = Params.oneOf(PeriodType.class, "periodType", periodType);
        type = known("period", period, type);
        type = known("period.ge", periodFrom, type);
        type = known("period.le", periodTo, type);
        return new RatingRecordFilter(
                Params.uuid("officerId", officerId),
                Params.uuid("unitId", unitId),
                reach == null ? Reach.SELF : reach,
                type,
                period,
                periodFrom,
                periodTo,
                Params.flag("superseded", superseded));
    }

    /** Refusal: query.invalid-parameter. */
    PageRequest page() {
        var most = Params.number("limit", limit);
        return new PageRequest(most == null ? PageRequest.DEFAULT_LIMIT : most, cursor, Params.flag("count", count));
    }

    /** The kind that the list is of: periods of different kinds have no order among each other. */
    private static @Nullable PeriodType known(String name, @Nullable String value, @Nullable PeriodType type) {
        if (value == null) {
            return type;
        }
        return PeriodType.of(value)
                .filter(found -> type == null || type == found)
                .orElseThrow(() -> Params.invalid(name, "2026-07, 2026-Q3 or 2026, all of one kind"));
    }
}
