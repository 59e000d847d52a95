package vn.gov.hanoi.evaluation.monthly;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.EvaluationApi.ActionView;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.evaluation.unit.UnitReference;
import vn.gov.hanoi.evaluation.unit.UnitType;
import vn.gov.hanoi.kernel.idempotency.Warned;

/** Requests and answers about closings. */
final class ClosingApi {
    private ClosingApi() {}

    @Schema(name = "OpenClosingRequest", additionalProperties = Schema.False.class)
    record OpenClosingRequest(
            @Schema(
                    description = "Month",
                    pattern = "^" + PeriodText.PATTERN + "$",
                    maxLength = 7,
                    examples = "2026-07")
            @NotNull
            @Pattern(regexp = PeriodText.PATTERN)
            String period,

            @Schema(description = "Rating unit: an agency, no division") @NotNull
            UUID unitId) {}

    @Schema(name = "PublishClosingRequest", additionalProperties = Schema.False.class)
    record PublishClosingRequest(
            @Schema(description = "What goes with it; null for nothing", nullable = true) @Valid @Nullable
            PublishData data) {}

    @Schema(name = "ClosingPublication", additionalProperties = Schema.False.class)
    record PublishData(
            @Schema(description = "What raises the cap; null if nothing", nullable = true) @Valid @Nullable
            RaiseRequest raise,

            @Schema(
                    description =
                            "Why one person of a small unit has the top grade although the cap gives it no place; needed there if the rule set allows it, else null",
                    maxLength = 1000,
                    nullable = true)
            @Size(min = 1, max = 1000)
            @Nullable
            String smallUnitReason) {}

    @Schema(name = "CapRaise", additionalProperties = Schema.False.class)
    record RaiseRequest(
            @Schema(description = "Decision that recognises special outstanding achievements of the collective")
            @Valid
            @NotNull
            Decision decision,

            @Schema(description = "Why", maxLength = 1000) @NotNull @Size(min = 1, max = 1000)
            String reason) {}

    @Schema(name = "LockClosingRequest", additionalProperties = Schema.False.class)
    record LockClosingRequest(
            @Schema(description = "What goes with it; null for nothing", nullable = true) @Valid @Nullable
            LockData data) {}

    @Schema(name = "ClosingSignOff", additionalProperties = Schema.False.class)
    record LockData(
            @Schema(
                    description = "Why units below that are not locked are not waited for; null if there are none",
                    maxLength = 1000,
                    nullable = true)
            @Size(min = 1, max = 1000)
            @Nullable
            String reason) {}

    @Schema(name = "ReopenClosingRequest", additionalProperties = Schema.False.class)
    record ReopenClosingRequest(
            @Schema(description = "Why it is reopened") @Valid @NotNull
            Reason reason,

            @Schema(description = "The decision by which it is reopened") @Valid @NotNull
            Decision decision) {}

    @Schema(name = "ClosingSummary")
    record ClosingSummary(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Month", maxLength = 7, examples = "2026-07")
            String period,

            @Schema(description = "Rating unit, named as on the last day of the month")
            UnitReference unit,

            @Schema(description = "How far it has come") ClosingState state,

            @Schema(description = "When it was opened") Instant openedAt,

            @Schema(description = "When results were published; null before", nullable = true) @Nullable
            Instant publishedAt,

            @Schema(description = "When it was locked; null before", nullable = true) @Nullable
            Instant lockedAt) {}

    @Schema(name = "Closing")
    record ClosingView(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Month", maxLength = 7, examples = "2026-07")
            String period,

            @Schema(description = "Rating unit, named as on the last day of the month")
            UnitReference unit,

            @Schema(description = "How far it has come") ClosingState state,

            @Schema(description = "Whether results may be official: every rule set of the sheets is")
            boolean official,

            @Schema(description = "When it was opened") Instant openedAt,

            @Schema(description = "When results were published; null before", nullable = true) @Nullable
            Instant publishedAt,

            @Schema(description = "Last day for petitions; null before the publication", nullable = true) @Nullable
            LocalDate petitionsUntil,

            @Schema(description = "When it was locked; null before", nullable = true) @Nullable
            Instant lockedAt,

            @Schema(
                    description = "SHA-256 over the results as they were locked; null before",
                    maxLength = 64,
                    nullable = true)
            @Nullable
            String lockDigest,

            @Schema(description = "Decision that raised the cap; null if none", nullable = true) @Nullable
            Decision raisedBy,

            @Schema(
                    description =
                            "Why one person has the top grade although the cap gives the unit no place; null if none was needed",
                    maxLength = 1000,
                    nullable = true)
            @Nullable
            String smallUnitReason,

            @Schema(description = "Sheets by state and who has to act", maxItems = 50)
            List<ProgressView> progress,

            @Schema(description = "Results that rest on an input that was replaced, and what differs", maxItems = 20)
            List<SheetFlag> outdated,

            @Schema(
                    description =
                            "Rating units right below that are not locked, once this one is published; a lock before them needs a reason")
            int unlockedBelow,

            @Schema(description = "Every lock of it and how it was undone, the first first", maxItems = 999)
            List<ClosingLock> locks,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "After opening: what was added; else absent")
            @Nullable
            Opened opened,

            @JsonProperty("_actions") @Schema(description = "What can be done with it", maxItems = 10)
            List<ActionView> actions)
            implements Warned {
        @Override
        public List<String> warningCodes() {
            return opened == null
                    ? List.of()
                    : opened.skipped().stream().map(Skipped::code).distinct().toList();
        }
    }

    @Schema(name = "ClosingProgress")
    record ProgressView(
            @Schema(description = "State of the sheets") SheetState state,

            @Schema(description = "Number of sheets") int count,

            @Schema(description = "Step that is awaited; null after the last", nullable = true) @Nullable
            SheetState awaits,

            @Schema(description = "Who has to act; null after the last step", nullable = true) @Nullable
            Actor actor,

            @Schema(description = "Last day of that step; null if it has none", nullable = true) @Nullable
            LocalDate due,

            @Schema(description = "Whether that day has passed")
            boolean late) {}

    /** Who does a step. */
    enum Actor {
        SUBJECT,
        MANAGER,
        DECIDER,
        KEEPER
    }

    @Schema(name = "ClosingOpened")
    record Opened(
            @Schema(description = "People with a post in the month")
            int people,

            @Schema(description = "Sheets added now") int added,

            @Schema(description = "People for whom no rule set rates the month", maxItems = 50)
            List<Skipped> skipped) {}

    @Schema(name = "ClosingSkipped")
    record Skipped(
            @Schema(description = "Category of personnel") Category category,

            @Schema(description = "Type of the unit of the post")
            UnitType unitType,

            @Schema(description = "Number of people") int people,

            @Schema(description = "Why", maxLength = 80) String code) {}
}
