package vn.gov.hanoi.evaluation.unittask;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Answers about tasks, and what lists of them are asked. */
final class UnitTaskApi {
    private UnitTaskApi() {}

    record UnitTaskFilter(
            @Parameter(description = "Only tasks that are due or finished in it: 2026-07, 2026-Q3, 2026")
            @QueryParam("period")
            @Nullable
            String period,

            @Parameter(description = "Id of a unit") @QueryParam("unitId") @Nullable
            String unitId,

            @Parameter(description = "SELF (default), CHILDREN or SUBTREE of unitId") @QueryParam("unitScope") @Nullable
            String unitScope,

            @Parameter(
                    description = "ASSIGNED, DONE_ON_TIME, DONE_LATE, NOT_DONE, CANCELLED; repeat for any of several")
            @QueryParam("state")
            List<String> state) {}

    @Schema(name = "UnitTaskSummary")
    record UnitTaskSummary(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Unit that has to do it") UUID unitId,

            @Schema(
                    description = "Name in the system that it comes from; null if entered here",
                    maxLength = TaskKey.LONGEST,
                    nullable = true)
            @Nullable
            String externalKey,

            @Schema(description = "Number of the document by which it was assigned", maxLength = 100)
            String documentNumber,

            @Schema(description = "Title in Vietnamese", maxLength = 500)
            String title,

            @Schema(description = "Day on which it was assigned")
            LocalDate assignedOn,

            @Schema(description = "Day on which it is due, with all extensions")
            LocalDate dueOn,

            @Schema(description = "Factor in the shares of a result, scale 4")
            BigDecimal weight,

            @Schema(description = "How far it has come; late or on time follows from the dates")
            TaskState state,

            @Schema(description = "Day on which it was finished; null if it was not", nullable = true) @Nullable
            LocalDate finishedOn,

            @Schema(description = "Quality; null until it is finished", nullable = true) @Nullable
            Quality quality,

            @Schema(description = "Whether more was done than asked for")
            boolean exceeded,

            @Schema(description = "Whether the unit has reported the outcome")
            boolean reported) {}

    @Schema(name = "UnitTask")
    record UnitTaskView(
            @Schema(description = "Identifier, UUIDv7") UUID id,

            @Schema(description = "Tag of this version for If-Match", maxLength = 22)
            String etag,

            @Schema(description = "Unit that has to do it") UUID unitId,

            @Schema(
                    description = "Name in the system that it comes from; null if entered here",
                    maxLength = TaskKey.LONGEST,
                    nullable = true)
            @Nullable
            String externalKey,

            @Schema(description = "Number of the document by which it was assigned", maxLength = 100)
            String documentNumber,

            @Schema(description = "Title in Vietnamese", maxLength = 500)
            String title,

            @Schema(description = "Day on which it was assigned")
            LocalDate assignedOn,

            @Schema(description = "Day on which it is due, with all extensions")
            LocalDate dueOn,

            @Schema(description = "Factor in the shares of a result, scale 4")
            BigDecimal weight,

            @Schema(description = "How far it has come; late or on time follows from the dates")
            TaskState state,

            @Schema(description = "Day on which it was finished; null if it was not", nullable = true) @Nullable
            LocalDate finishedOn,

            @Schema(description = "Quality; null until it is finished", nullable = true) @Nullable
            Quality quality,

            @Schema(description = "Whether more was done than asked for")
            boolean exceeded,

            @Schema(description = "Whether the unit has reported the outcome")
            boolean reported,

            @Schema(description = "Every act from the assignment on", maxItems = 1000)
            List<EntryView> history,

            @JsonProperty("_actions") @Schema(description = "What can be done with it", maxItems = 10)
            List<ActionView> actions) {}

    @Schema(name = "UnitTaskEntry")
    record EntryView(
            @Schema(description = "Version of the task that it made", minimum = "1")
            long version,

            @Schema(description = "ASSIGN, EXTEND, SUBMIT, RESOLVE, CANCEL or CORRECT", maxLength = 20)
            String act,

            @Schema(description = "When it was recorded") Instant at,

            @Schema(description = "Opaque id of the person", maxLength = 100)
            String by,

            @Schema(description = "The officer who acted by authority; null if by role", nullable = true) @Nullable
            UUID officerId,

            @Schema(description = "Order by which the officer acted for another; null if none", nullable = true)
            @Nullable
            UUID delegationId,

            @Schema(description = "What it said") TaskNote note) {}

    /** An act that is offered, and what speaks against it now. */
    @Schema(name = "UnitTaskAction")
    record ActionView(
            @Schema(description = "Verb", maxLength = 20) String name,

            @Schema(description = "Path", maxLength = 200) String href,

            @Schema(description = "Whether the caller may do it now")
            boolean enabled,

            @Schema(description = "What the act needs besides the version", maxItems = 5)
            List<String> needs,

            @Schema(description = "What speaks against it", maxItems = 20)
            List<Blocker> blockedBy) {}

    @Schema(name = "UnitTaskBlocker")
    record Blocker(
            @Schema(description = "Code of the refusal", maxLength = 80)
            String code,

            @Schema(description = "Facts") Map<String, Object> args,

            @Schema(description = "In words", maxLength = 500)
            String detail) {}
}
