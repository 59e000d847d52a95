package vn.gov.hanoi.training.listing;

import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;

/** The filters of lists whose rows belong to officers, and through them to the unit that keeps the officer today. */
public record OfficerFilter(
        @Parameter(description = "Only of this officer") @QueryParam("officerId") @Nullable
        String officerId,

        @Parameter(description = "Only of officers of this unit, today") @QueryParam("unitId") @Nullable
        String unitId,

        @Parameter(description = "How far below unitId: SELF (default), CHILDREN or SUBTREE")
        @QueryParam("unitScope")
        @Nullable
        String unitScope) {
    private enum Reach {
        SELF(":unit"),
        CHILDREN("select id from units_directly_within(:unit)"),
        SUBTREE("select id from units_within(:unit)");

        private final String units;

        Reach(String units) {
            this.units = units;
        }
    }

    /** Adds the filters; a row has the column {@code officer_id}. Refusal: query.invalid-parameter. */
    public ListQuery on(ListQuery query) {
        var reach = Objects.requireNonNullElse(Params.oneOf(Reach.class, "unitScope", unitScope), Reach.SELF);
        if (unitScope != null && unitId == null) {
            throw Params.invalid("unitScope", "only together with unitId");
        }
        return query.filter("officer_id = :officer", "officer", Params.uuid("officerId", officerId))
                .filter("carried_unit(officer_id) in (" + reach.units + ")", "unit", Params.uuid("unitId", unitId));
    }
}
