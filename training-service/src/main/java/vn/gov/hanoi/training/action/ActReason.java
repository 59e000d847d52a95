package vn.gov.hanoi.training.action;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.gov.hanoi.training.PlainText;

/** Why something is done. */
@Schema(name = "ActReason", additionalProperties = Schema.False.class)
public record ActReason(
        @Schema(description = "Code of the list of reasons", examples = "BUSINESS_TRIP", maxLength = 35)
        @NotNull
        @Pattern(regexp = PlainText.CODE, message = PlainText.CODE_MESSAGE)
        String code,

        @Schema(description = "In words", examples = "Đi công tác đột xuất", maxLength = 500)
        @NotBlank
        @Size(max = 500)
        @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
        String text) {}
