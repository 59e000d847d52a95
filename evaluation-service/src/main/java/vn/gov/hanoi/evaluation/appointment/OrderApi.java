package vn.gov.hanoi.evaluation.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Answers about told appointments. */
final class OrderApi {
    private OrderApi() {}

    @Schema(
            name = "AppointmentOrder",
            requiredProperties = {
                "id",
                "revision",
                "officerId",
                "unitId",
                "effectiveOn",
                "state",
                "assignmentId",
                "refusal",
                "refusalArgs",
                "changedAt"
            },
            description = "An appointment that selection-service decided, and what became of it in the directory")
    record OrderView(
            @Schema(description = "The appointment in selection-service")
            UUID id,

            @Schema(description = "Number of its newest told state, from 1", examples = "1")
            int revision,

            @Schema(description = "Who is appointed") UUID officerId,

            @Schema(description = "The unit") UUID unitId,

            @Schema(description = "First day, in Hanoi", examples = "2026-07-01")
            LocalDate effectiveOn,

            @Schema(description = "What became of it") OrderState state,

            @Schema(description = "The recorded post; null unless applied", nullable = true) @Nullable
            UUID assignmentId,

            @Schema(
                    description =
                            "Code of the rule by which the directory refuses it, or appointment.revoked-late; null if nothing is wrong",
                    examples = "assignment.unit-not-in-force",
                    maxLength = 100,
                    nullable = true)
            @Nullable
            String refusal,

            @Schema(description = "Facts of the refusal; empty if none")
            Map<String, Object> refusalArgs,

            @Schema(description = "When it changed last, UTC")
            Instant changedAt) {}
}
