package vn.gov.hanoi.selection.round;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
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
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.selection.condition.ConditionSets;
import vn.gov.hanoi.selection.vacancy.Announcement;
import vn.gov.hanoi.selection.vacancy.DirectoryUnit;
import vn.gov.hanoi.selection.vacancy.Stamp;

/** A round of competitive selection (kỳ thi tuyển). Its acts are allowed by {@link RoundGuard} before they are called. */
@Entity
@Table(name = "rounds")
public class Round {
    @Id
    private UUID id;

    @Version
    @Column(name = "version")
    private long version;

    @Column(name = "unit_id")
    private UUID unitId;

    @Column(name = "unit_code")
    private String unitCode;

    @Column(name = "unit_name")
    private String unitName;

    @Column(name = "title")
    private String title;

    @Column(name = "legal_basis")
    private String legalBasis;

    @Column(name = "starts_on")
    private LocalDate startsOn;

    @Column(name = "list_on")
    private LocalDate listOn;

    @Column(name = "exam_on")
    private LocalDate examOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private RoundState state;

    @Embedded
    private @Nullable Announcement announcement;

    @Column(name = "frozen_on")
    private @Nullable LocalDate frozenOn;

    @Column(name = "ended_on")
    private @Nullable LocalDate endedOn;

    @Column(name = "personnel")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> personnel;

    @Column(name = "authors")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> authors;

    @ElementCollection
    @CollectionTable(name = "round_posts", joinColumns = @JoinColumn(name = "round_id"))
    @OrderColumn(name = "place")
    private List<RoundPost> posts = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "round_decisions", joinColumns = @JoinColumn(name = "round_id"))
    @OrderColumn(name = "place")
    private List<RoundDecision> decisions = new ArrayList<>();

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    protected Round() {}

    /** A draft. @param author subject of the token and, if there is one, the officer */
    static Round draft(RoundPlan plan, DirectoryUnit unit, List<String> author, Stamp stamp) {
        var round = new Round();
        round.id = Ids.next();
        round.unitId = unit.id();
        round.unitCode = unit.code();
        round.unitName = unit.name();
        round.state = RoundState.DRAFT;
        round.authors = List.of();
        round.createdAt = stamp.at();
        round.createdBy = stamp.by();
        round.write(plan, author, stamp);
        return round;
    }

    /** Puts another text in the place of the draft. */
    void write(RoundPlan plan, List<String> author, Stamp stamp) {
        title = plan.title();
        legalBasis = plan.legalBasis();
        startsOn = plan.startsOn();
        listOn = plan.listOn();
        examOn = plan.examOn();
        personnel = plan.personnel();
        authors = Stream.concat(authors.stream(), author.stream()).distinct().toList();
        posts.clear();
        plan.posts()
                .forEach(post ->
                        posts.add(new RoundPost(post.vacancyId(), post.termMonths(), post.conditionSet(), null)));
        changed(stamp);
    }

    /** Approves the plan; the conditions are those in force on the day. */
    void approve(RoundDecision decision, LocalDate today, Stamp stamp) {
        var sets = ConditionSets.shipped();
        posts.replaceAll(post -> new RoundPost(
                post.vacancyId(),
                post.termMonths(),
                post.conditionSet(),
                sets.on(post.conditionSet(), today).orElseThrow().version()));
        state = RoundState.APPROVED_PLAN;
        decided(decision, stamp);
    }

    void announce(Announcement wanted, Stamp stamp) {
        announcement = wanted;
        state = RoundState.ANNOUNCED;
        changed(stamp);
    }

    /** Takes dossiers again after a suspension; candidates stay, and are checked again. */
    void reopen(Announcement wanted, LocalDate newListOn, LocalDate newExamOn, RoundDecision decision, Stamp stamp) {
        announcement = wanted;
        listOn = newListOn;
        examOn = newExamOn;
        frozenOn = null;
        state = RoundState.ANNOUNCED;
        decided(decision, stamp);
    }

    void assign(List<UUID> officers, Stamp stamp) {
        personnel = officers.stream().distinct().toList();
        changed(stamp);
    }

    void cancel(RoundDecision decision, LocalDate today, Stamp stamp) {
        state = RoundState.CANCELLED;
        endedOn = today;
        decided(decision, stamp);
    }

    void freeze(LocalDate today, Stamp stamp) {
        frozenOn = today;
        changed(stamp);
    }

    void issueList(boolean enough, RoundDecision decision, Stamp stamp) {
        state = enough ? RoundState.LIST_PUBLISHED : RoundState.SUSPENDED_LT_2;
        decided(decision, stamp);
    }

    /** Goes on with the contest; the act that asks for it has looked at its state. */
    void advance(RoundState next, @Nullable LocalDate ended, @Nullable RoundDecision decision, Stamp stamp) {
        state = next;
        endedOn = ended;
        if (decision != null) {
            decisions.add(decision);
        }
        changed(stamp);
    }

    void suspend(RoundDecision decision, Stamp stamp) {
        state = RoundState.SUSPENDED_LT_2;
        decided(decision, stamp);
    }

    private void decided(RoundDecision decision, Stamp stamp) {
        decisions.add(decision);
        changed(stamp);
    }

    private void changed(Stamp stamp) {
        changedAt = stamp.at();
        changedBy = stamp.by();
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public UUID unitId() {
        return unitId;
    }

    String unitCode() {
        return unitCode;
    }

    String unitName() {
        return unitName;
    }

    String title() {
        return title;
    }

    String legalBasis() {
        return legalBasis;
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    LocalDate listOn() {
        return listOn;
    }

    LocalDate examOn() {
        return examOn;
    }

    public RoundState stateOn(LocalDate day) {
        return state.on(day, announcement);
    }

    public @Nullable Announcement announcement() {
        return announcement;
    }

    public @Nullable LocalDate frozenOn() {
        return frozenOn;
    }

    public @Nullable LocalDate endedOn() {
        return endedOn;
    }

    public List<UUID> personnel() {
        return List.copyOf(personnel);
    }

    List<String> authors() {
        return List.copyOf(authors);
    }

    public List<RoundPost> posts() {
        return List.copyOf(posts);
    }

    List<RoundDecision> decisions() {
        return List.copyOf(decisions);
    }

    Instant changedAt() {
        return changedAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Round round && id.equals(round.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
