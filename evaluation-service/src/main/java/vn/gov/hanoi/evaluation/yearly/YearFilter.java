package vn.gov.hanoi.evaluation.yearly;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.kernel.http.Params;

/** What lists of classifications can be asked for. */
record YearFilter(
        @Parameter(description = "Year, for example 2026; repeat for any of several") @QueryParam("year")
        List<String> year,

        @Parameter(description = "Unit of the post") @QueryParam("unitId") @Nullable
        String unitId,

        @Parameter(description = "SELF, CHILDREN or SUBTREE of the unit; default SELF")
        @QueryParam("unitScope")
        @Nullable
        String unitScope,

        @Parameter(description = "Decided level; repeat for any of several") @QueryParam("level")
        List<String> level,

        @Parameter(description = "How far it has come; repeat for any of several") @QueryParam("state")
        List<String> state,

        @Parameter(description = "Who is rated") @QueryParam("officerId") @Nullable
        String officerId) {
    /** Refusal: query.invalid-parameter. */
    void check() {
        level.forEach(each -> Params.oneOf(Grade.class, "level", each));
        state.forEach(each -> Params.oneOf(Classification.State.class, "state", each));
    }
}
