package vn.gov.hanoi.evaluation.timeline;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a recorded fact is changed. */
@Schema(name = "Reason", additionalProperties = Schema.False.class)
public record Reason(
        @Schema(
                description = "Code, for example RECORDED_WRONGLY or DECISION_CHANGED",
                maxLength = 40,
                pattern = "^[A-Z][A-Z_]{1,39}$",
                examples = "RECORDED_WRONGLY")
        @NotNull
        @Pattern(regexp = "[A-Z][A-Z_]{1,39}")
        String code,

        @Schema(description = "In words; kept in the audit", maxLength = 500) @NotBlank @Size(max = 500)
        String text) {}
