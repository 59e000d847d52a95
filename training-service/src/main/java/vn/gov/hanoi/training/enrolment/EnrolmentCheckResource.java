package vn.gov.hanoi.training.enrolment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.scope.CurrentCaller;
import vn.gov.hanoi.training.enrolment.EnrolmentApi.CheckView;

/** Asking whether somebody may be nominated. */
@Path("/enrolment-checks")
@Tag(name = "Enrolment Checks", description = "Conditions of officers for classes, before they are nominated")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class EnrolmentCheckResource {
    private final CheckEnrolment checkEnrolment;
    private final CurrentCaller caller;

    EnrolmentCheckResource(CheckEnrolment checkEnrolment, CurrentCaller caller) {
        this.checkEnrolment = checkEnrolment;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(EnrolmentGuard.PLANNER)
    @Operation(
            operationId = "getEnrolmentCheck",
            summary = "Whether an officer of your units may be nominated for a class, condition by condition",
            extensions = {
                @Extension(name = "x-summary-vi", value = "Kiểm tra điều kiện cử cán bộ đi học"),
                @Extension(name = "x-permission", value = EnrolmentGuard.PLANNER),
                @Extension(name = "x-audit", value = "NONE")
            })
    public CheckView get(
            @Parameter(description = "Id of the class; needed") @QueryParam("classId") @Nullable String classId,
            @Parameter(description = "Id of the officer; needed") @QueryParam("officerId") @Nullable String officerId,
            @Context HttpHeaders headers) {
        return checkEnrolment.check(
                needed("classId", classId),
                needed("officerId", officerId),
                caller.get(),
                ProblemTexts.choose(headers.getAcceptableLanguages()));
    }

    private static UUID needed(String name, @Nullable String value) {
        var id = Params.uuid(name, value);
        if (id == null) {
            throw Params.invalid(name, "UUID");
        }
        return id;
    }
}
