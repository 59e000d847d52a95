package vn.gov.hanoi.selection.council;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.PlainText;
import vn.gov.hanoi.selection.council.PanelApi.OfficerRef;

/** Requests and answers about conflicts. */
final class ConflictApi {
    private ConflictApi() {}

    /** Where a conflict comes from. */
    enum Source {
        /** The member told it. */
        MEMBER,
        /** A personnel officer found it in the dossier of the candidate. */
        DOSSIER,
        /** The monitoring board found it. */
        MONITORING,
        /** It follows from posts or results. */
        DERIVED
    }

    /** Grounds that people tell. */
    enum Tie {
        SPOUSE,
        PARENT,
        CHILD,
        SIBLING,
        OTHER_TIE,
        RECUSAL;

        Ground ground() {
            return Ground.valueOf(name());
        }
    }

    @Schema(
            name = "ConflictRequest",
            additionalProperties = Schema.False.class,
            requiredProperties = {"roundId", "memberId", "ground"},
            description =
                    "A tie between two people. Neither is checked to sit or to stand, so that the answer tells of neither")
    record ConflictRequest(
            @Schema(description = "The round") @NotNull UUID roundId,

            @Schema(description = "Officer who sits or might sit; oneself, for a declaration or recusal") @NotNull
            UUID memberId,

            @Schema(
                    description = "Officer who stands or might stand; null only for a recusal from all candidates",
                    nullable = true)
            @Nullable
            UUID candidateId,

            @Schema(
                    description = "What it is: the other person is the member's SPOUSE, PARENT and so on",
                    examples = "SIBLING")
            @NotNull
            Tie ground,

            @Schema(
                    description = "What there is to say about it; sealed",
                    examples = "Em ruột",
                    maxLength = 500,
                    nullable = true)
            @Size(max = 500)
            @Pattern(regexp = PlainText.VISIBLE, message = PlainText.VISIBLE_MESSAGE)
            @Nullable
            String note) {}

    @Schema(name = "ConflictKey", additionalProperties = Schema.False.class, description = "Which conflict")
    record ConflictKey(
            @Schema(description = "The round") @NotNull UUID roundId,

            @Schema(description = "Officer who shall judge") @NotNull
            UUID memberId,

            @Schema(description = "The candidate") @NotNull UUID candidateId,

            @Schema(description = "Ground that is set aside", examples = "UNIT_ABOVE") @NotNull
            Ground ground) {}

    @Schema(
            name = "ConflictWaiveRequest",
            additionalProperties = Schema.False.class,
            description = "Body of waive: a decision that lets somebody judge in spite of one ground")
    record WaiveRequest(
            @Schema(description = "The decision") @NotNull @Valid
            DecisionPart decision,

            @Schema(description = "Why") @NotNull @Valid ReasonPart reason,

            @Schema(description = "Which conflict") @NotNull @Valid
            ConflictKey data) {}

    @Schema(
            name = "ConflictWaiver",
            requiredProperties = {"decision", "reason"},
            description = "What sets a conflict aside")
    record WaiverView(
            @Schema(description = "The decision") DecisionPart decision,
            @Schema(description = "Why") ReasonPart reason) {}

    @Schema(
            name = "Conflict",
            requiredProperties = {"id", "roundId", "member", "candidate", "ground", "source", "note", "waiver"},
            description =
                    "A conflict of a round. While it is not waived the member sees and judges nothing of the candidate")
    record ConflictView(
            @Schema(description = "Id; of a derived one, always the same for the same two people and ground")
            UUID id,

            @Schema(description = "The round") UUID roundId,
            @Schema(description = "Who shall not judge") OfficerRef member,

            @Schema(description = "The other person; null for a recusal from all candidates", nullable = true) @Nullable
            OfficerRef candidate,

            @Schema(description = "What it is") Ground ground,
            @Schema(description = "Where it comes from") Source source,

            @Schema(description = "What was said about it; null if nothing", maxLength = 500, nullable = true) @Nullable
            String note,

            @Schema(description = "What sets it aside; null if nothing does", nullable = true) @Nullable
            WaiverView waiver) {}
}
