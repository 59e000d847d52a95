package vn.gov.hanoi.training.course;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.time.PlausibleDay;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.directory.UnitRef;

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
            Long amountVnd) {}

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

            @Schema(description = "OPENED", examples = "OPENED")
            String state,

            @Schema(description = "When it was opened") Instant openedAt,
            @JsonIgnore @Schema(hidden = true) long version) {

        @Schema(description = "Version", examples = "\"1\"")
        public String getEtag() {
            return Etags.of(version);
        }
    }

    @Schema(name = "PlanLineRef")
    record PlanLineRef(
            UUID id,

            @Schema(description = "Code", examples = "DISTRICTS-1")
            String code,

            @Schema(description = "Name") String name) {}
}
