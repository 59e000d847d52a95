package vn.gov.hanoi.evaluation.unittemplate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplateApi.CreateRequest;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplateApi.TemplateFilter;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplateApi.TemplateSummary;
import vn.gov.hanoi.evaluation.unittemplate.UnitTemplateApi.TemplateView;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Templates of units. */
@Path("/sheet-templates")
@Tag(name = "Sheet Templates", description = "Criteria that units make their own, within the maxima of a rule set")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class UnitTemplateResource {
    private final DraftUnitTemplate draft;
    private final PublishUnitTemplate publish;
    private final UnitTemplateQueries queries;
    private final Writes writes;
    private final CurrentCaller caller;

    UnitTemplateResource(
            DraftUnitTemplate draft,
            PublishUnitTemplate publish,
            UnitTemplateQueries queries,
            Writes writes,
            CurrentCaller caller) {
        this.draft = draft;
        this.publish = publish;
        this.queries = queries;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(UnitTemplateQueries.KEEPER)
    @Operation(
            operationId = "createSheetTemplate",
            summary = "Write down the criteria of a unit",
            description =
                    "As a draft or published at once. The sum of a group is within its maximum; a group with criteria of the unit loses those of the rule set.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Lập mẫu phiếu chấm điểm của đơn vị"),
                @Extension(name = "x-permission", value = "evaluation-keeper"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = TemplateView.class)))
    @APIResponse(
            responseCode = "200",
            description = "validateOnly: it would be kept",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull CreateRequest request) {
        var who = caller.get();
        return writes.once(request, () -> queries.requireScope(who), () -> draft.draft(request, who));
    }

    @GET
    @RolesAllowed({"evaluation-reader", "evaluation-participant", UnitTemplateQueries.KEEPER})
    @Operation(
            operationId = "listSheetTemplates",
            summary = "List templates of units",
            description =
                    "The latest first: those of the units in the scope, and the published ones of units above it.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách mẫu phiếu chấm điểm của đơn vị"),
                @Extension(
                        name = "x-permission",
                        value = "evaluation-reader, evaluation-participant, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<TemplateSummary> list(@BeanParam TemplateFilter filter, @BeanParam ListParams params) {
        return queries.list(filter, params, caller.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"evaluation-reader", "evaluation-participant", UnitTemplateQueries.KEEPER})
    @Operation(
            operationId = "getSheetTemplate",
            summary = "Read a template of a unit",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem mẫu phiếu chấm điểm của đơn vị"),
                @Extension(
                        name = "x-permission",
                        value = "evaluation-reader, evaluation-participant, evaluation-keeper"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The template",
            content = @Content(schema = @Schema(implementation = TemplateView.class)))
    public Response get(@Parameter(description = "Id of the template") @PathParam("id") UUID id) {
        var view = queries.get(id, caller.get());
        return Response.ok(view).header("ETag", view.etag()).build();
    }

    @POST
    @Path("/{id}/actions/publish")
    @RolesAllowed(UnitTemplateQueries.KEEPER)
    @Operation(
            operationId = "publishSheetTemplate",
            summary = "Publish a draft",
            description =
                    "As the next version of the unit. Months that are opened from now on are rated by it; sheets keep the version they were opened by.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Ban hành mẫu phiếu chấm điểm của đơn vị"),
                @Extension(name = "x-permission", value = "evaluation-keeper"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Published; with validateOnly: it would be published",
            content = @Content(schema = @Schema(anyOf = {TemplateView.class, DryRun.class})))
    public Response publish(
            @Parameter(description = "Id of the template") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the draft that is published") @HeaderParam("If-Match") @Nullable
                    String ifMatch) {
        var who = caller.get();
        return writes.once(Map.of("publish", id), () -> queries.get(id, who), () -> publish.publish(id, ifMatch, who));
    }
}
