package vn.gov.hanoi.evaluation.authority;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.OfficerReference;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.kernel.page.Page;

/** Answers about heads of units. */
final class HeadApi {
    private HeadApi() {}

    @Schema(name = "UnitHeads")
    record HeadsView(
            @Schema(description = "The unit") UnitReference unit,

            @Schema(
                    description = "Head on the day; null if the post is vacant or the unit not in force",
                    nullable = true)
            @Nullable
            HeadView head,

            @Schema(description = "Whether the head is recorded as away on the day; the authority stays with the head")
            boolean absent,

            @Schema(description = "All heads and vacancies, oldest first", maxItems = 10000)
            List<TenureView> history,

            @Schema(description = "Day and moment of the truth shown")
            Page.Time time) {}

    @Schema(name = "Head")
    record HeadView(
            @Schema(description = "The post") UUID assignmentId,

            @Schema(description = "Who") OfficerReference officer,

            @Schema(description = "Whether in the place of a regular head")
            boolean acting,

            @Schema(description = "Title", maxLength = 200) String title,

            @Schema(description = "Number of the decision", maxLength = 100)
            String decisionNumber,

            @Schema(description = "First day") LocalDate validFrom,

            @Schema(description = "First day no longer in the post; null if open", nullable = true) @Nullable
            LocalDate validTo) {}

    @Schema(name = "HeadTenure")
    record TenureView(
            @Schema(description = "Who was head; null if the post was vacant", nullable = true) @Nullable
            HeadView head,

            @Schema(description = "First day") LocalDate validFrom,

            @Schema(description = "First day after; null if open", nullable = true) @Nullable
            LocalDate validTo) {}
}
