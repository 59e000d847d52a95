package vn.gov.hanoi.training.degree;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.time.PlausibleDay;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.action.ActDecision;
import vn.gov.hanoi.training.action.ActReason;
import vn.gov.hanoi.training.action.Document;
import vn.gov.hanoi.training.decree.Condition;
import vn.gov.hanoi.training.decree.Person.Stated;
import vn.gov.hanoi.training.degree.DegreeTraining.Cost;
import vn.gov.hanoi.training.degree.DegreeTraining.Study;
import vn.gov.hanoi.training.degree.DegreeTraining.Waiver;

/** Requests about degree trainings. */
final class DegreeApi {
    private DegreeApi() {}

    @Schema(name = "DegreeTrainingRequest", additionalProperties = Schema.False.class, description = "A proposal")
    record DegreeTrainingRequest(
            @Schema(description = "Officer of your units; not yourself") @NotNull
            UUID officerId,

            @Schema(description = "Code of the list of degree levels", examples = "MASTER", maxLength = 35)
            @NotNull
            @Pattern(regexp = PlainText.CODE, message = PlainText.CODE_MESSAGE)
            String level,

            @Schema(description = "Field", examples = "Quản lý công", maxLength = 200)
            @NotBlank
            @Size(max = 200)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String field,

            @Schema(description = "Institution", examples = "Học viện Hành chính và Quản trị công", maxLength = 200)
            @NotBlank
            @Size(max = 200)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String institution,

            @Schema(description = "Country, ISO 3166", examples = "VN", maxLength = 2)
            @NotNull
            @Pattern(regexp = "[A-Z]{2}", message = "two letters A-Z")
            String country,

            @Schema(description = "Planned day of sending; its decree counts", examples = "2026-09-01")
            @NotNull
            @PlausibleDay
            LocalDate startsOn,

            @Schema(description = "Last day of study", examples = "2028-08-31") @NotNull @PlausibleDay
            LocalDate endsOn,

            @Schema(description = "Code of who pays", examples = "CITY_BUDGET", maxLength = 35)
            @NotNull
            @Pattern(regexp = PlainText.CODE, message = PlainText.CODE_MESSAGE)
            String fundingSource,

            @Schema(description = "Tuition and other course costs; salary and allowances are none", maxItems = 20)
            @NotNull
            @Size(max = 20)
            List<@NotNull @Valid CostRequest> costs,

            @Schema(description = "Facts of the personnel file") @NotNull @Valid
            StatementsRequest statements) {
        Study study() {
            return new Study(
                    level,
                    PlainText.of(field),
                    PlainText.of(institution),
                    country,
                    startsOn,
                    endsOn,
                    fundingSource,
                    costs.stream().map(CostRequest::kept).toList());
        }
    }

    @Schema(name = "DegreeCostRequest", additionalProperties = Schema.False.class)
    record CostRequest(
            @Schema(description = "Code of the list of costs", examples = "TUITION", maxLength = 35)
            @NotNull
            @Pattern(regexp = PlainText.CODE, message = PlainText.CODE_MESSAGE)
            String item,

            @Schema(description = "In đồng, above zero", examples = "60000000")
            @NotNull
            @Positive
            @Max(9007199254740991L)
            Long amountVnd) {
        Cost kept() {
            return new Cost(item, amountVnd);
        }
    }

    @Schema(
            name = "DegreeStatementsRequest",
            additionalProperties = Schema.False.class,
            description =
                    "What no event tells, from the personnel file. Null: not stated, and the condition is unknown")
    record StatementsRequest(
            @Schema(description = "Birth date; kept for the age condition, never shown", nullable = true)
            @PlausibleDay
            @Nullable
            LocalDate bornOn,

            @Schema(description = "First day of service after probation", nullable = true) @PlausibleDay @Nullable
            LocalDate probationEndedOn,

            @Schema(description = "Whether the field fits the post", nullable = true) @Nullable
            Boolean fieldFits,

            @Schema(
                    description =
                            "Whether commune staff of an ethnic minority or a disadvantaged area, or of a reorganised unit; only asked below postgraduate",
                    nullable = true)
            @Nullable
            Boolean priorityGroup,

            @Schema(description = "Whether a foreign programme under a treaty sends")
            boolean treatyProgramme,

            @Schema(description = "Whether its conditions are met", nullable = true) @Nullable
            Boolean programmeMet,

            @Schema(description = "Documents of the file", examples = "Hồ sơ CB-118, quyển 2", maxLength = 300)
            @NotBlank
            @Size(max = 300)
            @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
            String evidence) {
        Stated kept() {
            return new Stated(
                    bornOn,
                    probationEndedOn,
                    fieldFits,
                    priorityGroup,
                    treatyProgramme,
                    programmeMet,
                    PlainText.of(evidence));
        }
    }

