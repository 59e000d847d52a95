package vn.gov.hanoi.evaluation.register;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which versions are asked for. */
record RuleSetFilter(
        @Parameter(description = "Code; repeat for any of several") @QueryParam("code")
        List<String> code,

        @Parameter(description = "PERIODIC, ANNUAL; repeat for any of several") @QueryParam("kind")
        List<String> kind,

        @Parameter(description = "DRAFT, PILOT, OFFICIAL; repeat for any of several") @QueryParam("status")
        List<String> status,

        @Parameter(description = "Category of personnel that it names") @QueryParam("category") @Nullable
        String category,

        @Parameter(description = "Type of unit that it names, together with the category")
        @QueryParam("unitType")
        @Nullable
        String unitType,

        @Parameter(description = "Day on which it is in force, for the category and type of unit if they are given")
        @QueryParam("inForceOn")
        @Nullable
        String inForceOn) {}
