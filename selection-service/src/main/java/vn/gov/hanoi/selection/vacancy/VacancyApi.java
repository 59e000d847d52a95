package vn.gov.hanoi.selection.vacancy;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Problem;
import vn.gov.hanoi.kernel.time.PlausibleDay;
import vn.gov.hanoi.selection.PlainText;

/** Requests and answers about vacancies, for officials. */
final class VacancyApi {
    private VacancyApi() {}

    @Schema(name = "VacancyDecision", description = "The decision (quyết định) that allows the selection")
    record DecisionPart(
            @Schema(description = "Number", examples = "2424/QĐ-SNV", maxLength = 60)
            @NotNull
            @Size(max = 60)
            @Pattern(regexp = PlainText.CODE, message = PlainText.CODE_MESSAGE)
            String number,

            @Schema(description = "Day of signature", examples = "2020-03-02") @NotNull @PlausibleDay
            LocalDate signedOn,

            @Schema(description = "Who signed: agency or its code", examples = "Sở Nội vụ", maxLength = 200)
            @NotBlank
            @Size(max = 200)
            @Pattern(regexp = PlainText.VISIBLE, message = PlainText.VISIBLE_MESSAGE)
            String issuer) {

        static DecisionPart from(Decision decision) {
            return new DecisionPart(decision.number(), decision.signedOn(), decision.issuer());
        }
    }

    @Schema(
            name = "VacancyRequest",
            additionalProperties = Schema.False.class,
            requiredProperties = {"unitId", "postTitle", "positions", "minimumCandidates", "legalBasis", "decision"},
            description = "A post to be filled by selection")
    record VacancyRequest(
            @Schema(description = "Unit of the post: a division or an affiliated public unit") @NotNull
            UUID unitId,

            @Schema(description = "Title of the post", examples = "Trưởng phòng Cải cách hành chính", maxLength = 200)
            @NotBlank
            @Size(max = 200)
            @Pattern(regexp = PlainText.VISIBLE, message = PlainText.VISIBLE_MESSAGE)
            String postTitle,

            @Schema(description = "How many persons are sought", examples = "1") @Min(1) @Max(100)
            int positions,

            @Schema(description = "Fewest candidates for each position", examples = "2") @Min(1) @Max(1000)
            int minimumCandidates,

            @Schema(description = "Legal basis", examples = "2424/BNV-CCVC, 09/05/2017", maxLength = 500)
            @NotBlank
            @Size(max = 500)
            @Pattern(regexp = PlainText.VISIBLE, message = PlainText.VISIBLE_MESSAGE)
            String legalBasis,

            @Schema(description = "Decision that allows the selection") @NotNull @Valid
            DecisionPart decision) {

        NewVacancy wanted() {
            return new NewVacancy(
                    unitId,
                    postTitle,
                    positions,
                    minimumCandidates,
                    legalBasis,
                    new Decision(decision.number(), decision.signedOn(), decision.issuer()));
        }
    }

    @Schema(
            name = "VacancyPublishRequest",
            additionalProperties = Schema.False.class,
            description = "Body of the action publish")
    record PublishRequest(
            @Schema(description = "What is announced") @NotNull @Valid
            AnnouncementPart data) {}

    @Schema(
            name = "VacancyUnit",
            requiredProperties = {"id", "code", "name", "type"},
            description = "The unit as it was when the vacancy was opened")
    record UnitRef(
            @Schema(description = "Id in the directory") UUID id,

            @Schema(description = "Code", examples = "H26.1.3")
            String code,

            @Schema(description = "Name", examples = "Phòng Cải cách hành chính")
            String name,

            @Schema(description = "Type in the directory", examples = "DIVISION")
            String type) {

        static UnitRef from(UnitSnapshot unit) {
            return new UnitRef(unit.id(), unit.code(), unit.name(), unit.type());
        }
    }