    @Schema(name = "ApproveDegreeTrainingRequest", additionalProperties = Schema.False.class)
    record ApproveRequest(
            @Schema(description = "The signed decision") @NotNull @Valid
            ActDecision decision,

            @Schema(description = "Conditions that need not be met, each by a decision", maxItems = 9)
            @NotNull
            @Size(max = 9)
            List<@NotNull @Valid WaiverRequest> waivers) {
        List<Waiver> kept() {
            return waivers.stream()
                    .map(each -> new Waiver(each.condition(), each.decision(), each.reason()))
                    .toList();
        }
    }

    @Schema(name = "DegreeWaiverRequest", additionalProperties = Schema.False.class)
    record WaiverRequest(
            @Schema(
                    description = "A condition that is not met or not known, and may be waived",
                    examples = "AGE",
                    maxLength = 40)
            @NotNull
            Condition.Code condition,

            @Schema(description = "The decision that waives it") @NotNull @Valid
            ActDecision decision,

            @Schema(description = "Why") @NotNull @Valid ActReason reason) {}

    @Schema(name = "DegreeReasonRequest", additionalProperties = Schema.False.class)
    record ReasonRequest(
            @Schema(description = "Why") @NotNull @Valid ActReason reason) {}

    @Schema(
            name = "ApplyDegreeTrainingRequest",
            additionalProperties = Schema.False.class,
            description = "The person is sent")
    record ApplyRequest(
            @Schema(
                    description = "Day of sending, from the decision to today; its decree counts",
                    examples = "2026-09-01")
            @NotNull
            @PlausibleDay
            LocalDate sentOn,

            @Schema(description = "The signed promise of service") @NotNull @Valid
            Document commitment) {}

    @Schema(name = "CommitDegreeTrainingRequest", additionalProperties = Schema.False.class)
    record CommitRequest(
            @Schema(description = "What is committed") @NotNull @Valid
            CommitData data) {}

    @Schema(name = "CommitDegreeTrainingData", additionalProperties = Schema.False.class)
    record CommitData(
            @Schema(description = "Account in your scope, of the source that pays for the degree") @NotNull
            UUID accountId,

            @Schema(
                    description = "In đồng, above zero; with what is open or spent at most the costs",
                    examples = "30000000")
            @NotNull
            @Positive
            @Max(9007199254740991L)
            Long amountVnd) {}

    /** How a study ends. */
    enum Outcome {
        COMPLETED(DegreeState.COMPLETED),
        NOT_COMPLETED(DegreeState.NOT_COMPLETED),
        LEFT(DegreeState.LEFT);

        private final DegreeState state;

        Outcome(DegreeState state) {
            this.state = state;
        }

        DegreeState state() {
            return state;
        }
    }

    @Schema(
            name = "CloseDegreeTrainingRequest",
            additionalProperties = Schema.False.class,
            description = "The study is over")
    record CloseRequest(
            @Schema(description = "How it ended", examples = "COMPLETED", maxLength = 20) @NotNull
            Outcome outcome,

            @Schema(description = "Last day of study, from the sending to today", examples = "2028-08-31")
            @NotNull
            @PlausibleDay
            LocalDate endedOn,

            @Schema(description = "The diploma of who completed; else null", nullable = true) @Valid @Nullable
            Document diploma,

            @Schema(description = "Why it was not completed; else null", nullable = true) @Valid @Nullable
            ActReason reason,

            @Schema(description = "What it really cost; null: as planned", maxItems = 20, nullable = true)
            @Size(max = 20)
            @Nullable
            List<@NotNull @Valid CostRequest> costs) {}
}
