package vn.gov.hanoi.training.course;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.time.PlausibleDay;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.action.ActDecision;
import vn.gov.hanoi.training.action.ActReason;
import vn.gov.hanoi.training.action.ActionView;
import vn.gov.hanoi.training.directory.UnitRef;
import vn.gov.hanoi.training.norm.ClassSheet;
import vn.gov.hanoi.training.norm.CostSheetRequest;

/** Requests and answers about classes. */
final class ClassApi {
    private ClassApi() {}

    @Schema(name = "ClassRequest", description = "A class to be opened within the quota and money of a plan line")
    record ClassRequest(
            @Schema(description = "Line whose quota is used") @NotNull
            UUID planLineId,

            @Schema(description = "Unit that holds the class, in force on the first day") @NotNull
            UUID unitId,

            @Schema(description = "Title", examples = "Bồi dưỡng kỹ năng lãnh đạo cấp phòng", maxLength = 300)
            @NotBlank
            @Size(max = 300)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String title,

            @Schema(description = "Training places taken from the line", examples = "40") @NotNull @Positive
            Integer places,

            @Schema(description = "First day, in the plan year", examples = "2020-05-11") @NotNull @PlausibleDay
            LocalDate startsOn,

            @Schema(description = "Last day, in the plan year", examples = "2020-05-15") @NotNull @PlausibleDay
            LocalDate endsOn,

            @Schema(description = "Money committed for the class, in đồng, above zero", examples = "38500000")
            @NotNull
            @Positive
            @Max(9007199254740991L)
            Long amountVnd,

            @Schema(description = "How it is held; may be said later, until it begins", nullable = true)
            @Nullable
            @Valid
            ClassSetup setup,

            @Schema(
                    description =
                            "What it is to cost by item, for its places and at most its amount; may be said later, until it is over",
                    nullable = true)
            @Nullable
            @Valid
            CostSheetRequest costSheet) {}

    @Schema(
            name = "ClassPatch",
            additionalProperties = Schema.False.class,
            description = "RFC 7396: what is not named stays, null clears")
    record ClassPatch(
            @Schema(
                    description = "What changes of how it is held: members of ClassSetup",
                    implementation = ClassSetup.class)
            @NotNull
            JsonNode setup) {}

    @Schema(name = "CancelClassRequest", additionalProperties = Schema.False.class)
    record CancelRequest(
            @Schema(description = "Why it is not held") @NotNull @Valid
            ActReason reason,

            @Schema(description = "The decision that gives it up") @NotNull @Valid
            ActDecision decision) {}

    @Schema(name = "Class", description = "An opened class")
    record ClassView(
            UUID id,
            UUID planId,

            @Schema(description = "Plan year", examples = "2020")
            int year,

            PlanLineRef planLine,

            @Schema(description = "Code of the block that pays", examples = "DISTRICTS")
            String block,

            @Schema(description = "CITY_BUDGET or DISTRICT_BUDGETS", examples = "DISTRICT_BUDGETS")
            String fundingSource,

            UnitRef unit,
            @Schema(description = "Title") String title,

            @Schema(description = "Training places", examples = "40")
            int places,

            @Schema(description = "First day", examples = "2020-05-11")
            LocalDate startsOn,

            @Schema(description = "Last day", examples = "2020-05-15")
            LocalDate endsOn,

            @Schema(description = "Committed for the class, in đồng", examples = "38500000")
            long amountVnd,

            @Schema(description = "Ledger entry that committed the money")
            UUID commitmentEntryId,

            @Schema(
                    description =
                            "OPENED, RUNNING from the first class day on, DELIVERED when all learners have an outcome, CERTIFIED when all who passed have a certificate too, or CANCELLED",
                    examples = "OPENED",
                    maxLength = 20)
            String state,

            @Schema(description = "Who is in it") SeatsView seats,

            @Schema(description = "How it is held; not in lists") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ClassSetup setup,

            @Schema(description = "What it is to cost, the newest version; not in lists, absent if nobody said")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            ClassSheet costSheet,

            @Schema(description = "Why it was not held; absent unless it is cancelled")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            CancellationView cancellation,

            @JsonProperty("_actions")
            @Schema(description = "What can be done with it; not in lists", maxItems = 3)
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            List<ActionView> actions,

            @Schema(description = "When it was opened") Instant openedAt,
            @JsonIgnore @Schema(hidden = true) long version) {
        /** The same class with what lists leave out. */
        ClassView with(ClassSetup said, @Nullable ClassSheet cost, List<ActionView> offered) {
            return new ClassView(
                    id,
                    planId,
                    year,
                    planLine,
                    block,
                    fundingSource,
                    unit,
                    title,
                    places,
                    startsOn,
                    endsOn,
                    amountVnd,
                    commitmentEntryId,
                    state,
                    seats,
                    said,
                    cost,
                    cancellation,
                    offered,
                    openedAt,
                    version);
        }

        @Schema(description = "Version", examples = "\"1\"")
        public String getEtag() {
            return Etags.of(version);
        }
    }

    @Schema(name = "ClassSeats")
    record SeatsView(
            @Schema(description = "Seats that are taken", examples = "38")
            int taken,

            @Schema(description = "Learners that wait for a seat", examples = "0")
            int waiting,

            @Schema(description = "Nominations that nobody has decided yet", examples = "2")
            int nominated) {}

    @Schema(name = "ClassCancellation")
    record CancellationView(
            @Schema(description = "Why it is not held") ActReason reason,

            @Schema(description = "The decision that gave it up")
            ActDecision decision,

            @Schema(description = "What went back to the account, in đồng", examples = "38500000")
            long releasedVnd,

            @Schema(description = "When") Instant cancelledAt) {}

    @Schema(name = "PlanLineRef")
    record PlanLineRef(
            UUID id,

            @Schema(description = "Code", examples = "DISTRICTS-1")
            String code,

            @Schema(description = "Name") String name) {}
}
