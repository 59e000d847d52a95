package vn.gov.hanoi.evaluation.appointment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.appointment.OrderApi.OrderView;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.page.Page;

/** Told appointments, for operators. */
@Path("/ops/appointment-orders")
@Tag(name = "Appointment Orders", description = "Appointments from selection, and what became of them in the directory")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
class OrderResource {
    private final OrderQueries queries;

    OrderResource(OrderQueries queries) {
        this.queries = queries;
    }

    @GET
    @RolesAllowed("operator")
    @Operation(
            operationId = "listAppointmentOrders",
            summary = "Told appointments, the oldest first, at most 500",
            description =
                    "Without a state: those that need a person, refused by the directory or revoked too late. Whoever decided the "
                            + "appointment in selection tells it again once the cause is gone.",
            extensions = {
                @Extension(
                        name = "x-summary-vi",
                        value = "Các quyết định bổ nhiệm chờ ghi vào danh bạ hoặc bị từ chối"),
                @Extension(name = "x-permission", value = "operator"),
                @Extension(name = "x-audit", value = "NONE")
            })
    public Page<OrderView> list(
            @Parameter(description = "What became of it", schema = @Schema(implementation = OrderState.class))
                    @QueryParam("state")
                    @Nullable
                    String state) {
        return queries.list(Params.oneOf(OrderState.class, "state", state));
    }
}
