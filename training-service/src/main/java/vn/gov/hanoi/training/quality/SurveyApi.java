package vn.gov.hanoi.training.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.PlainText;

/** Requests and answers about quality evaluations. */
final class SurveyApi {
    private SurveyApi() {}

    @Schema(name = "QualityAnswerRequest", additionalProperties = Schema.False.class)
    record AnswerRequest(
            @Schema(description = "Of managers: the learner that is judged. Of learners: null", nullable = true)
            @Nullable
            UUID enrolmentId,

            @Schema(description = "One for each question of the form", maxItems = 50) @NotEmpty @Size(max = 50)
            List<@Valid @NotNull ChosenAnswer> answers) {}

    @Schema(name = "QualityAnswer", additionalProperties = Schema.False.class)
    record ChosenAnswer(
            @Schema(description = "Code of the question", examples = "LECTURER_TEACHES", maxLength = 35)
            @NotNull
            @Pattern(regexp = PlainText.CODE, message = PlainText.CODE_MESSAGE)
            String question,

            @Schema(description = "Value of a choice of the form, from the worst to the best", examples = "4")
            @NotNull
            @Min(1)
            @Max(10)
            Integer choice) {}

    @Schema(name = "QualityAnswered", description = "The answer is counted; nothing of it is kept with the person")
    record AnsweredView(
            @Schema(description = "The evaluation") UUID id,

            @Schema(description = "true") boolean answered) {}

    @Schema(name = "QualityEvaluation", description = "What learners or managers think of a class that is over")
    record EvaluationView(
            @Schema(description = "Id") UUID id,

            @Schema(description = "The class") TrainingRef trainingClass,

            @Schema(description = "LEARNERS, or MANAGERS about the effect", examples = "LEARNERS", maxLength = 20)
            String kind,

            @Schema(description = "Version of the form", examples = "1")
            int formVersion,

            @Schema(description = "First day of answers") LocalDate opensOn,

            @Schema(description = "Last day of answers") LocalDate closesOn,

            @Schema(description = "How many may answer", examples = "38")
            int invited,

            @Schema(description = "How many did", examples = "31")
            int answered,

            @Schema(
                    description = "Why there are no results: STILL_OPEN, TOO_FEW_ANSWERS; NONE if there are",
                    examples = "NONE",
                    maxLength = 20)
            String suppressed,

            @Schema(description = "By question; null if suppressed, absent in lists", nullable = true, maxItems = 50)
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            List<QuestionResult> results) {}

    @Schema(name = "QualityResult")
    record QuestionResult(
            @Schema(description = "Code of the question", examples = "LECTURER_TEACHES", maxLength = 35)
            String question,

            @Schema(
                    description = "What it is about: PROGRAMME, LEARNER, LECTURER, FACILITIES, COURSE or EFFECT",
                    examples = "LECTURER",
                    maxLength = 35)
            String object,

            @Schema(description = "Names in both languages") Map<String, String> names,

            @Schema(description = "Mean of the choices, scale 4", examples = "4.2903")
            BigDecimal mean,

            @Schema(description = "How often each choice was made", examples = "{\"4\": 20, \"5\": 11}")
            Map<Integer, Integer> counts) {}

    @Schema(name = "TrainingTasks", description = "What waits for the caller")
    record TasksView(
            @Schema(description = "The next to end first, at most 500", maxItems = 500)
            List<TaskView> items,

            @Schema(description = "Forms of the tasks", maxItems = 10)
            List<FormView> forms) {}

    @Schema(name = "TrainingTask")
    record TaskView(
            @Schema(
                    description = "LEARNERS: judge the class; MANAGERS: judge the effect on the officer",
                    maxLength = 20)
            String kind,

            @Schema(description = "The evaluation") UUID qualityEvaluationId,

            @Schema(description = "The class") TrainingRef trainingClass,

            @Schema(description = "Learner that a manager judges; null for the own class", nullable = true) @Nullable
            JudgedRef learner,

            @Schema(description = "First day of answers") LocalDate opensOn,

            @Schema(description = "Last day of answers") LocalDate dueOn) {}

    @Schema(name = "QualityClassRef")
    record TrainingRef(
            @Schema(description = "Id") UUID id,

            @Schema(description = "Title", maxLength = 300) String title) {}

    @Schema(name = "QualityLearnerRef")
    record JudgedRef(
            @Schema(description = "The enrolment, to be named in the answer")
            UUID enrolmentId,

            @Schema(description = "Id of the officer in the directory")
            UUID officerId,

            @Schema(description = "Code of the officer", maxLength = 35)
            String code,

            @Schema(description = "Name at the nomination", maxLength = 200)
            String name) {}

    @Schema(name = "QualityForm")
    record FormView(
            @Schema(description = "LEARNERS or MANAGERS", maxLength = 20)
            String kind,

            @Schema(description = "Version", examples = "1") int version,

            @Schema(description = "From the worst to the best", maxItems = 10)
            List<ChoiceView> choices,

            @Schema(description = "Questions", maxItems = 50)
            List<QuestionView> questions) {}

    @Schema(name = "QualityChoice")
    record ChoiceView(
            @Schema(description = "Value", examples = "4") int value,

            @Schema(description = "Names in both languages") Map<String, String> names) {}

    @Schema(name = "QualityQuestion")
    record QuestionView(
            @Schema(description = "Code", examples = "LECTURER_TEACHES", maxLength = 35)
            String code,

            @Schema(description = "What it is about", examples = "LECTURER", maxLength = 35)
            String object,

            @Schema(description = "Names in both languages") Map<String, String> names) {}
}
