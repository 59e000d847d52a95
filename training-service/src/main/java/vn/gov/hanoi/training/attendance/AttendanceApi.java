package vn.gov.hanoi.training.attendance;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.time.PlausibleDay;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.enrolment.Outcome;

/** Requests and answers about attendance and the end of classes. */
final class AttendanceApi {
    private static final int LEARNERS = 5_000;

    private AttendanceApi() {}

    @Schema(name = "AttendanceSheetRequest", additionalProperties = Schema.False.class)
    record SheetRequest(
            @Schema(description = "Running class of your units") @NotNull
            UUID classId,

            @Schema(description = "Class day, not after today", examples = "2026-05-11") @NotNull @PlausibleDay
            LocalDate day,

            @Schema(description = "One for each learner with a seat", maxItems = LEARNERS)
            @NotNull
            @Size(max = LEARNERS)
            List<@Valid @NotNull MarkView> marks) {}

    @Schema(name = "AttendanceMarksRequest", additionalProperties = Schema.False.class)
    record MarksRequest(
            @Schema(description = "One for each learner with a seat", maxItems = LEARNERS)
            @NotNull
            @Size(max = LEARNERS)
            List<@Valid @NotNull MarkView> marks) {}

    @Schema(name = "AttendanceMark", additionalProperties = Schema.False.class)
    record MarkView(
            @Schema(description = "The learner") @NotNull UUID enrolmentId,

            @Schema(
                    description = "PRESENT, LATE, ABSENT_WITH_LEAVE, ABSENT, or another one of the list",
                    examples = "PRESENT",
                    maxLength = 35)
            @NotNull
            @Pattern(regexp = PlainText.CODE, message = PlainText.CODE_MESSAGE)
            String mark) {}

    @Schema(name = "AttendanceSheet", description = "Who was there on a class day")
    record SheetView(
            @Schema(description = "Id") UUID id,

            @Schema(description = "The class") UUID classId,

            @Schema(description = "Class day", examples = "2026-05-11")
            LocalDate day,

            @Schema(description = "Learners with each mark", examples = "{\"PRESENT\": 38, \"ABSENT\": 2}")
            Map<String, Integer> counts,

            @Schema(description = "One for each learner; not in lists", maxItems = LEARNERS)
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            List<MarkView> marks,

            @JsonIgnore @Schema(hidden = true) long version) {
        @Schema(description = "Version", examples = "\"1\"")
        public String getEtag() {
            return Etags.of(version);
        }

        static SheetView full(AttendanceSheet sheet) {
            var marks = sheet.marks().entrySet().stream()
                    .map(each -> new MarkView(each.getKey(), each.getValue()))
                    .sorted(Comparator.comparing(MarkView::enrolmentId))
                    .toList();
            return new SheetView(sheet.id(), sheet.classId(), sheet.day(), counts(sheet), marks, sheet.version());
        }

        static SheetView summary(AttendanceSheet sheet) {
            return new SheetView(sheet.id(), sheet.classId(), sheet.day(), counts(sheet), null, sheet.version());
        }

        private static Map<String, Integer> counts(AttendanceSheet sheet) {
            var counts = new java.util.TreeMap<String, Integer>();
            sheet.marks().values().forEach(mark -> counts.merge(mark, 1, Integer::sum));
            return counts;
        }
    }

    @Schema(name = "AttendanceSheets", description = "All sheets of a class")
    record SheetsView(
            @Schema(description = "By day", maxItems = 366) List<SheetView> items) {}

    @Schema(name = "CloseClassRequest", additionalProperties = Schema.False.class)
    record CloseRequest(
            @Schema(
                    description = "Outcomes not recorded before, or instead of those that were",
                    maxItems = LEARNERS,
                    nullable = true)
            @Nullable
            @Size(max = LEARNERS)
            List<@Valid @NotNull LearnerOutcome> outcomes) {
        List<LearnerOutcome> given() {
            return outcomes == null ? List.of() : outcomes;
        }
    }

    @Schema(name = "LearnerOutcome", additionalProperties = Schema.False.class)
    record LearnerOutcome(
            @Schema(description = "The learner") @NotNull UUID enrolmentId,

            @Schema(description = "PASSED, FAILED, ABSENT or EXEMPT", examples = "PASSED", maxLength = 20) @NotNull
            Outcome.Result outcome,

            @Schema(
                    description = "Score from 0 to the best score of the class, scale 4; only of who passed or failed",
                    examples = "8.5000",
                    nullable = true)
            @Nullable
            @DecimalMin("0")
            @Digits(integer = 4, fraction = 4)
            BigDecimal score) {
        Outcome said() {
            return new Outcome(outcome, score, null);
        }
    }

    @Schema(name = "ClosedClass", description = "A class that is over")
    record ClosedView(
            @Schema(description = "The class") UUID id,

            @Schema(description = "DELIVERED", examples = "DELIVERED", maxLength = 20)
            String state,

            @Schema(description = "Learners with each outcome", examples = "{\"PASSED\": 38, \"ABSENT\": 2}")
            Map<String, Integer> outcomes,

            @JsonIgnore @Schema(hidden = true) long version) {
        @Schema(description = "Version", examples = "\"2\"")
        public String getEtag() {
            return Etags.of(version);
        }
    }
}
