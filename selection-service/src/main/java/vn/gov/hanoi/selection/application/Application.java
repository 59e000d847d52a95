package vn.gov.hanoi.selection.application;

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
import vn.gov.hanoi.selection.condition.CandidateSource;

/** A person who stands for a post (hồ sơ dự tuyển). Its acts are allowed before they are called. */
@Entity
@Table(name = "applications")
public class Application {
    @Id
    private UUID id;

    @Version
    @Column(name = "version")
    private long version;

    @Column(name = "round_id")
    private UUID roundId;

    @Column(name = "vacancy_id")
    private UUID vacancyId;

    @Column(name = "officer_id")
    private UUID officerId;

    @Enumerated(EnumType.STRING)
    @Column(name = "source")
    private CandidateSource source;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private ApplicationState state;

    @Column(name = "received_on")
    private LocalDate receivedOn;

    @Column(name = "consented_on")
    private LocalDate consentedOn;

    @Column(name = "content")
    private byte[] content;

    @Column(name = "held")
    private boolean held;

    @Column(name = "ended_on")
    private @Nullable LocalDate endedOn;

    @Column(name = "ended_by")
    private @Nullable UUID endedBy;

    @Column(name = "entered_by")
    private String enteredBy;

    @Column(name = "entered_officer_id")
    private @Nullable UUID enteredOfficerId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected Application() {}

    /** What is entered; {@code content} is the sealed dossier. */
    record Entry(
            UUID id,
            UUID roundId,
            UUID vacancyId,
            UUID officerId,
            CandidateSource source,
            LocalDate receivedOn,
            LocalDate consentedOn,
            byte[] content,
            String enteredBy,
            @Nullable UUID enteredOfficerId) {}

    static Application received(Entry entry, Instant at) {
        var application = new Application();
        application.id = entry.id();
        application.roundId = entry.roundId();
        application.vacancyId = entry.vacancyId();
        application.officerId = entry.officerId();
        application.source = entry.source();
        application.state = ApplicationState.RECEIVED;
        application.receivedOn = entry.receivedOn();
        application.consentedOn = entry.consentedOn();
        application.content = entry.content();
        application.enteredBy = entry.enteredBy();
        application.enteredOfficerId = entry.enteredOfficerId();
        application.createdAt = at;
        application.changedAt = at;
        return application;
    }

    void rewrite(byte[] other, Instant at) {
        content = other;
        changedAt = at;
    }

    void end(ApplicationState ending, byte[] other, LocalDate day, Instant at) {
        state = ending;
        endedOn = day;
        rewrite(other, at);
    }

    /** @param appointment in the other post */
    void chosenElsewhere(UUID appointment, LocalDate day, Instant at) {
        endedBy = appointment;
        end(ApplicationState.CHOSEN_ELSEWHERE, content, day, at);
    }

    /** What ended it was taken back. */
    void standAgain(Instant at) {
        endedBy = null;
        state = ApplicationState.RECEIVED;
        endedOn = null;
        changedAt = at;
    }

    void hold(boolean wanted, byte[] other, Instant at) {
        held = wanted;
        rewrite(other, at);
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public UUID roundId() {
        return roundId;
    }

    public UUID vacancyId() {
        return vacancyId;
    }

    public UUID officerId() {
        return officerId;
    }

    public CandidateSource source() {
        return source;
    }

    public ApplicationState state() {
        return state;
    }

    LocalDate receivedOn() {
        return receivedOn;
    }

    LocalDate consentedOn() {
        return consentedOn;
    }

    byte[] content() {
        return content.clone();
    }

    boolean held() {
        return held;
    }

    public @Nullable LocalDate endedOn() {
        return endedOn;
    }

    /** Whether this person entered it: the same natural person with another officer stays the same, and so does an officer with another token. */
    public boolean isEnteredBy(String subject, @Nullable UUID officer) {
        return enteredBy.equals(subject) || officer != null && officer.equals(enteredOfficerId);
    }

    Instant changedAt() {
        return changedAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Application application && id.equals(application.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
