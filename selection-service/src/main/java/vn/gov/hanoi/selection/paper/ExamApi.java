package vn.gov.hanoi.selection.paper;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.time.PlausibleDay;
import vn.gov.hanoi.selection.ActionParts.ActionView;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.PlainText;

/** Requests and answers about written rounds. */
final class ExamApi {
    /** Form of a code of a criterion. */
    static final String CRITERION = "^[A-Z][A-Z0-9_]*$";

    static final String CRITERION_MESSAGE = "a code of capital letters, digits and underscores";

    private ExamApi() {}

    @Schema(name = "WrittenExamRoom", additionalProperties = Schema.False.class, description = "A room")
    record RoomPart(
            @Schema(description = "Name", examples = "P.301", maxLength = 60)
            @NotBlank
            @Size(max = 60)
            @Pattern(regexp = PlainText.VISIBLE, message = PlainText.VISIBLE_MESSAGE)
            String name,

            @Schema(description = "Seats", examples = "24") @Min(1) @Max(1000) @NotNull
            Integer seats) {}

    @Schema(
            name = "WrittenExamPlan",
            additionalProperties = Schema.False.class,
            description = "Day and rooms of the written round; numbers and seats are drawn")
    record PlanRequest(
            @Schema(description = "Day in Hanoi", examples = "2026-05-18") @NotNull @PlausibleDay
            LocalDate startsOn,

            @Schema(description = "Time in Hanoi", examples = "08:00", maxLength = 5)
            @NotNull
            @Pattern(regexp = "^([01]\\d|2[0-3]):[0-5]\\d$", message = "a time as HH:mm")
            String startsAt,

            @Schema(description = "Rooms, filled in this order", maxItems = 50) @NotEmpty @Size(max = 50)
            List<@NotNull @Valid RoomPart> rooms) {}

    @Schema(
            name = "WrittenExamRequest",
            additionalProperties = Schema.False.class,
            description = "A written round to be planned")
    record CreateRequest(
            @Schema(description = "The round, whose list of candidates is published") @NotNull
            UUID roundId,

            @Schema(description = "Day and rooms") @NotNull @Valid
            PlanRequest plan) {}

    @Schema(name = "WrittenCriterion", additionalProperties = Schema.False.class, description = "A criterion")
    record CriterionPart(
            @Schema(description = "Code", examples = "Q1", maxLength = 20)
            @NotNull
            @Size(max = 20)
            @Pattern(regexp = CRITERION, message = CRITERION_MESSAGE)
            String code,

            @Schema(description = "What is looked at", maxLength = 200)
            @NotBlank
            @Size(max = 200)
            @Pattern(regexp = PlainText.VISIBLE, message = PlainText.VISIBLE_MESSAGE)
            String title,

            @Schema(description = "Most points, two decimals", examples = "40.00")
            @NotNull
            @DecimalMin("0.01")
            @DecimalMax("100")
            @Digits(integer = 3, fraction = 2)
            BigDecimal maximum) {}

    @Schema(
            name = "WrittenSchemeRequest",
            additionalProperties = Schema.False.class,
            description = "The whole marking scheme; the points add up to the maximum of the paper")
    record SchemeRequest(
            @Schema(description = "Criteria in their order", maxItems = 30) @NotEmpty @Size(max = 30)
            List<@NotNull @Valid CriterionPart> criteria) {
        Scheme scheme() {
            return new Scheme(criteria.stream()
                    .map(each -> new Scheme.Criterion(
                            each.code(),
                            PlainText.tidy(each.title()),
                            each.maximum().setScale(2).toPlainString()))
                    .toList());
        }
    }

    @Schema(
            name = "WrittenScheme",
            requiredProperties = {"etag", "digest", "criteria"},
            description = "The marking scheme")
    record SchemeView(
            @Schema(description = "Tag of the written round, for If-Match", examples = "\"1\"", maxLength = 40)
            String etag,

            @Schema(description = "SHA-256 over its canonical JSON, hexadecimal", maxLength = 64)
            String digest,

            @Schema(description = "Criteria in their order", maxItems = 30)
            List<CriterionPart> criteria) {}

