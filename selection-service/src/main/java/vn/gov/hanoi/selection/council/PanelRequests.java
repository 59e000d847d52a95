package vn.gov.hanoi.selection.council;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.council.Composition.Wanted;
import vn.gov.hanoi.selection.council.Panels.Body;

/** Requests about councils and boards. */
final class PanelRequests {
    private PanelRequests() {}

    /** Bodies beside the council. */
    enum Board {
        QUESTION,
        SUPERVISION,
        CODING,
        MARKING,
        REMARKING,
        MONITORING;

        Body body() {
            return Body.valueOf(name());
        }
    }

    @Schema(name = "PanelMemberRequest", additionalProperties = Schema.False.class, description = "Somebody and a seat")
    record MemberRequest(
            @Schema(description = "The officer") @NotNull UUID officerId,

            @Schema(description = "HEAD chairs; SECRETARY is for councils only", examples = "MEMBER") @NotNull
            Capacity capacity) {
        static List<Wanted> wanted(List<MemberRequest> members) {
            return members.stream()
                    .map(each -> new Wanted(each.officerId(), each.capacity()))
                    .toList();
        }
    }

    @Schema(
            name = "CouncilRequest",
            additionalProperties = Schema.False.class,
            description =
                    "A council: chair, secretary and members; how many and who follows from the rules of the round")
    record CouncilRequest(
            @Schema(description = "The round, whose list of candidates is published") @NotNull
            UUID roundId,

            @Schema(description = "Members, chair and secretary included", maxItems = 100) @NotEmpty @Size(max = 100)
            List<@NotNull @Valid MemberRequest> members,

            @Schema(description = "The decision that forms it") @NotNull @Valid
            DecisionPart decision) {}

    @Schema(
            name = "BoardRequest",
            additionalProperties = Schema.False.class,
            description = "A board of a round: its head and members")
    record BoardRequest(
            @Schema(description = "The round, whose list of candidates is published") @NotNull
            UUID roundId,

            @Schema(description = "Which board", examples = "MARKING") @NotNull
            Board body,

            @Schema(description = "Members, the head included", maxItems = 100) @NotEmpty @Size(max = 100)
            List<@NotNull @Valid MemberRequest> members,

            @Schema(description = "The decision that forms it") @NotNull @Valid
            DecisionPart decision) {}

    @Schema(name = "PanelReplacement", additionalProperties = Schema.False.class, description = "One seat, two people")
    record Replacement(
            @Schema(description = "Officer who sits now") @NotNull
            UUID leaves,

            @Schema(description = "Officer who takes the seat, in the same capacity") @NotNull
            UUID joins) {}

    @Schema(name = "PanelReplaceRequest", additionalProperties = Schema.False.class, description = "Body of replace")
    record ReplaceRequest(
            @Schema(description = "The decision") @NotNull @Valid
            DecisionPart decision,

            @Schema(description = "Why") @NotNull @Valid ReasonPart reason,

            @Schema(description = "Who goes and who comes") @NotNull @Valid
            Replacement data) {}

    @Schema(name = "PanelDissolveRequest", additionalProperties = Schema.False.class, description = "Body of dissolve")
    record DissolveRequest(
            @Schema(description = "The decision") @NotNull @Valid
            DecisionPart decision) {}
}
