package vn.gov.hanoi.training.action;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.gov.hanoi.kernel.time.PlausibleDay;
import vn.gov.hanoi.training.PlainText;

/** A paper that proves something, of whoever issued it. */
@Schema(name = "Document", additionalProperties = Schema.False.class)
public record Document(
        @Schema(description = "Number", examples = "QH-2026/118", maxLength = 100)
        @NotBlank
        @Size(max = 100)
        @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
        String number,

        @Schema(description = "Day of signing, not after today", examples = "2026-05-04") @NotNull @PlausibleDay
        LocalDate signedOn,

        @Schema(description = "Who issued it", examples = "Đại học Quốc gia Hà Nội", maxLength = 200)
        @NotBlank
        @Size(max = 200)
        @Pattern(regexp = PlainText.ALLOWED, message = PlainText.ALLOWED_MESSAGE)
        String issuer) {}