    @Schema(
            name = "WrittenExamAct",
            additionalProperties = Schema.False.class,
            description = "Body of acts that need nothing")
    record ActRequest() {}

    @Schema(
            name = "WrittenExamPublishRequest",
            additionalProperties = Schema.False.class,
            description = "Body of publish")
    record PublishRequest(
            @Schema(description = "The decision") @NotNull @Valid
            DecisionPart decision) {}

    @Schema(
            name = "WrittenExam",
            requiredProperties = {
                "id",
                "etag",
                "stage",
                "startsOn",
                "startsAt",
                "minutes",
                "schemeDigest",
                "keysTurned",
                "publishedOn",
                "objectionsUntil",
                "remarkUntil",
                "remarkedOn",
                "version",
                "changedAt",
                "_actions"
            },
            description = "A written round; it tells of no candidate and of no mark")
    record ExamView(
            @Schema(description = "Id, which is that of the round")
            UUID id,

            @Schema(description = "Tag for If-Match", examples = "\"1\"", maxLength = 40)
            String etag,

            @Schema(description = "How far it has come") ExamStage stage,
            @Schema(description = "Day in Hanoi") LocalDate startsOn,

            @Schema(description = "Time in Hanoi", examples = "08:00", maxLength = 5)
            String startsAt,

            @Schema(description = "Length in minutes") int minutes,

            @Schema(
                    description = "SHA-256 of the marking scheme; null before there is one",
                    nullable = true,
                    maxLength = 64)
            @Nullable
            String schemeDigest,

            @Schema(description = "How many of the two keys to the codes are turned, 0-2")
            int keysTurned,

            @Schema(description = "Day on which the marks were told; null before", nullable = true) @Nullable
            LocalDate publishedOn,

            @Schema(description = "Last day to object; null before", nullable = true) @Nullable
            LocalDate objectionsUntil,

            @Schema(description = "Last day to have marked again; null before", nullable = true) @Nullable
            LocalDate remarkUntil,

            @Schema(description = "Day on which the second marking was told; null before", nullable = true) @Nullable
            LocalDate remarkedOn,

            @Schema(description = "Number of the last change")
            long version,

            @Schema(description = "When it changed last, UTC")
            Instant changedAt,

            @Schema(description = "What can be done now", maxItems = 10) @JsonProperty("_actions")
            List<ActionView> actions) {}

    @Schema(
            name = "WrittenExamKey",
            requiredProperties = {"officerId", "turnedAt"},
            description = "Who agreed to open the codes")
    record KeyView(
            @Schema(description = "Officer") UUID officerId,
            @Schema(description = "When, UTC") Instant turnedAt) {}

    @Schema(
            name = "WrittenExamAgreement",
            requiredProperties = {"scripts", "meanDifference", "deviation", "withinPercent", "icc", "keys"},
            description =
                    "How far the two independent markings agree; computed with 34 digits, shown with four decimals, half up")
    record AgreementView(
            @Schema(description = "Scripts marked by two") int scripts,

            @Schema(description = "Mean of the absolute differences, points; null without scripts", nullable = true)
            @Nullable
            BigDecimal meanDifference,

            @Schema(
                    description = "Standard deviation of the signed differences, points; null below two scripts",
                    nullable = true)
            @Nullable
            BigDecimal deviation,

            @Schema(
                    description = "Share of scripts that needed no third marking, percent; null without scripts",
                    nullable = true)
            @Nullable
            BigDecimal withinPercent,

            @Schema(description = "Intraclass correlation ICC(1), -1..1; null if there is none", nullable = true)
            @Nullable
            BigDecimal icc,

            @Schema(description = "Who opened the codes", maxItems = 2)
            List<KeyView> keys) {}
}