    @Schema(
            name = "VacancyAction",
            requiredProperties = {"name", "href", "enabled", "needs", "blockedBy"},
            description = "What can be done with the record, or why not")
    record ActionView(
            @Schema(description = "Verb", examples = "publish")
            String name,

            @Schema(description = "Address of the action") String href,

            @Schema(description = "Whether it would be carried out today")
            boolean enabled,

            @Schema(description = "Parts of the body that it needs", maxItems = 5)
            List<String> needs,

            @Schema(description = "All reasons against it; empty if enabled", maxItems = 100)
            List<Problem.Item> blockedBy) {}

    @Schema(
            name = "Vacancy",
            requiredProperties = {
                "id",
                "etag",
                "state",
                "unit",
                "postTitle",
                "positions",
                "minimumCandidates",
                "announcement",
                "version",
                "changedAt",
                "legalBasis",
                "decision",
                "_actions"
            },
            description = "A post filled by selection")
    record VacancyView(
            @Schema(description = "Id") UUID id,

            @Schema(description = "Tag for If-Match", examples = "\"1\"")
            String etag,

            @Schema(description = "DRAFT, ANNOUNCED or CLOSED")
            VacancyState state,

            @Schema(description = "Unit of the post") UnitRef unit,

            @Schema(description = "Title of the post", maxLength = 200)
            String postTitle,

            @Schema(description = "How many persons are sought")
            int positions,

            @Schema(description = "Fewest candidates for each position")
            int minimumCandidates,

            @Schema(description = "Legal basis", maxLength = 500)
            String legalBasis,

            @Schema(description = "Decision that allows the selection")
            DecisionPart decision,

            @Schema(description = "The announcement; null while a draft", nullable = true) @Nullable
            AnnouncementPart announcement,

            @Schema(description = "Number of the last change")
            long version,

            @Schema(description = "When it changed last, UTC")
            Instant changedAt,

            @Schema(description = "What can be done now", maxItems = 10) @JsonProperty("_actions")
            List<ActionView> actions) {}

    @Schema(
            name = "VacancySummary",
            requiredProperties = {
                "id",
                "etag",
                "state",
                "unit",
                "postTitle",
                "positions",
                "minimumCandidates",
                "announcement",
                "version",
                "changedAt"
            },
            description = "A vacancy in a list")
    record VacancySummary(
            @Schema(description = "Id") UUID id,

            @Schema(description = "Tag for If-Match", examples = "\"1\"")
            String etag,

            @Schema(description = "DRAFT, ANNOUNCED or CLOSED")
            VacancyState state,

            @Schema(description = "Unit of the post") UnitRef unit,

            @Schema(description = "Title of the post", maxLength = 200)
            String postTitle,

            @Schema(description = "How many persons are sought")
            int positions,

            @Schema(description = "Fewest candidates for each position")
            int minimumCandidates,

            @Schema(description = "The announcement; null while a draft", nullable = true) @Nullable
            AnnouncementPart announcement,

            @Schema(description = "Number of the last change")
            long version,

            @Schema(description = "When it changed last, UTC")
            Instant changedAt) {}

    /** What everybody may see. It has no version, no act and nothing of the persons who prepared it. */
    @Schema(
            name = "PublicVacancy",
            requiredProperties = {
                "id",
                "state",
                "unit",
                "postTitle",
                "positions",
                "minimumCandidates",
                "legalBasis",
                "decision",
                "announcement"
            },
            description = "An announced vacancy, as everybody may see it")
    record PublicVacancy(
            @Schema(description = "Id") UUID id,

            @Schema(description = "ANNOUNCED, or CLOSED if its round was suspended or cancelled")
            VacancyState state,

            @Schema(description = "Unit of the post") UnitRef unit,

            @Schema(description = "Title of the post", maxLength = 200)
            String postTitle,

            @Schema(description = "How many persons are sought")
            int positions,

            @Schema(description = "Fewest candidates for each position")
            int minimumCandidates,

            @Schema(description = "Legal basis", maxLength = 500)
            String legalBasis,

            @Schema(description = "Decision that allows the selection")
            DecisionPart decision,

            @Schema(description = "The announcement") AnnouncementPart announcement) {}
}
