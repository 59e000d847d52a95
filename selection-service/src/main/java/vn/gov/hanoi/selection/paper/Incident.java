package vn.gov.hanoi.selection.paper;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.selection.ruleset.Violation;

/** A violation in the exam room; it is never changed. What happened is sealed. */
@Entity
@Table(name = "paper_violations")
class Incident {
    /** What is sealed. @param by officer who recorded it */
    record Record(String text, UUID by) {}

    @Id
    private UUID id;

    @Column(name = "paper_id", updatable = false)
    private UUID paperId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", updatable = false)
    private Violation kind;

    @Column(name = "content", updatable = false)
    private byte[] content;

    @Column(name = "recorded_at", updatable = false)
    private Instant recordedAt;

    protected Incident() {}

    Incident(UUID id, UUID paperId, Violation kind, byte[] content, Instant at) {
        this.id = id;
        this.paperId = paperId;
        this.kind = kind;
        this.content = content.clone();
        this.recordedAt = at;
    }

    UUID id() {
        return id;
    }

    Violation kind() {
        return kind;
    }

    byte[] content() {
        return content.clone();
    }

    Instant recordedAt() {
        return recordedAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Incident incident && id.equals(incident.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
