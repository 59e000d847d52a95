package vn.gov.hanoi.training.reorganisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The draft of a decision that moves what units hold in a plan; made by the suite, divided and approved by people. */
@Entity
@Table(name = "plan_moves")
class MoveDraft {
    /** What a draft is for. */
    enum Kind {
        /** Along the lineage of a reorganisation. */
        FOLLOW,
        /** The opposite of a draft that was approved, because the reorganisation was taken back. */
        RETURN
    }

    /** Where it is on its way. */
    enum State {
        DRAFT,
        APPROVED,
        /** The reorganisation was taken back, or nothing was left to move. */
        WITHDRAWN
    }

    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Column(name = "reorganisation_id")
    private UUID reorganisationId;

    @Column(name = "plan_id")
    private UUID planId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "of_id")
    private @Nullable UUID ofId;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable String division;

    @Column(name = "divided_by")
    private @Nullable String dividedBy;

    private @Nullable String content;

    @Column(name = "decision_id")
    private @Nullable UUID decisionId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "ended_by")
    private @Nullable String endedBy;

    @SuppressWarnings("NullAway.Init")
    protected MoveDraft() {}

    /**
     * Lays down amounts instead of the shares; the guard has allowed it, as for {@link #approve}.
     *
     * @param parts the amounts as JSON; null goes back to the shares
     */
    void divide(@Nullable String parts, String by) {
        this.division = parts;
        this.dividedBy = parts == null ? null : by;
    }

    /** @param moved what was moved where, as JSON */
    void approve(UUID decision, String moved, Instant at, String by) {
        this.state = State.APPROVED;
        this.decisionId = decision;
        this.content = moved;
        this.endedAt = at;
        this.endedBy = by;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID reorganisationId() {
        return reorganisationId;
    }

    UUID planId() {
        return planId;
    }

    Kind kind() {
        return kind;
    }

    @Nullable
    UUID ofId() {
        return ofId;
    }

    State state() {
        return state;
    }

    @Nullable
    String division() {
        return division;
    }

    @Nullable
    String dividedBy() {
        return dividedBy;
    }

    @Nullable
    String content() {
        return content;
    }

    @Nullable
    UUID decisionId() {
        return decisionId;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}
