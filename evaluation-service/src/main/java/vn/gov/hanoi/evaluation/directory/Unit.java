package vn.gov.hanoi.evaluation.directory;

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
import vn.gov.hanoi.evaluation.text.VietnameseText;

/** A unit of the City (đơn vị) with its place in the tree. The parent is given at creation and stays. */
@Entity
@Table(name = "units")
class Unit {
    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private String code;

    @Column(name = "code_key", nullable = false)
    private String codeKey;

    @Column(nullable = false)
    private String name;

    @Column(name = "name_key", nullable = false)
    private String nameKey;

    @Column(name = "search_key", nullable = false)
    private String searchKey;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private UnitType type;

    @Column(name = "parent_id", updatable = false)
    private @Nullable UUID parentId;

    @Column(name = "valid_from", nullable = false)
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

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

    protected Unit() {}

    /**
     * A new unit in version 1.
     *
     * @param draft without faults
     * @param parentId null for the City alone
     */
    static Unit open(UUID id, UnitDraft draft, @Nullable UUID parentId, Stamp stamp) {
        var unit = new Unit();
        unit.id = id;
        unit.code = draft.code();
        unit.codeKey = UnitCode.sortKey(draft.code());
        unit.name = draft.name();
        unit.nameKey = VietnameseText.orderKey(draft.name());
        unit.searchKey = VietnameseText.fold(draft.name() + " " + draft.code());
        unit.type = draft.type();
        unit.parentId = parentId;
        unit.validFrom = draft.validity().from();
        unit.validTo = draft.validity().to();
        unit.version = 1;
        unit.createdAt = stamp.at();
        unit.createdBy = stamp.by();
        unit.changedAt = stamp.at();
        unit.changedBy = stamp.by();
        return unit;
    }

    /** The event that tells the unit as it is now. */
    UnitRecorded recorded() {
        return new UnitRecorded(id, code, name, type, parentId, validFrom, validTo, version);
    }

    UUID id() {
        return id;
    }

    String code() {
        return code;
    }

    String codeKey() {
        return codeKey;
    }

    String name() {
        return name;
    }

    String nameKey() {
        return nameKey;
    }

    String searchKey() {
        return searchKey;
    }

    UnitType type() {
        return type;
    }

    @Nullable
    UUID parentId() {
        return parentId;
    }

    Validity validity() {
        return new Validity(validFrom, validTo);
    }

    long version() {
        return version;
    }
}
