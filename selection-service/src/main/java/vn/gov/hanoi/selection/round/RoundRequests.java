package vn.gov.hanoi.selection.round;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.time.PlausibleDay;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.PlainText;
import vn.gov.hanoi.selection.vacancy.AnnouncementPart;

/** Requests about rounds. */
public final class RoundRequests {
    private static final String DEFAULT_CONDITIONS = "VN-LEADER";

    private RoundRequests() {}

    @Schema(name = "RoundPostRequest", additionalProperties = Schema.False.class, description = "A post of the round")
    record PostRequest(
            @Schema(description = "A vacancy that is a draft, of a unit below the unit of the round") @NotNull
            UUID vacancyId,

            @Schema(description = "One full term of the post in months", examples = "60") @Min(1) @Max(120) @Nullable
            Integer termMonths,

            @Schema(
                    description = "Code of the conditions for candidates; default VN-LEADER",
                    examples = "VN-LEADER",
                    maxLength = 40)
            @Size(max = 40)
            @Pattern(regexp = "^[A-Z][A-Z0-9-]*$", message = "a code of capital letters, digits and hyphens")
            @Nullable
            String conditionSet) {}

    @Schema(
            name = "RoundRequest",
            additionalProperties = Schema.False.class,
            requiredProperties = {"unitId", "title", "legalBasis", "startsOn", "listOn", "examOn", "posts", "personnel"
            },
            description = "The whole plan of a round; days in Hanoi")
    record RoundRequest(
            @Schema(description = "Unit that holds the round; never changes") @NotNull
            UUID unitId,

            @Schema(description = "Title", examples = "Thi tuyển Trưởng phòng năm 2026", maxLength = 200)
            @NotBlank
            @Size(max = 200)
            @Pattern(regexp = PlainText.VISIBLE, message = PlainText.VISIBLE_MESSAGE)
            String title,

            @Schema(description = "Legal basis", examples = "2424/BNV-CCVC, 09/05/2017", maxLength = 500)
            @NotBlank
            @Size(max = 500)
            @Pattern(regexp = PlainText.VISIBLE, message = PlainText.VISIBLE_MESSAGE)
            String legalBasis,

            @Schema(description = "Day on which the process starts", examples = "2026-03-02") @NotNull @PlausibleDay
            LocalDate startsOn,

            @Schema(description = "Planned day of the list of candidates", examples = "2026-05-04")
            @NotNull
            @PlausibleDay
            LocalDate listOn,

            @Schema(description = "Planned day of the first round of the contest", examples = "2026-05-18")
            @NotNull
            @PlausibleDay
            LocalDate examOn,

            @Schema(description = "Posts", maxItems = 50) @NotEmpty @Size(max = 50)
            List<@NotNull @Valid PostRequest> posts,

            @Schema(description = "Officers who handle the applications", maxItems = 20) @NotNull @Size(max = 20)
            List<@NotNull UUID> personnel) {
        RoundPlan plan(int termMonths) {
            return new RoundPlan(
                    title,
                    legalBasis,
                    startsOn,
                    listOn,
                    examOn,
                    posts.stream()
                            .map(post -> new RoundPlan.PostPlan(
                                    post.vacancyId(),
                                    Objects.requireNonNullElse(post.termMonths(), termMonths),
                                    Objects.requireNonNullElse(post.conditionSet(), DEFAULT_CONDITIONS)))
                            .toList(),
                    personnel);
        }
    }

    @Schema(
            name = "RoundDecideRequest",
            additionalProperties = Schema.False.class,
            description = "Body of approve and issue")
    public record DecideRequest(
            @Schema(description = "The decision") @NotNull @Valid
            DecisionPart decision) {}

    @Schema(name = "RoundPublishRequest", additionalProperties = Schema.False.class, description = "Body of publish")
    record PublishRequest(
            @Schema(description = "What is announced") @NotNull @Valid
            AnnouncementPart data) {}

    @Schema(
            name = "RoundPersonnel",
            additionalProperties = Schema.False.class,
            description = "Who handles the applications")
    record PersonnelData(
            @Schema(description = "Officers", maxItems = 20) @NotEmpty @Size(max = 20)
            List<@NotNull UUID> personnel) {}

    @Schema(name = "RoundAssignRequest", additionalProperties = Schema.False.class, description = "Body of assign")
    record AssignRequest(
            @Schema(description = "Who handles the applications from now on") @NotNull @Valid
            PersonnelData data) {}

    @Schema(name = "RoundReopening", additionalProperties = Schema.False.class, description = "New days of a round")
    record ReopenData(
            @Schema(description = "New announcement") @NotNull @Valid
            AnnouncementPart announcement,

            @Schema(description = "Planned day of the list of candidates") @NotNull @PlausibleDay
            LocalDate listOn,

            @Schema(description = "Planned day of the first round of the contest") @NotNull @PlausibleDay
            LocalDate examOn) {}

    @Schema(name = "RoundReopenRequest", additionalProperties = Schema.False.class, description = "Body of reopen")
    record ReopenRequest(
            @Schema(description = "The decision") @NotNull @Valid
            DecisionPart decision,

            @Schema(description = "Why") @NotNull @Valid ReasonPart reason,

            @Schema(description = "New days") @NotNull @Valid
            ReopenData data) {}

    @Schema(
            name = "RoundCancelRequest",
            additionalProperties = Schema.False.class,
            description = "Body of cancel and suspend")
    public record CancelRequest(
            @Schema(description = "The decision") @NotNull @Valid
            DecisionPart decision,

            @Schema(description = "Why") @NotNull @Valid ReasonPart reason) {}
}
