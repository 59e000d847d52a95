package vn.gov.hanoi.training.action;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.gov.hanoi.kernel.time.PlausibleDay;
import vn.gov.hanoi.training.PlainText;

/** The signed decision on which an act rests. */
@Schema(name = "ActDecision", additionalProperties = Schema.False.class)
public record ActDecision(
        @Schema(description = "Number", examples = "112/QĐ-SNV", maxLength = 100)
        @NotBlank
        @Size(max = 100)
        @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
        String number,

        @Schema(description = "Day of signing, not after today", examples = "2026-05-04") @NotNull @PlausibleDay
        LocalDate signedOn,

        @Schema(description = "Code of the unit that signed", examples = "H26.1", maxLength = 35)
        @NotNull
        @Pattern(regexp = PlainText.CODE, message = PlainText.CODE_MESSAGE)
        String issuer) {}
