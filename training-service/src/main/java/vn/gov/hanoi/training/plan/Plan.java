package vn.gov.hanoi.training.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.training.directory.KnownUnit;

/** The plan of one year. Its content is what its decisions assigned; the plan itself only holds the year and the unit. */
@Entity
@Table(name = "plans")
class Plan {
    @Id
    private UUID id;

    @Version
    private long version = 1;

    private int year;

    @Column(name = "unit_id")
    private UUID unitId;

    @Column(name = "unit_code")
    private String unitCode;

    @Column(name = "unit_name")
    private String unitName;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @SuppressWarnings("NullAway.Init")
    protected Plan() {}

    private Plan(int year, KnownUnit unit, Recorded recorded) {
        this.id = Ids.next();
        this.year = year;
        this.unitId = unit.id();
        this.unitCode = unit.code();
        this.unitName = unit.name();
        this.createdAt = recorded.at();
        this.createdBy = recorded.by();
    }

    static Plan of(int year, KnownUnit unit, Recorded recorded) {
        return new Plan(year, unit, recorded);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    int year() {
        return year;
    }

    UUID unitId() {
        return unitId;
    }
}
