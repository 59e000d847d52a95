package vn.gov.hanoi.evaluation.officer;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.text.VietnameseText;
import vn.gov.hanoi.kernel.id.Ids;

/** A cadre, civil servant, public employee or contract worker of the City (CBCCVC) with posts in time. */
@Entity
@Table(name = "officers")
class Officer {
    @Id
    private UUID id;

    @Column(name = "officer_code", nullable = false, updatable = false)
    private String officerCode;

    @Column(name = "full_name", nullable = false)
    private String fullName;

    @Column(name = "sort_key", nullable = false)
    private String sortKey;

    @Column(name = "search_key", nullable = false)
    private String searchKey;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Category category;

    @Column(name = "birth_date")
    private @Nullable LocalDate birthDate;

    @OneToMany(mappedBy = "officer", cascade = CascadeType.PERSIST)
    private final List<Assignment> assignments = new ArrayList<>();

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

    protected Officer() {}

    /**
     * A new officer in version 1 with the main post.
     *
     * @param draft without faults
     */
    static Officer enter(UUID id, OfficerDraft draft, UUID unitId, Stamp stamp) {
        var officer = new Officer();
        officer.id = id;
        officer.officerCode = draft.officerCode();
        officer.fullName = draft.fullName();
        officer.sortKey = VietnameseText.personKey(draft.fullName());
        officer.searchKey = VietnameseText.fold(draft.fullName() + " " + draft.officerCode());
        officer.category = draft.category();
        officer.birthDate = draft.birthDate();
        officer.version = 1;
        officer.createdAt = stamp.at();
        officer.createdBy = stamp.by();
        officer.changedAt = stamp.at();
        officer.changedBy = stamp.by();
        officer.assignments.add(Assignment.begin(Ids.next(), officer, unitId, draft.assignment(), stamp));
        return officer;
    }

    /** The event that tells the officer as he or she is now. */
    OfficerRecorded recorded() {
        return new OfficerRecorded(
                id,
                officerCode,
                fullName,
                category,
                version,
                assignments.stream().map(Assignment::recorded).toList());
    }

    UUID id() {
        return id;
    }

    String officerCode() {
        return officerCode;
    }

    String fullName() {
        return fullName;
    }

    String sortKey() {
        return sortKey;
    }

    String searchKey() {
        return searchKey;
    }

    Category category() {
        return category;
    }

    @Nullable
    LocalDate birthDate() {
        return birthDate;
    }

    List<Assignment> assignments() {
        return Collections.unmodifiableList(assignments);
    }

    long version() {
        return version;
    }
}
