package vn.gov.hanoi.training.certificate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.training.course.Delivered;
import vn.gov.hanoi.training.credential.Credential;
import vn.gov.hanoi.training.directory.KnownUnit;

/** A certificate. Only state and reason ever change; what it says is in its signed text. */
@Entity
@Table(name = "certificates")
class Certificate {
    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Column(name = "number", updatable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private CertificateState state;

    @Column(name = "reason_code")
    private @Nullable String reasonCode;

    @Column(name = "officer_id", updatable = false)
    private UUID officerId;

    @Column(name = "officer_code", updatable = false)
    private String officerCode;

    @Column(name = "holder_name", updatable = false)
    private String holderName;

    @Column(name = "unit_id", updatable = false)
    private UUID unitId;

    @Column(name = "unit_code", updatable = false)
    private String unitCode;

    @Column(name = "unit_name", updatable = false)
    private String unitName;

    @Column(name = "class_id", updatable = false)
    private @Nullable UUID classId;

    @Column(name = "enrolment_id", updatable = false)
    private @Nullable UUID enrolmentId;

    @Column(name = "course_title", updatable = false)
    private String courseTitle;

    @Column(name = "issued_on", updatable = false)
    private LocalDate issuedOn;

    @Column(name = "expires_on", updatable = false)
    private @Nullable LocalDate expiresOn;

    @Column(name = "legacy_number", updatable = false)
    private @Nullable String legacyNumber;

    @Column(name = "legacy_issuer", updatable = false)
    private @Nullable String legacyIssuer;

    @Column(name = "signed", updatable = false)
    private @Nullable String signed;

    @Column(name = "kid", updatable = false)
    private @Nullable String kid;

    @Column(name = "list", updatable = false)
    private @Nullable Integer list;

    @Column(name = "list_index", updatable = false)
    private @Nullable Integer listIndex;

    @Column(name = "replaces_id", updatable = false)
    private @Nullable UUID replacesId;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private String createdBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected Certificate() {}

    /** Who did it and when. */
    record Mark(String by, Instant at) {}

    /**
     * An old certificate as it stands on paper.
     *
     * @param number of our own, by which it is shown
     * @param legacyNumber on the paper
     * @param legacyIssuer on the paper
     */
    record OnPaper(
            String number,
            UUID officerId,
            String officerCode,
            String holderName,
            String legacyNumber,
            String legacyIssuer,
            String courseTitle,
            LocalDate issuedOn,
            @Nullable LocalDate expiresOn) {}

    @SuppressWarnings("NullAway.Init")
    private Certificate(KnownUnit unit, Mark mark) {
        this.id = Ids.next();
        this.unitId = unit.id();
        this.unitCode = unit.code();
        this.unitName = unit.name();
        this.createdAt = mark.at();
        this.createdBy = mark.by();
        this.changedAt = mark.at();
    }

    /**
     * What has been signed.
     *
     * @param issuer unit that issues
     * @param text the signed text of the credential
     */
    static Certificate issued(
            Delivered delivered, KnownUnit issuer, Credential credential, String text, String kid, Mark mark) {
        var made = new Certificate(issuer, mark);
        var content = credential.content();
        made.number = content.number();
        made.state = CertificateState.ISSUED;
        made.officerId = content.holder().officerId();
        made.officerCode = content.holder().officerCode();
        made.holderName = content.holder().name();
        made.classId = delivered.classId();
        made.enrolmentId = delivered.enrolmentId();
        made.courseTitle = content.course().title();
        made.issuedOn = content.issuedOn();
        made.expiresOn = content.expiresOn();
        made.signed = text;
        made.kid = kid;
        made.list = credential.place().list();
        made.listIndex = credential.place().index();
        return made;
    }

    /** @param recorder unit that records it */
    static Certificate recorded(OnPaper paper, KnownUnit recorder, Mark mark) {
        var made = new Certificate(recorder, mark);
        made.number = paper.number();
        made.state = CertificateState.LEGACY;
        made.officerId = paper.officerId();
        made.officerCode = paper.officerCode();
        made.holderName = paper.holderName();
        made.courseTitle = paper.courseTitle();
        made.issuedOn = paper.issuedOn();
        made.expiresOn = paper.expiresOn();
        made.legacyNumber = paper.legacyNumber();
        made.legacyIssuer = paper.legacyIssuer();
        return made;
    }

    Certificate replacing(@Nullable Certificate revoked) {
        this.replacesId = revoked == null ? null : revoked.id;
        return this;
    }

    /** The guard has been asked before. */
    void apply(CertificateAct act, String reason, Instant at) {
        this.state = act.to();
        this.reasonCode = act == CertificateAct.RESTORE ? null : reason;
        this.changedAt = at;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String number() {
        return number;
    }

    CertificateState state() {
        return state;
    }

    boolean isInForce() {
        return state == CertificateState.ISSUED || state == CertificateState.SUSPENDED;
    }

    @Nullable
    String reasonCode() {
        return reasonCode;
    }

    UUID officerId() {
        return officerId;
    }

    String officerCode() {
        return officerCode;
    }

    UUID unitId() {
        return unitId;
    }

    @Nullable
    UUID classId() {
        return classId;
    }

    @Nullable
    UUID enrolmentId() {
        return enrolmentId;
    }

    LocalDate issuedOn() {
        return issuedOn;
    }

    @Nullable
    LocalDate expiresOn() {
        return expiresOn;
    }

    @Nullable
    UUID replacesId() {
        return replacesId;
    }

    @Nullable
    String signed() {
        return signed;
    }

    /** Status list that tells of it; null of an old certificate. */
    @Nullable
    Integer list() {
        return list;
    }

    Instant changedAt() {
        return changedAt;
    }
}
