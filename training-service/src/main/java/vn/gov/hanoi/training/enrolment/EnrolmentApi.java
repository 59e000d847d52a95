package vn.gov.hanoi.training.enrolment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.training.action.ActReason;
import vn.gov.hanoi.training.action.ActionView;
import vn.gov.hanoi.training.directory.UnitRef;

/** Requests and answers about enrolments. */
final class EnrolmentApi {
    private EnrolmentApi() {}

    @Schema(name = "EnrolmentRequest", additionalProperties = Schema.False.class, description = "A nomination")
    record EnrolmentRequest(
            @Schema(description = "Class, not begun, of your units or to which they are invited") @NotNull
            UUID classId,

            @Schema(description = "Officer of your units; not yourself") @NotNull
            UUID officerId) {}

    @Schema(name = "EnrolmentReasonRequest", additionalProperties = Schema.False.class)
    record EnrolmentReasonRequest(
            @Schema(description = "Why") @NotNull @Valid ActReason reason) {}

    @Schema(
            name = "OutcomeRequest",
            additionalProperties = Schema.False.class,
            description = "How the class ended for a learner")
    record OutcomeRequest(
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

    @Schema(name = "Enrolment", description = "A person in a class")
    record EnrolmentView(
            @Schema(description = "Id") UUID id,

            @Schema(description = "The class") ClassRef trainingClass,

            @Schema(description = "The learner") OfficerRef officer,

            @Schema(description = "Unit of the learner at the nomination")
            UnitRef unit,

            @Schema(
                    description =
                            "NOMINATED, ENROLLED (has a seat), WAITING, REJECTED, WITHDRAWN, or CANCELLED with the class",
                    examples = "ENROLLED",
                    maxLength = 20)
            String state,

            @Schema(description = "Place in the order of nominations of the class, from 1", examples = "41")
            long arrival,

            @Schema(description = "Why it was rejected or withdrawn; null if it was not", nullable = true) @Nullable
            ActReason reason,

            @Schema(description = "How the class ended; null until somebody said it", nullable = true) @Nullable
            OutcomeView outcome,

            @Schema(description = "When the officer was nominated")
            Instant nominatedAt,

            @Schema(description = "When somebody decided last; null while nobody did", nullable = true) @Nullable
            Instant decidedAt,

            @Schema(description = "Conditions as last checked; not in lists", maxItems = 20)
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            List<ConditionView> conditions,

            @JsonProperty("_actions")
            @Schema(description = "What can be done with it; not in lists", maxItems = 4)
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            List<ActionView> actions,

            @JsonIgnore @Schema(hidden = true) long version) {
        @Schema(description = "Version", examples = "\"1\"")
        public String getEtag() {
            return Etags.of(version);
        }

        EnrolmentView with(List<ConditionView> found, List<ActionView> offered) {
            return new EnrolmentView(
                    id,
                    trainingClass,
                    officer,
                    unit,
                    state,
                    arrival,
                    reason,
                    outcome,
                    nominatedAt,
                    decidedAt,
                    found,
                    offered,
                    version);
        }
    }

    @Schema(name = "ClassRef")
    record ClassRef(
            @Schema(description = "Id") UUID id,

            @Schema(description = "Title", maxLength = 300) String title,

            @Schema(description = "First day") LocalDate startsOn,

            @Schema(description = "Last day") LocalDate endsOn) {}

    @Schema(name = "LearnerRef")
    record OfficerRef(
            @Schema(description = "Id of the officer in the directory")
            UUID id,

            @Schema(description = "Code of the officer", maxLength = 35)
            String code,

            @Schema(description = "Name at the nomination", maxLength = 200)
            String name,

            @Schema(
                    description = "Category of personnel on the first class day",
                    examples = "CIVIL_SERVANT",
                    maxLength = 40)
            String category) {}

    @Schema(name = "Outcome")
    record OutcomeView(
            @Schema(description = "PASSED, FAILED, ABSENT or EXEMPT", examples = "PASSED", maxLength = 20)
            String state,

            @Schema(description = "The score; its state stands apart, since absent is not zero")
            ScoreView score) {
        static OutcomeView of(Outcome outcome) {
            return new OutcomeView(
                    outcome.result().name(),
                    new ScoreView(outcome.scoreState().name(), outcome.score(), outcome.maximum()));
        }
    }

    @Schema(name = "Score")
    record ScoreView(
            @Schema(description = "SCORED, NOT_SCORED, ABSENT or EXEMPT", examples = "SCORED", maxLength = 20)
            String state,

            @Schema(description = "0 to maximum, scale 4; null unless SCORED", examples = "8.5000", nullable = true)
            @Nullable
            BigDecimal points,

            @Schema(description = "Best score, scale 4; null unless SCORED", examples = "10.0000", nullable = true)
            @Nullable
            BigDecimal maximum) {}

    @Schema(name = "EnrolmentCondition")
    record ConditionView(
            @Schema(
                    description =
                            "IN_SERVICE, UNIT_INVITED, CATEGORY_TARGETED, NO_TRAINING_BAN, COURSE_NOT_PASSED or DAYS_FREE",
                    examples = "DAYS_FREE",
                    maxLength = 40)
            String code,

            @Schema(description = "MET, NOT_MET, or UNKNOWN, which refuses nothing", examples = "MET", maxLength = 20)
            String verdict,

            @Schema(description = "Facts on which the verdict rests")
            Map<String, Object> evidence) {
        static ConditionView of(Condition condition) {
            return new ConditionView(
                    condition.code().name(), condition.verdict().name(), condition.evidence());
        }
    }

    @Schema(name = "EnrolmentCheck", description = "Whether an officer may be nominated for a class")
    record CheckView(
            @Schema(description = "Whether nothing speaks against it")
            boolean eligible,

            @Schema(description = "Every condition with its evidence", maxItems = 20)
            List<ConditionView> conditions,

            @Schema(description = "What a nomination would be refused for", maxItems = 20)
            List<ActionView.Blocker> blockedBy) {}
}
