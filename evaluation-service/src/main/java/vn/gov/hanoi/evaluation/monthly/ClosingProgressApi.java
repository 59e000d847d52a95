package vn.gov.hanoi.evaluation.monthly;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.evaluation.unit.UnitType;

/** Answers about how far a month is in a part of the tree. */
final class ClosingProgressApi {
    static final int MOST_ROWS = 5000;

    private ClosingProgressApi() {}

    @Schema(name = "ClosingProgressTree")
    record TreeView(
            @Schema(description = "Month", maxLength = 7, examples = "2026-07")
            String period,

            @Schema(description = "Unit that was asked for") UUID unitId,

            @Schema(description = "All rating units of it and below together")
            Counts total,

            @Schema(description = "Rating units, each before those below it", maxItems = MOST_ROWS)
            List<Row> rows) {}

    @Schema(name = "ClosingProgressRow")
    record Row(
            @Schema(description = "Rating unit, named as on the last day of the month")
            UnitReference unit,

            @Schema(description = "Type of the unit") UnitType unitType,

            @Schema(
                    description = "Closest rating unit above it among those asked for; null for the first",
                    nullable = true)
            @Nullable
            UUID aboveId,

            @Schema(description = "Rating units between it and the unit asked for, itself counted; 0 for that one")
            int level,

            @Schema(description = "Its closing; null if the month was not opened there", nullable = true) @Nullable
            UUID closingId,

            @Schema(description = "How far that is; null if it was not opened", nullable = true) @Nullable
            ClosingState state,

            @Schema(description = "Its own sheets") Counts own,

            @Schema(description = "The same with all units below it, however deep")
            Counts all) {}

    @Schema(name = "ClosingProgressCounts")
    record Counts(
            @Schema(description = "Rating units") int units,

            @Schema(description = "Of these, where the month was not opened")
            int notOpened,

            @Schema(description = "Of these, by state of their closing")
            Map<ClosingState, Integer> closings,

            @Schema(description = "Sheets") int sheets,

            @Schema(description = "Sheets by state") Map<SheetState, Integer> states,

            @Schema(description = "Results that rest on an input that was replaced")
            int outdated,

            @Schema(description = "Sheets that are late, by the step that is awaited", maxItems = 10)
            List<Late> late) {}

    @Schema(name = "ClosingProgressLate")
    record Late(
            @Schema(description = "Step that is awaited") SheetState step,

            @Schema(description = "Sheets that are late for it")
            int count,

            @Schema(description = "Earliest last day of the step among them")
            LocalDate due,

            @Schema(
                    description = "Working days since then, today counted; null if the calendar does not know the year",
                    nullable = true)
            @Nullable
            Integer workingDays) {}
}
