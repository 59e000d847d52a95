package vn.gov.hanoi.evaluation.officer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A post of an officer in a unit (vị trí công tác), by a decision, from a day to a day. */
@Entity
@Table(name = "assignments")
class Assignment {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "officer_id", nullable = false, updatable = false)
    private Officer officer;

    @Column(name = "unit_id", nullable = false, updatable = false)
    private UUID unitId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Position position;

    @Column(nullable = false)
    private String title;

    @Column(nullable = false)
    private boolean leader;

    @Column(nullable = false)
    private boolean main;

    @Column(name = "valid_from", nullable = false)
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    @Column(name = "decision_number", nullable = false)
    private String decisionNumber;

    @Version
    @Column(nullable = false)
    private long version;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", nullable = false, updatable = false)
    private String createdBy;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Column(name = "changed_by", nullable = false)
    private String changedBy;

    protected Assignment() {}

    static Assignment begin(UUID id, Officer officer, UUID unitId, AssignmentDraft draft, Stamp stamp) {
        var assignment = new Assignment();
        assignment.id = id;
        assignment.officer = officer;
        assignment.unitId = unitId;
        assignment.position = draft.position();
        assignment.title = draft.title();
        assignment.leader = draft.leader();
        assignment.main = draft.main();
        assignment.validFrom = draft.validity().from();
        assignment.validTo = draft.validity().to();
        assignment.decisionNumber = draft.decisionNumber();
        assignment.version = 1;
        assignment.createdAt = stamp.at();
        assignment.createdBy = stamp.by();
        assignment.changedAt = stamp.at();
        assignment.changedBy = stamp.by();
        return assignment;
    }

    OfficerRecorded.Post recorded() {
        return new OfficerRecorded.Post(id, unitId, position, title, leader, main, validFrom, validTo);
    }

    UUID id() {
        return id;
    }

    UUID officerId() {
        return officer.id();
    }

    UUID unitId() {
        return unitId;
    }

    AssignmentDraft content() {
        return new AssignmentDraft(position, title, leader, main, new Validity(validFrom, validTo), decisionNumber);
    }
}
