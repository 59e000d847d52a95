package vn.gov.hanoi.evaluation.monthly;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.kernel.http.Params;

/** What lists of sheets can be asked for. */
record EvaluationFilter(
        @Parameter(description = "Month, for example 2026-07; repeat for any of several") @QueryParam("period")
        List<String> period,

        @Parameter(description = "Unit of the post") @QueryParam("unitId") @Nullable
        String unitId,

        @Parameter(description = "SELF, CHILDREN or SUBTREE of the unit; default SELF")
        @QueryParam("unitScope")
        @Nullable
        String unitScope,

        @Parameter(description = "How far it has come; repeat for any of several") @QueryParam("state")
        List<String> state,

        @Parameter(description = "Decided grade; repeat for any of several") @QueryParam("grade")
        List<String> grade,

        @Parameter(description = "Who is rated") @QueryParam("officerId") @Nullable
        String officerId) {
    /** Refusal: query.invalid-parameter. */
    void check() {
        state.forEach(each -> Params.oneOf(SheetState.class, "state", each));
        grade.forEach(each -> Params.oneOf(Grade.class, "grade", each));
    }
}
