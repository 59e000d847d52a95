package vn.gov.hanoi.selection.council;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.ActionParts.ActionView;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.council.Panels.Body;

/** Answers about councils and boards. */
final class PanelApi {
    private PanelApi() {}

    @Schema(
            name = "PanelOfficer",
            requiredProperties = {"id", "code", "name"},
            description = "An officer, as the directory told it last")
    record OfficerRef(
            @Schema(description = "Id in the directory") UUID id,

            @Schema(description = "Personnel code; empty for who is erased", examples = "CB0000001", maxLength = 24)
            String code,

            @Schema(description = "Full name; empty for who is erased", maxLength = 100)
            String name) {}

    @Schema(
            name = "PanelMember",
            requiredProperties = {"officer", "capacity", "joinedOn", "leftOn"},
            description = "Somebody who sits or sat")
    record MemberView(
            @Schema(description = "The person") OfficerRef officer,

            @Schema(description = "HEAD chairs the council or heads the board")
            Capacity capacity,

            @Schema(description = "First day") LocalDate joinedOn,

            @Schema(description = "Day of the replacement; null for who sits", nullable = true) @Nullable
            LocalDate leftOn) {}

    @Schema(
            name = "PanelDecision",
            requiredProperties = {"act", "number", "signedOn", "issuer", "reason", "madeAt"},
            description = "A decision on the council or board")
    record DecisionView(
            @Schema(description = "Act that it stands behind", examples = "FORM", maxLength = 20)
            String act,

            @Schema(description = "Number", maxLength = 60) String number,
            @Schema(description = "Day of signature") LocalDate signedOn,

            @Schema(description = "Who signed", maxLength = 200)
            String issuer,

            @Schema(description = "Why; null if none is needed", nullable = true) @Nullable
            ReasonPart reason,

            @Schema(description = "When it was entered, UTC")
            Instant madeAt) {}

    @Schema(
            name = "PanelSummary",
            requiredProperties = {"id", "etag", "roundId", "body", "state", "members", "version", "changedAt"},
            description = "A council or board in a list")
    record PanelSummary(
            @Schema(description = "Id") UUID id,

            @Schema(description = "Tag for If-Match", examples = "\"1\"", maxLength = 40)
            String etag,

            @Schema(description = "The round") UUID roundId,
            @Schema(description = "Which body") Body body,

            @Schema(description = "Whether anybody sits in it")
            Panel.State state,

            @Schema(description = "How many sit in it") int members,

            @Schema(description = "Number of the last change")
            long version,

            @Schema(description = "When it changed last, UTC")
            Instant changedAt) {}

    @Schema(
            name = "Panel",
            requiredProperties = {
                "id",
                "etag",
                "roundId",
                "body",
                "state",
                "members",
                "quorum",
                "decisions",
                "version",
                "changedAt",
                "_actions"
            },
            description = "The council or a board of a round")
    record PanelView(
            @Schema(description = "Id") UUID id,

            @Schema(description = "Tag for If-Match", examples = "\"1\"", maxLength = 40)
            String etag,

            @Schema(description = "The round") UUID roundId,
            @Schema(description = "Which body") Body body,

            @Schema(description = "Whether anybody sits in it")
            Panel.State state,

            @Schema(description = "Who sits or sat, in the order of the decisions", maxItems = 500)
            List<MemberView> members,

            @Schema(
                    description = "Members of the council who must be present, the chair among them; null for boards",
                    nullable = true)
            @Nullable
            Integer quorum,

            @Schema(description = "Decisions in their order", maxItems = 500)
            List<DecisionView> decisions,

            @Schema(description = "Number of the last change")
            long version,

            @Schema(description = "When it changed last, UTC")
            Instant changedAt,

            @Schema(description = "What can be done now", maxItems = 5) @JsonProperty("_actions")
            List<ActionView> actions) {}
}
