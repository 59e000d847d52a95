package vn.gov.hanoi.selection;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.gov.hanoi.kernel.problem.Problem;
import vn.gov.hanoi.kernel.time.PlausibleDay;

/** Parts that the bodies of actions and the answers about them share. */
public final class ActionParts {
    private ActionParts() {}

    @Schema(
            name = "SelectionDecision",
            additionalProperties = Schema.False.class,
            description = "A decision (quyết định)")
    public record DecisionPart(
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
        /** As it is stored. */
        public DecisionPart tidy() {
            return new DecisionPart(PlainText.tidy(number), signedOn, PlainText.tidy(issuer));
        }
    }

    @Schema(name = "SelectionReason", additionalProperties = Schema.False.class, description = "Why something is done")
    public record ReasonPart(
            @Schema(description = "Code", examples = "FORCE_MAJEURE", maxLength = 40)
            @NotNull
            @Size(max = 40)
            @Pattern(regexp = "^[A-Z][A-Z_]*$", message = "a code of capital letters and underscores")
            String code,

            @Schema(description = "Reason in words", examples = "Bão làm gián đoạn đường bưu chính", maxLength = 1000)
            @NotBlank
            @Size(max = 1000)
            @Pattern(regexp = PlainText.VISIBLE, message = PlainText.VISIBLE_MESSAGE)
            String text) {
        /** As it is stored. */
        public ReasonPart tidy() {
            return new ReasonPart(code, PlainText.tidy(text));
        }
    }

    @Schema(
            name = "SelectionAction",
            requiredProperties = {"name", "href", "enabled", "needs", "blockedBy"},
            description = "What can be done with the record, or why not")
    public record ActionView(
            @Schema(description = "Verb", examples = "approve", maxLength = 40)
            String name,

            @Schema(description = "Address of the action", maxLength = 200)
            String href,

            @Schema(description = "Whether it would be carried out today")
            boolean enabled,

            @Schema(description = "Parts of the body that it needs", maxItems = 5)
            List<String> needs,

            @Schema(description = "All reasons against it; empty if enabled", maxItems = 100)
            List<Problem.Item> blockedBy) {}
}
