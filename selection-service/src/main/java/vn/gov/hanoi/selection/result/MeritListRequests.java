package vn.gov.hanoi.selection.result;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.gov.hanoi.kernel.time.PlausibleDay;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.PlainText;

/** Requests about results. */
public final class MeritListRequests {
    private MeritListRequests() {}

    @Schema(
            name = "MeritListRequest",
            additionalProperties = Schema.False.class,
            requiredProperties = "roundId",
            description = "Ends the scoring of a round")
    record CreateRequest(
            @Schema(description = "The round") @NotNull UUID roundId) {}

    @Schema(
            name = "MeritListDecideRequest",
            additionalProperties = Schema.False.class,
            requiredProperties = {"data", "reason"},
            description = "What the council decided between equal candidates")
    record DecideRequest(
            @Schema(description = "The order") @NotNull @Valid
            TieData data,

            @Schema(description = "Why") @NotNull @Valid ReasonPart reason) {}

    @Schema(
            name = "MeritListTie",
            additionalProperties = Schema.False.class,
            requiredProperties = {"vacancyId", "order"},
            description = "An order of equal candidates")
    record TieData(
            @Schema(description = "The post") @NotNull UUID vacancyId,

            @Schema(
                    description = "Applications of all who share a rank in this post, each once, the best first",
                    maxItems = 100)
            @NotNull
            @Size(max = 100)
            List<@NotNull UUID> order) {}

    @Schema(
            name = "MeritListSubmitRequest",
            additionalProperties = Schema.False.class,
            requiredProperties = "data",
            description = "Hands the result over to the authority")
    record SubmitRequest(
            @Schema(description = "The minutes") @NotNull @Valid
            SubmitData data) {}

    @Schema(
            name = "MeritListMinutes",
            additionalProperties = Schema.False.class,
            requiredProperties = "minutes",
            description = "What comes with the result")
    record SubmitData(
            @Schema(description = "The minutes") @NotNull @Valid
            MinutesPart minutes) {}

    @Schema(
            name = "SelectionMinutes",
            additionalProperties = Schema.False.class,
            requiredProperties = {"number", "signedOn", "signedBy"},
            description = "Minutes of the council (biên bản)")
    record MinutesPart(
            @Schema(description = "Number", examples = "07/BB-HĐTT", maxLength = 60)
            @NotNull
            @Size(max = 60)
            @Pattern(regexp = PlainText.CODE, message = PlainText.CODE_MESSAGE)
            String number,

            @Schema(description = "Day of signature", examples = "2020-06-02") @NotNull @PlausibleDay
            LocalDate signedOn,

            @Schema(description = "Members who signed, the chair among them", maxItems = 50) @NotNull @Size(max = 50)
            List<@NotNull UUID> signedBy) {
        Standings.Minutes kept() {
            return new Standings.Minutes(
                    PlainText.tidy(number),
                    signedOn,
                    signedBy.stream().distinct().toList());
        }
    }

    @Schema(
            name = "MeritListReturnRequest",
            additionalProperties = Schema.False.class,
            requiredProperties = "reason",
            description = "Gives the result back to the council")
    record ReturnRequest(
            @Schema(description = "Why") @NotNull @Valid ReasonPart reason) {}

    @Schema(
            name = "MeritListApproveRequest",
            additionalProperties = Schema.False.class,
            requiredProperties = "decision",
            description = "Recognises the result")
    record ApproveRequest(
            @Schema(description = "The decision") @NotNull @Valid
            DecisionPart decision) {}

    @Schema(
            name = "MeritListPublishRequest",
            additionalProperties = Schema.False.class,
            description = "Publishes the result; it says nothing more")
    record PublishRequest() {}
}
