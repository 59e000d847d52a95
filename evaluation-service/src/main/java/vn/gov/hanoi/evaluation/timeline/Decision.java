package vn.gov.hanoi.evaluation.timeline;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.gov.hanoi.evaluation.text.TextRule;
import vn.gov.hanoi.evaluation.text.VietnameseText;
import vn.gov.hanoi.kernel.problem.Refusal;

/** The document by which something is decided. */
@Schema(name = "Decision", additionalProperties = Schema.False.class)
public record Decision(
        @Schema(description = "Number; kept in NFC, trimmed", maxLength = 100, examples = "112/QĐ-UBND") @NotNull
        String number,

        @Schema(description = "Day of the signature", examples = "2020-02-20") @NotNull
        LocalDate signedOn,

        @Schema(
                description = "Who issued it; kept in NFC, trimmed",
                maxLength = 200,
                examples = "UBND thành phố Hà Nội")
        @NotNull
        String issuer) {
    /** In the form in which it is kept. */
    public Decision kept() {
        return new Decision(VietnameseText.nfc(number.strip()), signedOn, VietnameseText.nfc(issuer.strip()));
    }

    /** Refusals: those of the texts, date.out-of-range. */
    public List<Refusal> faults(String pointer) {
        return new Faults()
                .add(pointer + "/number", TextRule.DECISION_NUMBER.fault(number))
                .date(pointer + "/signedOn", signedOn)
                .add(pointer + "/issuer", TextRule.UNIT_NAME.fault(issuer))
                .all();
    }
}
