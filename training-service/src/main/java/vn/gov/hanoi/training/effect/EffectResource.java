package vn.gov.hanoi.training.effect;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.kernel.table.TableFormat;
import vn.gov.hanoi.training.listing.ListParams;

/** Did it help. Neither a period nor a unit can be chosen: the difference of two answers would tell of few people. */
@Path("/training-effects")
@Tag(name = "Training Effects", description = "What training changed, by groups large enough to hide persons")
@ApplicationScoped
class EffectResource {
    private final EffectQueries queries;
    private final CurrentCaller caller;
    private final Clock clock;
    private final EffectRules rules = EffectRules.shipped();

    EffectResource(EffectQueries queries, CurrentCaller caller, Clock clock) {
        this.queries = queries;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, TableFormat.CSV_TYPE, TableFormat.XLSX_TYPE})
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "listTrainingEffects",
            summary = "The same criterion of the same people before and after a course, by course and criterion",
            description =
                    "Of learners of your units at their nomination, in percent of the maximum. There is no comparison group, so nothing is said about causes. Small groups, and those that would give them away, are not shown. As JSON, CSV or XLSX, by Accept.",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Hiệu quả sau bồi dưỡng: cùng tiêu chí của cùng người học trước và sau khóa học"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The effects",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = TrainingEffects.class)),
                @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = TableFormat.XLSX_TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Response list(
            @Parameter(description = "Only this course") @QueryParam("courseCode") @Nullable String courseCode,
            @Context Request request) {
        var pairs = queries.pairs(ListParams.code("courseCode", courseCode), rules, caller.get());
        var report = TrainingEffects.of(pairs, rules, clock.instant());
        return EffectTable.of(report).answer(report, request);
    }
}
