package vn.gov.hanoi.selection.appointment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.vacancy.Stamp;

/** What somebody did about an appointment, with the document and the reason behind it. */
@Embeddable
record Step(
        @Column(name = "act") String act,
        @Column(name = "number") @Nullable String number,
        @Column(name = "signed_on") @Nullable LocalDate signedOn,
        @Column(name = "issuer") @Nullable String issuer,
        @Column(name = "reason_code") @Nullable String reasonCode,
        @Column(name = "reason_text") @Nullable String reasonText,
        @Column(name = "made_at") Instant madeAt,
        @Column(name = "made_by") String madeBy) {
    static Step of(String act, @Nullable DecisionPart decision, @Nullable ReasonPart reason, Stamp stamp) {
        var document = decision == null ? null : decision.tidy();
        var why = reason == null ? null : reason.tidy();
        return new Step(
                act,
                document == null ? null : document.number(),
                document == null ? null : document.signedOn(),
                document == null ? null : document.issuer(),
                why == null ? null : why.code(),
                why == null ? null : why.text(),
                stamp.at(),
                stamp.by());
    }

    @Nullable
    DecisionPart decision() {
        return number == null || signedOn == null || issuer == null ? null : new DecisionPart(number, signedOn, issuer);
    }

    @Nullable
    ReasonPart reason() {
        return reasonCode == null || reasonText == null ? null : new ReasonPart(reasonCode, reasonText);
    }
}
