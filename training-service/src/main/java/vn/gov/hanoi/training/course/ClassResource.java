package vn.gov.hanoi.training.course;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.idempotency.Answer;
import vn.gov.hanoi.kernel.idempotency.DryRun;
import vn.gov.hanoi.kernel.idempotency.Writes;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.training.course.ClassApi.ClassRequest;
import vn.gov.hanoi.training.course.ClassApi.ClassView;
import vn.gov.hanoi.training.course.ClassQueries.UnitReach;
import vn.gov.hanoi.training.directory.Directory;
import vn.gov.hanoi.training.listing.ListParams;

/** Classes. */
@Path("/classes")
@Tag(name = "Classes", description = "Classes opened within quota and budget")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class ClassResource {
    private final OpenClass openClass;
    private final ClassQueries queries;
    private final ClassViews views;
    private final Directory directory;
    private final Writes writes;
    private final CurrentCaller caller;

    ClassResource(
            OpenClass openClass,
            ClassQueries queries,
            ClassViews views,
            Directory directory,
            Writes writes,
            CurrentCaller caller) {
        this.openClass = openClass;
        this.queries = queries;
        this.views = views;
        this.directory = directory;
        this.writes = writes;
        this.caller = caller;
    }

    /** The unit filter of the list. */
    record UnitFilter(
            @Parameter(description = "Only of this unit") @QueryParam("unitId") @Nullable
            String unitId,

            @Parameter(description = "How far below unitId: SELF (default), CHILDREN or SUBTREE")
            @QueryParam("unitScope")
            @Nullable
            String unitScope) {
        UnitReach reach() {
            var asked = Params.oneOf(UnitReach.class, "unitScope", unitScope);
            if (asked != null && unitId == null) {
                throw Params.invalid("unitScope", "only together with unitId");
            }
            return asked == null ? UnitReach.SELF : asked;
        }
    }

    @GET
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "listClasses",
            summary = "Classes of units in your scope and those to which they are invited, by first day",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Lớp của các đơn vị trong phạm vi và lớp được mời, theo ngày khai giảng"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<ClassView> list(
            @Parameter(description = "Only of this plan") @QueryParam("planId") @Nullable String planId,
            @Parameter(description = "Only of this plan line") @QueryParam("planLineId") @Nullable String planLineId,
            @Parameter(description = "Only of this plan year") @QueryParam("year") @Nullable String year,
            @BeanParam UnitFilter unit,
            @BeanParam ListParams page) {
        var filter = new ClassQueries.Filter(
                Params.uuid("planId", planId),
                Params.uuid("planLineId", planLineId),
                Params.number("year", year),
                Params.uuid("unitId", unit.unitId()),
                unit.reach());
        return queries.page(filter, caller.get(), page.read());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("training-reader")
    @Operation(
            operationId = "getClass",
            summary = "One class",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Một lớp"),
                @Extension(name = "x-permission", value = "training-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<ClassView> get(@Parameter(description = "Id of the class") @PathParam("id") UUID id) {
        var found = views.full(id, caller.get());
        return RestResponse.ResponseBuilder.ok(found)
                .header(HttpHeaders.ETAG, found.getEtag())
                .build();
    }

    @POST
    @RolesAllowed("training-organiser")
    @Operation(
            operationId = "createClass",
            summary = "Open a class within the quota and money of a plan line",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Mở lớp trong chỉ tiêu và kinh phí của kế hoạch"),
                @Extension(name = "x-permission", value = "training-organiser"),
                @Extension(name = "x-audit", value = "CHANGE")
            })
    @APIResponse(
            responseCode = "201",
            description = "Opened",
            content = @Content(schema = @Schema(implementation = ClassView.class)))
    @APIResponse(
            responseCode = "200",
            description = "With validateOnly=true: it would succeed",
            content = @Content(schema = @Schema(implementation = DryRun.class)))
    public Response create(@Valid @NotNull ClassRequest request) {
        var who = caller.get();
        return writes.once(request, () -> directory.authorise(who, request.unitId()), () -> {
            var opened = openClass.open(request, who);
            var location = "/training/v1/classes/" + opened.id();
            return Answer.created(location, views.full(opened.id(), who), opened.version());
        });
    }
}
