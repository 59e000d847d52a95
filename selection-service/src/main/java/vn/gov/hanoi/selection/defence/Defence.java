package vn.gov.hanoi.selection.defence;

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
import vn.gov.hanoi.selection.ActionParts.ReasonPart;

/** A defence of a project. It does not change when a sheet does: its tag tells nothing of them. Its acts are allowed by {@link DefenceGuard} before. */
@Entity
@Table(name = "defences")
class Defence {
    static final String TABLE = "defences";

    @Id
    private UUID id;

    @Version
    @Column(name = "version")
    private long version;

    @Column(name = "round_id")
    private UUID roundId;

    @Column(name = "vacancy_id")
    private UUID vacancyId;

    @Column(name = "application_id")
    private UUID applicationId;

    @Column(name = "place")
    private int place;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private DefenceState state;

    @Column(name = "held_on")
    private @Nullable LocalDate heldOn;

    @Column(name = "reviewed")
    private boolean reviewed;

    @Column(name = "content")
    private byte[] content;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected Defence() {}

    /** What is sealed. @param missing why sheets were opened without those of some members @param review what was found in a review of the spread */
    record Content(@Nullable ReasonPart missing, @Nullable ReasonPart review) {}

    /** Whose, where and when. @param place from 1 */
    record Slot(UUID roundId, UUID vacancyId, UUID applicationId, int place, Instant startsAt) {}

    static Defence drawn(UUID id, Slot slot, byte[] content, Instant at) {
        var defence = new Defence();
        defence.id = id;
        defence.roundId = slot.roundId();
        defence.vacancyId = slot.vacancyId();
        defence.applicationId = slot.applicationId();
        defence.place = slot.place();
        defence.startsAt = slot.startsAt();
        defence.state = DefenceState.DRAWN;
        defence.content = content;
        defence.changedAt = at;
        return defence;
    }

    void hold(LocalDate day, Instant at) {
        state = DefenceState.HELD;
        heldOn = day;
        changedAt = at;
    }

    void missed(LocalDate day, Instant at) {
        state = DefenceState.ABSENT;
        heldOn = day;
        changedAt = at;
    }

    void reveal(byte[] other, Instant at) {
        state = DefenceState.OPENED;
        content = other;
        changedAt = at;
    }

    void review(byte[] other, Instant at) {
        reviewed = true;
        content = other;
        changedAt = at;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID roundId() {
        return roundId;
    }

    UUID vacancyId() {
        return vacancyId;
    }

    UUID applicationId() {
        return applicationId;
    }

    int place() {
        return place;
    }

    Instant startsAt() {
        return startsAt;
    }

    DefenceState state() {
        return state;
    }

    @Nullable
    LocalDate heldOn() {
        return heldOn;
    }

    boolean reviewed() {
        return reviewed;
    }

    byte[] content() {
        return content.clone();
    }

    Instant changedAt() {
        return changedAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Defence defence && id.equals(defence.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
