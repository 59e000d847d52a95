package vn.gov.hanoi.training.course;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.training.PlainText;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.course.ClassApi.ClassRequest;
import vn.gov.hanoi.training.directory.KnownUnit;
import vn.gov.hanoi.training.ledger.FundingSource;
import vn.gov.hanoi.training.ledger.PostedEntry;
import vn.gov.hanoi.training.plan.QuotaLine;

/** A class (lớp) of a plan line. The unit's code and name are those of the first day, or of the day on which it took the class over. */
@Entity
@Table(name = "classes")
class TrainingClass {
    private static final int SCALE = 4;

    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Column(name = "plan_line_id")
    private UUID planLineId;

    @Column(name = "plan_id")
    private UUID planId;

    @Column(name = "year")
    private int year;

    @Column(name = "unit_id")
    private UUID unitId;

    @Column(name = "unit_code")
    private String unitCode;

    @Column(name = "unit_name")
    private String unitName;

    @Column(name = "title")
    private String title;

    @Column(name = "places")
    private int places;

    @Column(name = "starts_on")
    private LocalDate startsOn;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    @Column(name = "amount_vnd")
    private long amountVnd;

    @Column(name = "commitment_entry_id")
    private UUID commitmentEntryId;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private ClassState state;

    @Column(name = "course_code")
    private @Nullable String courseCode;

    @Column(name = "minimum_attendance_percent")
    private @Nullable BigDecimal minimumAttendancePercent;

    @Column(name = "score_maximum")
    private @Nullable BigDecimal scoreMaximum;

    @Column(name = "pass_mark")
    private @Nullable BigDecimal passMark;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "delivered_at")
    private @Nullable Instant deliveredAt;

    @SuppressWarnings("NullAway.Init")
    protected TrainingClass() {}

    private TrainingClass(QuotaLine line, KnownUnit unit, ClassRequest request, PostedEntry commitment, String by) {
        this.id = Ids.next();
        this.planLineId = line.id();
        this.planId = line.planId();
        this.year = line.year();
        this.unitId = unit.id();
        this.unitCode = unit.code();
        this.unitName = unit.name();
        this.title = PlainText.of(request.title());
        this.places = request.places();
        this.startsOn = request.startsOn();
        this.endsOn = request.endsOn();
        this.amountVnd = request.amountVnd();
        this.commitmentEntryId = commitment.id();
        this.state = ClassState.OPENED;
        this.createdAt = commitment.recordedAt();
        this.createdBy = by;
    }

    /** @param commitment entry that committed the class's money */
    static TrainingClass open(QuotaLine line, KnownUnit unit, ClassRequest request, PostedEntry commitment, String by) {
        return new TrainingClass(line, unit, request, commitment, by);
    }

    /**
     * What the request itself breaks, all of it. Refusals: training.class-dates-reversed,
     * training.class-outside-plan-year, training.funding-source-differs.
     */
    static List<Refusal> refusals(QuotaLine line, KnownUnit unit, ClassRequest request) {
        var found = new ArrayList<Refusal>();
        if (request.startsOn().isAfter(request.endsOn())) {
            found.add(Refusal.of(
                            TrainingProblem.CLASS_DATES_REVERSED,
                            "startsOn",
                            request.startsOn().toString(),
                            "endsOn",
                            request.endsOn().toString())
                    .at("/endsOn"));
        }
        outsideYear(request.startsOn(), "/startsOn", line.year(), found);
        outsideYear(request.endsOn(), "/endsOn", line.year(), found);
        var required = unit.insideDistrict() ? FundingSource.DISTRICT_BUDGETS : FundingSource.CITY_BUDGET;
        if (!line.moved() && line.fundingSource() != required) {
            found.add(Refusal.of(
                            TrainingProblem.FUNDING_SOURCE_DIFFERS,
                            "fundingSource",
                            line.fundingSource().name(),
                            "required",
                            required.name())
                    .at("/planLineId"));
        }
        return found;
    }

    private static void outsideYear(LocalDate day, String pointer, int year, List<Refusal> found) {
        if (day.getYear() != year) {
            found.add(Refusal.of(TrainingProblem.CLASS_OUTSIDE_PLAN_YEAR, "year", year)
                    .at(pointer));
        }
    }

    /** Takes what is said about how the class is held; {@link ClassSetups} has checked it. */
    void arrange(ClassSetup setup) {
        this.courseCode = setup.courseCode();
        this.minimumAttendancePercent = scaled(setup.minimumAttendancePercent());
        this.scoreMaximum = scaled(setup.scoreMaximum());
        this.passMark = scaled(setup.passMark());
    }

    /** The class is not held. The guard has allowed it, as for {@link #deliver}. */
    void cancel() {
        this.state = ClassState.CANCELLED;
    }

    /** All learners have an outcome. */
    void deliver(Instant at) {
        this.state = ClassState.DELIVERED;
        this.deliveredAt = at;
    }

    /** Another unit goes on with the class. */
    void handOver(KnownUnit to) {
        this.unitId = to.id();
        this.unitCode = to.code();
        this.unitName = to.name();
    }

    /** The quota of the class is that of another line. */
    void follow(UUID lineId) {
        this.planLineId = lineId;
    }

    private static @Nullable BigDecimal scaled(@Nullable BigDecimal value) {
        return value == null ? null : value.setScale(SCALE);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID unitId() {
        return unitId;
    }

    @Nullable
    String courseCode() {
        return courseCode;
    }

    UUID planLineId() {
        return planLineId;
    }

    int places() {
        return places;
    }

    LocalDate startsOn() {
        return startsOn;
    }

    LocalDate endsOn() {
        return endsOn;
    }

    long amountVnd() {
        return amountVnd;
    }

    UUID commitmentEntryId() {
        return commitmentEntryId;
    }
}
