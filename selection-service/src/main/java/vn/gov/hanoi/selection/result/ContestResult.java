package vn.gov.hanoi.selection.result;

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

/** The result of a round: what it says is sealed until everybody may know it, and after. */
@Entity
@Table(name = "merit_lists")
class ContestResult {
    static final String TABLE = "merit_lists";

    @Id
    private UUID id;

    @Version
    @Column(name = "version")
    private long version;

    @Column(name = "round_id")
    private UUID roundId;

    @Column(name = "unit_id")
    private UUID unitId;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private ResultState state;

    @Column(name = "commitment")
    private @Nullable String commitment;

    @Column(name = "content")
    private byte[] content;

    @Column(name = "published_on")
    private @Nullable LocalDate publishedOn;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected ContestResult() {}

    /** @param id random: it tells nothing */
    static ContestResult draft(UUID id, UUID roundId, UUID unitId, byte[] content, Instant at) {
        var result = new ContestResult();
        result.id = id;
        result.roundId = roundId;
        result.unitId = unitId;
        result.state = ResultState.DRAFT;
        result.content = content;
        result.changedAt = at;
        return result;
    }

    /** @param other the sealed content with another order of equal candidates */
    void rewrite(byte[] other, Instant at) {
        content = other;
        changedAt = at;
    }

    /** @param digest commitment to the standings as they are now */
    void submit(byte[] other, String digest, Instant at) {
        state = ResultState.SUBMITTED;
        commitment = digest;
        rewrite(other, at);
    }

    /** Back to the council. */
    void giveBack(byte[] other, Instant at) {
        state = ResultState.DRAFT;
        commitment = null;
        rewrite(other, at);
    }

    void approve(byte[] other, Instant at) {
        state = ResultState.APPROVED;
        rewrite(other, at);
    }

    void publish(LocalDate day, Instant at) {
        state = ResultState.PUBLISHED;
        publishedOn = day;
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

    UUID unitId() {
        return unitId;
    }

    ResultState state() {
        return state;
    }

    @Nullable
    String commitment() {
        return commitment;
    }

    byte[] content() {
        return content.clone();
    }

    @Nullable
    LocalDate publishedOn() {
        return publishedOn;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ContestResult result && id.equals(result.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
