package vn.gov.hanoi.selection.defence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.ActionParts.DecisionPart;
import vn.gov.hanoi.selection.proof.Commitment;
import vn.gov.hanoi.selection.proof.Lot;

/** The lot of a round. Until it is drawn nobody learns seed, salt or codes. */
@Entity
@Table(name = "draws")
class Draw {
    static final String TABLE = "draws";

    @Id
    private UUID id;

    @Version
    @Column(name = "version")
    private long version;

    @Column(name = "round_id")
    private UUID roundId;

    @Column(name = "commitment")
    private String commitment;

    @Column(name = "content")
    private byte[] content;

    @Column(name = "committed_at")
    private Instant committedAt;

    @Column(name = "drawn_at")
    private @Nullable Instant drawnAt;

    protected Draw() {}

    /**
     * What is sealed.
     *
     * @param codes by application
     * @param late decision to commit after the list was fixed; null if it was not
     * @param goesOn decision to go on with a single candidate; null if none was needed
     */
    record Content(
            Lot lot,
            String salt,
            Map<UUID, String> codes,
            @Nullable DecisionPart late,
            @Nullable DecisionPart goesOn) {
        Content {
            codes = Map.copyOf(codes);
        }
    }

    static Draw committed(UUID id, UUID roundId, Commitment commitment, byte[] content, Instant at) {
        var draw = new Draw();
        draw.id = id;
        draw.roundId = roundId;
        draw.commitment = commitment.digest();
        draw.content = content;
        draw.committedAt = at;
        return draw;
    }

    void reveal(byte[] other, Instant at) {
        content = other;
        drawnAt = at;
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

    String commitment() {
        return commitment;
    }

    byte[] content() {
        return content.clone();
    }

    Instant committedAt() {
        return committedAt;
    }

    @Nullable
    Instant drawnAt() {
        return drawnAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Draw draw && id.equals(draw.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
