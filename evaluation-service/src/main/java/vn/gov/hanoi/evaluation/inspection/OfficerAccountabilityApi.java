package vn.gov.hanoi.evaluation.inspection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.inspection.Finding.State;
import vn.gov.hanoi.evaluation.inspection.FindingApi.Taken;
import vn.gov.hanoi.evaluation.unit.UnitReference;

/** Answers about what officers answer for. */
final class OfficerAccountabilityApi {
    static final int MOST_ENTRIES = 500;

    private OfficerAccountabilityApi() {}

    @Schema(name = "OfficerAccountability")
    record OfficerEntriesView(
            @Schema(description = "Id of the officer") UUID officerId,

            @Schema(description = "What the officer answers for, the latest month first", maxItems = MOST_ENTRIES)
            List<OfficerEntryView> items) {}

    @Schema(name = "OfficerAccountabilityEntry")
    record OfficerEntryView(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Finding that it comes from")
            UUID findingId,

            @Schema(description = "Type of the finding", maxLength = 40, examples = "ONE_STOP_ABSENT")
            String type,

            @Schema(description = "Unit that was inspected") UnitReference unit,

            @Schema(description = "Day of the event") LocalDate happenedOn,

            @Schema(description = "State of the finding") State state,

            @Schema(description = "Who did it, or who was head on the day")
            Accountability.Role role,

            @Schema(description = "Whether the headship was held in the place of a regular head")
            boolean acting,

            @Schema(description = "Month whose sheet it lowers", maxLength = 7, examples = "2026-07")
            String month,

            @Schema(description = "Points off in group I, scale 4")
            BigDecimal points,

            @Schema(description = "Sheet of the month; null if there is none", nullable = true) @Nullable
            UUID evaluationId,

            @Schema(description = "What became of it there") Taken taken,

            @Schema(description = "Whether it was taken back with the finding")
            boolean withdrawn) {}
}
