package vn.gov.hanoi.evaluation.annual;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.annual.AnnualLevel.NotRated;
import vn.gov.hanoi.evaluation.annual.AnnualLevel.Rated;
import vn.gov.hanoi.evaluation.annual.Evidence.Quotient;
import vn.gov.hanoi.evaluation.annual.Evidence.Statement;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.NotRatedReason;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.evaluation.unit.UnitType;

/** A person's year for tests: a civil servant of a department, there all the year, every month rated with 80 points. */
final class Year {
    static final AnnualRuleSets SETS = AnnualRuleSets.shipped();
    static final UUID OFFICER = new UUID(0, 1);
    static final UUID UNIT = new UUID(1, 1);
    static final UUID OLD = new UUID(1, 2);
    static final UUID OLDEST = new UUID(1, 3);
    static final UUID DECIDER = new UUID(0, 9);

    private final int year;
    private Category category = Category.CIVIL_SERVANT;
    private final List<Post> posts = new ArrayList<>();
    private final List<Stay> stays = new ArrayList<>();
    private final List<Leave> leaves = new ArrayList<>();
    private @Nullable UUID secondedTo;
    private final Set<UUID> opinions = new HashSet<>();
    private final Set<UUID> ended = new HashSet<>();
    private List<PeriodResult> periods;
    private final List<Sanction> sanctions = new ArrayList<>();
    private final Map<Fact, Evidence> evidence = new EnumMap<>(Fact.class);
    private @Nullable Grade unitLevel;

    private Year(int year) {
        this.year = year;
        this.periods = months(year, "80 80 80 80 80 80 80 80 80 80 80 80");
    }

    static Year of(int year) {
        return new Year(year);
    }

    /** Points by month from January on; - is a month of absence, m of maternity, . a month without any result. */
    static List<PeriodResult> months(int year, String points) {
        var results = new ArrayList<PeriodResult>();
        var each = points.split(" ");
        for (int i = 0; i < each.length; i++) {
            var month = Period.month(YearMonth.of(year, i + 1));
            switch (each[i]) {
                case "." -> {}
                case "-" -> results.add(PeriodResult.notRated(month, UNIT, NotRatedReason.ABSENT_ALL_PERIOD));
                case "m" -> results.add(PeriodResult.notRated(month, UNIT, NotRatedReason.MATERNITY_ALL_PERIOD));
                default -> results.add(PeriodResult.rated(month, UNIT, band(each[i]), new BigDecimal(each[i])));
            }
        }
        return results;
    }

    static Grade band(String points) {
        var value = new BigDecimal(points);
        return value.compareTo(BigDecimal.valueOf(90)) >= 0
                ? Grade.A
                : value.compareTo(BigDecimal.valueOf(70)) >= 0
                        ? Grade.B
                        : value.compareTo(BigDecimal.valueOf(50)) >= 0 ? Grade.C : Grade.D;
    }

    Year category(Category wanted) {
        category = wanted;
        return this;
    }

    Year as(Post.Role role) {
        return post(UNIT, 1, role);
    }

    Year post(UUID unit, int rank, Post.Role role) {
        posts.add(new Post(unit, rank, role));
        return this;
    }

    Year months(String points) {
        periods = months(year, points);
        return this;
    }

    Year periods(List<PeriodResult> results) {
        periods = results;
        return this;
    }

    /** @param lastDay inclusive */
    Year stay(UUID unit, String firstDay, String lastDay) {
        stays.add(new Stay(unit, days(firstDay, lastDay)));
        return this;
    }

    /** @param lastDay inclusive */
    Year leave(Leave.Kind kind, String firstDay, String lastDay) {
        leaves.add(new Leave(kind, days(firstDay, lastDay)));
        return this;
    }

    Year seconded(UUID unit) {
        secondedTo = unit;
        return this;
    }

    Year heard(UUID unit) {
        opinions.add(unit);
        return this;
    }

    Year ended(UUID unit) {
        ended.add(unit);
        return this;
    }

    Year sanction(String day, @Nullable Boolean inDuty, boolean partyOnly) {
        sanctions.add(new Sanction("REPRIMAND", LocalDate.parse(day), inDuty, partyOnly, "sanctions/7"));
        return this;
    }

    Year says(Fact fact, boolean holds) {
        evidence.put(fact, new Evidence(fact, new Statement(holds), "reviews/" + year, "1"));
        return this;
    }

    Year says(Fact fact, long part, long whole) {
        evidence.put(fact, new Evidence(fact, Quotient.of(part, whole), "results/" + year, "3"));
        return this;
    }

    Year silent(Fact fact) {
        evidence.remove(fact);
        return this;
    }

    Year unitLevel(@Nullable Grade level) {
        unitLevel = level;
        return this;
    }

    /** Every fact such that the best level of Decree 90/2020 holds by a hair's breadth. */
    Year best() {
        return says(Fact.CONDUCT_EXEMPLARY, true)
                .says(Fact.CONDUCT_MET, true)
                .says(Fact.TASKS_COMPLETED, 20, 20)
                .says(Fact.TASKS_ON_TIME_AND_GOOD, 20, 20)
                .says(Fact.TASKS_HIGH_EFFECT, true)
                .says(Fact.TASKS_EXCEEDED, 10, 20)
                .says(Fact.TASKS_LACKING, 0, 20)
                .says(Fact.CRITERIA_NOT_MET, 0, 10)
                .says(Fact.UNIT_TARGETS_COMPLETED, 30, 30)
                .says(Fact.UNIT_TARGETS_ON_TIME_AND_GOOD, 24, 30)
                .says(Fact.UNIT_TARGETS_EXCEEDED, 15, 30)
                .says(Fact.SUBUNITS_COMPLETED, 10, 10)
                .says(Fact.SUBUNITS_GOOD, 7, 10)
                .says(Fact.DEGRADATION_CONCLUDED, false)
                .says(Fact.UNIT_IN_CORRUPTION, false)
                .says(Fact.FORBIDDEN_ACT, false)
                .says(Fact.EXAMPLE_BREACHED, false)
                .months("95 95 95 95 95 95 95 95 95 95 95 95");
    }

    AnnualCase build() {
        var held = posts.isEmpty() ? List.of(new Post(UNIT, 1, Post.Role.STAFF)) : posts;
        var served = stays.isEmpty() ? List.of(new Stay(UNIT, new Validity(LocalDate.of(2015, 1, 1), null))) : stays;
        return new AnnualCase(
                OFFICER,
                year,
                category,
                UnitType.DEPARTMENT,
                new Career(held, served, leaves, secondedTo, opinions, ended),
                new YearRecords(periods, sanctions, List.copyOf(evidence.values()), unitLevel));
    }

    AnnualFinding find() {
        var given = build();
        return new AnnualEvaluation(
                        SETS.inForce(category, UnitType.DEPARTMENT, year).orElseThrow())
                .find(given);
    }

    Rated rated() {
        return (Rated) find().level();
    }

    NotRated.Reason notRated() {
        return ((NotRated) find().level()).reason();
    }

    Outcome outcome(String condition) {
        return find().conditions().stream()
                .filter(each -> each.code().equals(condition))
                .map(ConditionOutcome::outcome)
                .findFirst()
                .orElseThrow();
    }

    private static Validity days(String firstDay, String lastDay) {
        return new Validity(LocalDate.parse(firstDay), LocalDate.parse(lastDay).plusDays(1));
    }
}
