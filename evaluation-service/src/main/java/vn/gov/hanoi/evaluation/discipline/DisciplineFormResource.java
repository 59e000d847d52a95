package vn.gov.hanoi.evaluation.discipline;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.discipline.SanctionApi.FormsView;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.timeline.ListParams;
import vn.gov.hanoi.kernel.http.Params;

/** Forms of discipline. */
@Path("/discipline-forms")
@Tag(name = "Discipline Forms", description = "What can be decided by the law of a day, and what no longer can")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class DisciplineFormResource {
    private final DisciplineDesk desk;

    DisciplineFormResource(DisciplineDesk desk) {
        this.desk = desk;
    }

    @GET
    @RolesAllowed({DisciplineRoles.OFFICER, DisciplineRoles.AUTHORITY, DisciplineRoles.READER})
    @Operation(
            operationId = "listDisciplineForms",
            summary = "Forms of discipline of all periods of law",
            description = "Also those that cannot be decided any more.",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Hình thức kỷ luật qua các thời kỳ pháp luật"),
                @Extension(
                        name = "x-permission",
                        value = "discipline-officer, discipline-authority, discipline-reader"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public FormsView forms(
            @Parameter(description = "Day of a decision; default today in Hanoi") @QueryParam("asOf") @Nullable
                    String asOf,
            @Parameter(description = "Only forms for this category") @QueryParam("category") @Nullable
                    String category) {
        var day = ListParams.day(asOf);
        return DisciplineViews.forms(
                desk.rules(), day == null ? desk.today() : day, Params.oneOf(Category.class, "category", category));
    }
}
