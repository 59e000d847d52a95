package vn.gov.hanoi.selection.council;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.selection.council.Panels.Body;
import vn.gov.hanoi.selection.vacancy.Stamp;

/**
 * The council (hội đồng thi tuyển) or a board (ban) of a round. {@link Composition} allows its members and {@link PanelGuard} its acts before
 * they are called.
 */
@Entity
@Table(name = "panels")
class Panel {
    enum State {
        FORMED,
        /** Its duty is done; nobody sits in it any more. */
        DISSOLVED
    }

    @Id
    private UUID id;

    @Version
    @Column(name = "version")
    private long version;

    @Column(name = "round_id")
    private UUID roundId;

    @Enumerated(EnumType.STRING)
    @Column(name = "body")
    private Body body;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private State state;

    @ElementCollection
    @CollectionTable(name = "panel_members", joinColumns = @JoinColumn(name = "panel_id"))
    @OrderColumn(name = "place")
    private List<Seat> seats = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "panel_decisions", joinColumns = @JoinColumn(name = "panel_id"))
    @OrderColumn(name = "place")
    private List<PanelDecision> decisions = new ArrayList<>();

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    protected Panel() {}

    static Panel formed(UUID roundId, Body body, List<Seat> seats, PanelDecision decision, Stamp stamp) {
        var panel = new Panel();
        panel.id = Ids.next();
        panel.roundId = roundId;
        panel.body = body;
        panel.state = State.FORMED;
        panel.seats.addAll(seats);
        panel.createdAt = stamp.at();
        panel.createdBy = stamp.by();
        panel.decided(decision, stamp);
        return panel;
    }

    /** Somebody takes the seat of another, in the same capacity. */
    void replace(UUID leaves, UUID joins, LocalDate day, PanelDecision decision, Stamp stamp) {
        var capacity = seatOf(leaves).capacity();
        seats.replaceAll(seat -> seat.isTaken() && seat.officerId().equals(leaves) ? seat.left(day) : seat);
        seats.add(Seat.of(joins, capacity, day));
        decided(decision, stamp);
    }

    void dissolve(PanelDecision decision, Stamp stamp) {
        state = State.DISSOLVED;
        decided(decision, stamp);
    }

    private void decided(PanelDecision decision, Stamp stamp) {
        decisions.add(decision);
        changedAt = stamp.at();
        changedBy = stamp.by();
    }

    private Seat seatOf(UUID officerId) {
        return taken().stream()
                .filter(seat -> seat.officerId().equals(officerId))
                .findFirst()
                .orElseThrow();
    }

    /** Those who sit now. */
    List<Seat> taken() {
        return seats.stream().filter(Seat::isTaken).toList();
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

    Body body() {
        return body;
    }

    State state() {
        return state;
    }

    List<Seat> seats() {
        return List.copyOf(seats);
    }

    List<PanelDecision> decisions() {
        return List.copyOf(decisions);
    }

    Instant changedAt() {
        return changedAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Panel panel && id.equals(panel.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
