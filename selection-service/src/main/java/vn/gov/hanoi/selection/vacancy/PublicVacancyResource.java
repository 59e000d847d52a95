package vn.gov.hanoi.selection.vacancy;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.gov.hanoi.kernel.page.Page;

/** Announced vacancies, for everybody and without a token. */
@Path("/public/vacancies")
@Tag(name = "Public Vacancies", description = "Announced vacancies, for everybody")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class PublicVacancyResource {
    private static final String EVERYBODY = "public";

    private final VacancyQueries queries;

    PublicVacancyResource(VacancyQueries queries) {
        this.queries = queries;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listPublicVacancies",
            summary = "Vacancies of the City that are or were announced",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Các vị trí thi tuyển đã được thông báo"),
                @Extension(name = "x-permission", value = EVERYBODY),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<VacancyApi.PublicVacancy> list(@BeanParam VacancyListParams params) {
        return queries.publicPage(params.filter(VacancyQueries.PUBLIC), params.page());
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(
            operationId = "getPublicVacancy",
            summary = "An announced vacancy",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Một vị trí thi tuyển đã được thông báo"),
                @Extension(name = "x-permission", value = EVERYBODY),
                @Extension(name = "x-audit", value = "NONE")
            })
    public VacancyApi.PublicVacancy get(@Parameter(description = "Id of the vacancy") @PathParam("id") UUID id) {
        return queries.publicOne(id);
    }
}
