package vn.gov.hanoi.selection.vacancy;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** The decision (quyết định) that allows the post to be filled by selection. */
@Embeddable
public record Decision(
        @Column(name = "decision_number") String number,
        @Column(name = "decision_signed_on") LocalDate signedOn,
        @Column(name = "decision_issuer") String issuer) {}
