package vn.gov.hanoi.training.quality;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.training.quality.SurveyApi.TasksView;

/** What waits for somebody. */
@Path("/tasks")
@Tag(name = "Tasks", description = "What waits for the caller")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class TaskResource {
    private final ReadSurveys readSurveys;
    private final CurrentCaller caller;

    TaskResource(ReadSurveys readSurveys, CurrentCaller caller) {
        this.readSurveys = readSurveys;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({ReadSurveys.PARTICIPANT, ReadSurveys.PLANNER})
    @Operation(
            operationId = "listTrainingTasks",
            summary =
                    "Forms that you may answer now: about your classes, and about the effect on officers of your units",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Phiếu đánh giá đang chờ bạn trả lời"),
                @Extension(name = "x-permission", value = "training-participant, training-planner"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public TasksView list() {
        return readSurveys.tasks(caller.get());
    }
}
