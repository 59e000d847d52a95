package vn.gov.hanoi.evaluation.reorganisation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.reorganisation.ReorganisationApi.PlanSummary;
import vn.gov.hanoi.evaluation.reorganisation.ReorganisationApi.PlanView;
import vn.gov.hanoi.evaluation.reorganisation.ReorganisationApi.PreviewView;
import vn.gov.hanoi.evaluation.reorganisation.ReorganisationApi.ReorganisationRequest;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.kernel.scope.Scopes;

/** Plans of reorganisations as documents. */
@Path("/reorganisations")
@Tag(name = "Reorganisations", description = "Plans that make, change and dissolve units and place every post")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ReorganisationResource {
    private final DraftReorganisation draft;
    private final ReorganisationQueries queries;
    private final PreviewQueries previews;
    private final Scopes scopes;
    private final Writes writes;
    private final CurrentCaller caller;

    ReorganisationResource(
            DraftReorganisation draft,
            ReorganisationQueries queries,
            PreviewQueries previews,
            Scopes scopes,
            Writes writes,
            CurrentCaller caller) {
        this.draft = draft;
        this.queries = queries;
        this.previews = previews;
        this.scopes = scopes;
        this.writes = writes;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("directory-editor")
    @Operation(
            operationId = "createReorganisation",
            summary = "Draft a reorganisation",
            description =
                    "Nothing changes in the directory. The other services are told, and count what it would touch.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Lập dự thảo phương án sắp xếp"),
                @Extension(name = "x-permission", value = "directory-editor"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @APIResponse(
            responseCode = "200",
            description = "validateOnly: it would be kept",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull ReorganisationRequest request) {
        var who = caller.get();
        return writes.once(request, () -> scopes.of(who), () -> draft.create(request, who));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("directory-editor")
    @Operation(
            operationId = "replaceReorganisation",
            summary = "Give a draft other content",
            description = "Units that the plan makes keep their ids by their names within the plan.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Thay nội dung dự thảo phương án"),
                @Extension(name = "x-permission", value = "directory-editor"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "200",
            description = "Changed; with validateOnly: it would be changed",
            content = @Content(schema = @Schema(anyOf = {PlanView.class, DryRun.class})))
    public Response replace(
            @Parameter(description = "Id of the plan") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the version that is changed") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull ReorganisationRequest request) {
        var who = caller.get();
        return writes.once(
                request, () -> queries.requireVisible(id, who), () -> draft.replace(id, ifMatch, request, who));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("directory-reader")
    @Operation(
            operationId = "getReorganisation",
            summary = "Read a reorganisation",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem phương án sắp xếp"),
                @Extension(name = "x-permission", value = "directory-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    @APIResponse(
            responseCode = "200",
            description = "The plan",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response get(@Parameter(description = "Id of the plan") @PathParam("id") UUID id) {
        var who = caller.get();
        var view = queries.view(queries.get(id, who), who);
        return Response.ok(view).header("ETag", view.etag()).build();
    }

    @GET
    @Path("/{id}/preview")
    @RolesAllowed("directory-reader")
    @Operation(
            operationId = "previewReorganisation",
            summary = "Try a reorganisation out",
            description =
                    "Who and what it touches in all three services, where posts go, and what the act would be refused with.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Xem trước tác động của phương án"),
                @Extension(name = "x-permission", value = "directory-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public PreviewView preview(
            @Parameter(description = "Id of the plan") @PathParam("id") UUID id, @Context HttpHeaders headers) {
        return previews.preview(id, caller.get(), ProblemTexts.choose(headers.getAcceptableLanguages()));
    }

    @GET
    @RolesAllowed("directory-reader")
    @Operation(
            operationId = "listReorganisations",
            summary = "List reorganisations",
            description = "Latest effective day first. asOf, knownAt and sort do not go with this list.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách phương án sắp xếp"),
                @Extension(name = "x-permission", value = "directory-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<PlanSummary> list(
            @Parameter(description = "Where it stands; repeat for any of several") @QueryParam("state")
                    List<String> state,
            @BeanParam ListParams params) {
        return queries.list(state, params, caller.get());
    }
}
