package vn.gov.hanoi.selection.council;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.ActionParts.ReasonPart;
import vn.gov.hanoi.selection.vacancy.Stamp;

/** A decision that formed, changed or dissolved a council or board. */
@Embeddable
record PanelDecision(
        @Column(name = "act") String act,
        @Column(name = "number") String number,
        @Column(name = "signed_on") LocalDate signedOn,
        @Column(name = "issuer") String issuer,
        @Column(name = "reason_code") @Nullable String reasonCode,
        @Column(name = "reason_text") @Nullable String reasonText,
        @Column(name = "made_at") Instant madeAt,
        @Column(name = "made_by") String madeBy) {
    static PanelDecision of(PanelGuard.Act act, DecisionPart part, @Nullable ReasonPart reason, Stamp stamp) {
        var tidy = part.tidy();
        var why = reason == null ? null : reason.tidy();
        return new PanelDecision(
                act.name(),
                tidy.number(),
                tidy.signedOn(),
                tidy.issuer(),
                why == null ? null : why.code(),
                why == null ? null : why.text(),
                stamp.at(),
                stamp.by());
    }
}
