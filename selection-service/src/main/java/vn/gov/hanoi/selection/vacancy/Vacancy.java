package vn.gov.hanoi.selection.vacancy;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.selection.PlainText;
import vn.gov.hanoi.selection.SelectionProblem;
import vn.gov.hanoi.selection.ruleset.SelectionDefaults;

/**
 * A post of a unit that is filled by competitive selection (vị trí thi tuyển chức danh lãnh đạo, quản lý), first appointment only
 * (2424/BNV-CCVC of 09/05/2017). It is prepared as a draft and announced once.
 */
@Entity
@Table(name = "vacancies")
class Vacancy {
    @Id
    private UUID id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    private UnitSnapshot unit;

    @Column(name = "post_title")
    private String postTitle;

    @Column(name = "post_title_plain")
    private String postTitlePlain;

    @Column(name = "positions")
    private int positions;

    @Column(name = "minimum_candidates")
    private int minimumCandidates;

    @Column(name = "legal_basis")
    private String legalBasis;

    @Embedded
    private Decision decision;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private VacancyState state;

    @Embedded
    private @Nullable Announcement announcement;

    @Column(name = "round_id")
    private @Nullable UUID roundId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    protected Vacancy() {}

    private Vacancy(NewVacancy wanted, DirectoryUnit of, Stamp stamp) {
        id = Ids.next();
        unit = UnitSnapshot.of(of);
        postTitle = wanted.postTitle();
        postTitlePlain = PlainText.searchable(wanted.postTitle());
        positions = wanted.positions();
        minimumCandidates = wanted.minimumCandidates();
        legalBasis = wanted.legalBasis();
        decision = wanted.decision();
        state = VacancyState.DRAFT;
        createdAt = stamp.at();
        createdBy = stamp.by();
        changedAt = stamp.at();
        changedBy = stamp.by();
    }

    /**
     * Opens a draft.
     *
     * @param unit the unit as known here; null if no event has told it
     * @param today day in Hanoi on which the unit must be in force
     * @throws Refused selection.unit-unknown, selection.unit-not-in-force, selection.post-not-division-level,
     *     selection.too-few-candidates
     */
    static Vacancy open(
            NewVacancy wanted, @Nullable DirectoryUnit unit, LocalDate today, SelectionDefaults rules, Stamp stamp) {
        var refusals = new ArrayList<Refusal>();
        for (var refusal : unitRefusals(wanted.unitId(), unit, today, rules)) {
            refusals.add(refusal.at("/unitId"));
        }
        if (wanted.minimumCandidates() < rules.minimumCandidates()) {
            refusals.add(Refusal.of(
                            SelectionProblem.TOO_FEW_CANDIDATES,
                            "given",
                            wanted.minimumCandidates(),
                            "minimum",
                            rules.minimumCandidates())
                    .at("/minimumCandidates"));
        }
        Refused.ifAny(refusals);
        return new Vacancy(wanted, Objects.requireNonNull(unit), stamp);
    }

    /**
     * Why this vacancy cannot be announced on a day, whatever the announcement says; empty if it can. {@link #announce} asks the same.
     *
     * @param current the unit as it is on the day, as known now; null if it is not known any more
     */
    List<Refusal> refusalsToAnnounceOn(LocalDate day, @Nullable DirectoryUnit current, SelectionDefaults rules) {
        var refusals = new ArrayList<Refusal>();
        if (roundId != null) {
            refusals.add(Refusal.of(SelectionProblem.POST_IN_ROUND, "roundId", roundId));
        }
        refusals.addAll(refusalsOfRoundToAnnounceOn(day, current, rules));
        return refusals;
    }

    /** The same for a round that the post is part of. */
    private List<Refusal> refusalsOfRoundToAnnounceOn(
            LocalDate day, @Nullable DirectoryUnit current, SelectionDefaults rules) {
        var refusals = new ArrayList<Refusal>();
        if (!state.canBecome(VacancyState.ANNOUNCED)) {
            refusals.add(Refusal.of(
                    SelectionProblem.ALREADY_ANNOUNCED,
                    "announcedOn",
                    Objects.requireNonNull(announcement).announcedOn()));
        }
        refusals.addAll(unitRefusals(unit.id(), current, day, rules));
        return refusals;
    }

    /**
     * Announces the vacancy; from then on everybody may see it.
     *
     * @param current the unit as it is on the day, as known now; null if it is not known any more
     * @param rules those in force on the day of the announcement
     * @throws Refused selection.already-announced, selection.unit-unknown, selection.unit-not-in-force,
     *     selection.post-not-division-level, and those of {@link Announcement#refusals}
     */
    VacancyAnnounced announce(
            Announcement wanted, @Nullable DirectoryUnit current, SelectionDefaults rules, Stamp stamp) {
        var refusals = new ArrayList<>(refusalsToAnnounceOn(wanted.announcedOn(), current, rules));
        refusals.addAll(wanted.refusals(rules));
        Refused.ifAny(refusals);
        return announced(wanted, stamp);
    }

    /** The same as part of a round, also again after a suspension. */
    VacancyAnnounced announceInRound(
            Announcement wanted, @Nullable DirectoryUnit current, SelectionDefaults rules, Stamp stamp) {
        Refused.ifAny(refusalsOfRoundToAnnounceOn(wanted.announcedOn(), current, rules));
        return announced(wanted, stamp);
    }

    private VacancyAnnounced announced(Announcement wanted, Stamp stamp) {
        state = VacancyState.ANNOUNCED;
        announcement = wanted;
        changedAt = stamp.at();
        changedBy = stamp.by();
        return new VacancyAnnounced(
                id,
                version + 1, // the version that this change gets when it is written
                unit.id(),
                postTitle,
                positions,
                wanted.announcedOn(),
                wanted.dossiersFrom(),
                wanted.dossiersTo());
    }

    /** Ends what was announced; only a round does. */
    void close(Stamp stamp) {
        state = VacancyState.CLOSED;
        changedAt = stamp.at();
        changedBy = stamp.by();
    }

    /** Makes it part of a round, or of none. */
    void join(@Nullable UUID round, Stamp stamp) {
        roundId = round;
        changedAt = stamp.at();
        changedBy = stamp.by();
    }

    /** Only posts of units that exist on the day and belong to the pilot are filled by selection. */
    private static List<Refusal> unitRefusals(
            UUID unitId, @Nullable DirectoryUnit unit, LocalDate day, SelectionDefaults rules) {
        if (unit == null) {
            return List.of(Refusal.of(SelectionProblem.UNIT_UNKNOWN, "unitId", unitId));
        }
        var refusals = new ArrayList<Refusal>();
        if (!unit.isInForceOn(day)) {
            refusals.add(Refusal.of(SelectionProblem.UNIT_NOT_IN_FORCE, "unitCode", unit.code(), "day", day));
        }
        if (!rules.coversUnitType(unit.type())) {
            refusals.add(Refusal.of(
                    SelectionProblem.POST_NOT_DIVISION_LEVEL,
                    "unitType",
                    unit.type(),
                    "allowed",
                    rules.unitTypesText()));
        }
        return refusals;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UnitSnapshot unit() {
        return unit;
    }

    String postTitle() {
        return postTitle;
    }

    int positions() {
        return positions;
    }

    int minimumCandidates() {
        return minimumCandidates;
    }

    String legalBasis() {
        return legalBasis;
    }

    Decision decision() {
        return decision;
    }

    VacancyState state() {
        return state;
    }

    @Nullable
    Announcement announcement() {
        return announcement;
    }

    @Nullable
    UUID roundId() {
        return roundId;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Vacancy vacancy && id.equals(vacancy.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
