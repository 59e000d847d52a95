package vn.gov.hanoi.selection.paper;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.vacancy.Stamp;

/** The written round of a round. Its acts are allowed by {@link ExamGuard} before they are called. */
@Entity
@Table(name = "written_exams")
class Exam {
    @Id
    private UUID id;

    @Version
    @Column(name = "version")
    private long version;

    @Enumerated(EnumType.STRING)
    @Column(name = "stage")
    private ExamStage stage;

    @Column(name = "starts_on")
    private LocalDate startsOn;

    @Column(name = "starts_at")
    private LocalTime startsAt;

    @Column(name = "minutes")
    private int minutes;

    @Column(name = "rules_on")
    private LocalDate rulesOn;

    @Column(name = "scheme")
    private byte @Nullable [] scheme;

    @Column(name = "scheme_digest")
    private @Nullable String schemeDigest;

    @Column(name = "first_key_officer")
    private @Nullable UUID firstKeyOfficer;

    @Column(name = "first_key_subject")
    private @Nullable String firstKeySubject;

    @Column(name = "first_key_at")
    private @Nullable Instant firstKeyAt;

    @Column(name = "second_key_officer")
    private @Nullable UUID secondKeyOfficer;

    @Column(name = "second_key_subject")
    private @Nullable String secondKeySubject;

    @Column(name = "second_key_at")
    private @Nullable Instant secondKeyAt;

    @Column(name = "decision_number")
    private @Nullable String decisionNumber;

    @Column(name = "decision_signed_on")
    private @Nullable LocalDate decisionSignedOn;

    @Column(name = "decision_issuer")
    private @Nullable String decisionIssuer;

    @Column(name = "published_on")
    private @Nullable LocalDate publishedOn;

    @Column(name = "objections_until")
    private @Nullable LocalDate objectionsUntil;

    @Column(name = "remark_until")
    private @Nullable LocalDate remarkUntil;

    @Enumerated(EnumType.STRING)
    @Column(name = "remark_stage")
    private RemarkStage remarkStage;

    @Column(name = "remarked_on")
    private @Nullable LocalDate remarkedOn;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    protected Exam() {}

    /** @param rulesOn day whose numbers of the law hold */
    static Exam plan(UUID roundId, LocalDate day, LocalTime time, int minutes, LocalDate rulesOn, Stamp stamp) {
        var exam = new Exam();
        exam.id = roundId;
        exam.stage = ExamStage.PLANNED;
        exam.remarkStage = RemarkStage.NONE;
        exam.startsOn = day;
        exam.startsAt = time;
        exam.minutes = minutes;
        exam.rulesOn = rulesOn;
        exam.createdAt = stamp.at();
        exam.createdBy = stamp.by();
        exam.changed(stamp);
        return exam;
    }

    void move(LocalDate day, LocalTime time, Stamp stamp) {
        startsOn = day;
        startsAt = time;
        changed(stamp);
    }

    void write(byte[] sealedScheme, String digest, Stamp stamp) {
        scheme = sealedScheme.clone();
        schemeDigest = digest;
        changed(stamp);
    }

    /** Something was done that only the tag tells. */
    void touch(Stamp stamp) {
        changed(stamp);
    }

    void reach(ExamStage next, Stamp stamp) {
        stage = next;
        changed(stamp);
    }

    /** Turns one of the two keys. @return whether the codes are open now */
    boolean turnKey(UUID officer, Stamp stamp) {
        changed(stamp);
        if (firstKeyOfficer == null) {
            firstKeyOfficer = officer;
            firstKeySubject = stamp.by();
            firstKeyAt = stamp.at();
            return false;
        }
        secondKeyOfficer = officer;
        secondKeySubject = stamp.by();
        secondKeyAt = stamp.at();
        stage = ExamStage.MARKED;
        return true;
    }

    void publish(DecisionPart decision, LocalDate day, LocalDate lastToObject, LocalDate lastToMark, Stamp stamp) {
        decisionNumber = decision.number();
        decisionSignedOn = decision.signedOn();
        decisionIssuer = decision.issuer();
        publishedOn = day;
        objectionsUntil = lastToObject;
        remarkUntil = lastToMark;
        reach(ExamStage.PUBLISHED, stamp);
    }

    void assignRemarking(Stamp stamp) {
        remarkStage = RemarkStage.ASSIGNED;
        changed(stamp);
    }

    void publishRemarking(LocalDate day, Stamp stamp) {
        remarkStage = RemarkStage.PUBLISHED;
        remarkedOn = day;
        changed(stamp);
    }

    private void changed(Stamp stamp) {
        changedAt = stamp.at();
        changedBy = stamp.by();
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    ExamStage stage() {
        return stage;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    LocalTime startsAt() {
        return startsAt;
    }

    int minutes() {
        return minutes;
    }

    LocalDate rulesOn() {
        return rulesOn;
    }

    boolean hasScheme() {
        return scheme != null;
    }

    byte[] scheme() {
        return Objects.requireNonNull(scheme).clone();
    }

    @Nullable
    String schemeDigest() {
        return schemeDigest;
    }

    /** Who turned the first key; null before. */
    @Nullable
    Key firstKey() {
        return firstKeyOfficer == null ? null : new Key(firstKeyOfficer, firstKeySubject, firstKeyAt);
    }

    @Nullable
    Key secondKey() {
        return secondKeyOfficer == null ? null : new Key(secondKeyOfficer, secondKeySubject, secondKeyAt);
    }

    /** A person who agreed to open the codes. */
    record Key(
            UUID officer,
            @Nullable String subject,
            @Nullable Instant at) {
        /** The same natural person with another officer stays the same, and so does an officer with another token. */
        boolean isOf(UUID other, String otherSubject) {
            return officer.equals(other) || otherSubject.equals(subject);
        }
    }

    @Nullable
    LocalDate publishedOn() {
        return publishedOn;
    }

    @Nullable
    LocalDate objectionsUntil() {
        return objectionsUntil;
    }

    @Nullable
    LocalDate remarkUntil() {
        return remarkUntil;
    }

    RemarkStage remarkStage() {
        return remarkStage;
    }

    @Nullable
    LocalDate remarkedOn() {
        return remarkedOn;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Exam exam && id.equals(exam.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
