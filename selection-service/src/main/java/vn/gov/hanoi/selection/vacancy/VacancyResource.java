package vn.gov.hanoi.selection.vacancy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/** Reading vacancies, for officials inside the part of the organisation that is theirs. */
@Path("/vacancies")
@Tag(name = "Vacancies", description = "Posts filled by competitive selection")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class VacancyResource {
    static final String READER = "selection-reader";

    private final VacancyQueries queries;
    private final CurrentCaller caller;

    VacancyResource(VacancyQueries queries, CurrentCaller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(READER)
    @Operation(
            operationId = "listVacancies",
            summary = "Vacancies of your part of the organisation",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Danh sách vị trí thi tuyển thuộc phạm vi của bạn"),
                @Extension(name = "x-permission", value = READER),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<VacancyApi.VacancySummary> list(
            @Parameter(
                            description = "DRAFT, ANNOUNCED or CLOSED; repeated: any of these",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = VacancyState.class))
                    @QueryParam("state")
                    List<String> state,
            @BeanParam VacancyListParams params) {
        return queries.page(params.filter(VacancyListParams.states(state)), params.page(), caller.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(READER)
    @Operation(
            operationId = "getVacancy",
            summary = "A vacancy with its tag and what can be done with it",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Một vị trí thi tuyển và các thao tác có thể thực hiện"),
                @Extension(name = "x-permission", value = READER),
                @Extension(name = "x-audit", value = "NONE")
            })
    public RestResponse<VacancyApi.VacancyView> get(
            @Parameter(description = "Id of the vacancy") @PathParam("id") UUID id, @Context HttpHeaders headers) {
        var view = queries.one(id, caller.get(), ProblemTexts.choose(headers.getAcceptableLanguages()));
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, view.etag())
                .build();
    }
}
