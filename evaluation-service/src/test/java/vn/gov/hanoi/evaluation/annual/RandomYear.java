package vn.gov.hanoi.evaluation.annual;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.annual.Evidence.Quotient;
import vn.gov.hanoi.evaluation.annual.Evidence.Statement;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.NotRatedReason;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.evaluation.unit.UnitType;

/** Years of people by chance, from 2016 to 2026. */
final class RandomYear {
    private final Random random;
    private final int year;

    private RandomYear(long seed) {
        random = new Random(seed);
        year = 2016 + random.nextInt(11);
    }

    static AnnualCase of(long seed) {
        return new RandomYear(seed).build();
    }

    /** The same case with all its lists in another order. */
    static AnnualCase shuffled(AnnualCase given, Random random) {
        var career = given.career();
        var records = given.records();
        return new AnnualCase(
                given.officerId(),
                given.year(),
                given.category(),
                given.unitType(),
                new Career(
                        mixed(career.posts(), random),
                        mixed(career.service(), random),
                        mixed(career.leaves(), random),
                        career.secondedTo(),
                        career.opinions(),
                        career.endedUnits()),
                new YearRecords(
                        mixed(records.periods(), random),
                        mixed(records.sanctions(), random),
                        mixed(records.evidence(), random),
                        records.unitLevel()));
    }

    private static <T> List<T> mixed(List<T> list, Random random) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private AnnualCase build() {
        return new AnnualCase(
                new UUID(0, random.nextInt()),
                year,
                random.nextBoolean() ? Category.CIVIL_SERVANT : Category.PUBLIC_EMPLOYEE,
                UnitType.DISTRICT,
                career(),
                new YearRecords(periods(), sanctions(), evidence(), grade()));
    }

    private Career career() {
        var posts = new ArrayList<Post>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            posts.add(new Post(unit(), 1 + random.nextInt(2), Post.Role.values()[random.nextInt(3)]));
        }
        var stays = new ArrayList<Stay>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            stays.add(new Stay(unit(), validity()));
        }
        var leaves = new ArrayList<Leave>();
        for (int i = random.nextInt(4); i > 1; i--) {
            leaves.add(new Leave(Leave.Kind.values()[random.nextInt(2)], validity()));
        }
        return new Career(posts, stays, leaves, random.nextInt(5) == 0 ? unit() : null, units(), units());
    }

    private UUID unit() {
        return new UUID(1, random.nextInt(4));
    }

    private Set<UUID> units() {
        var units = new HashSet<UUID>();
        for (int i = random.nextInt(4); i > 0; i--) {
            units.add(unit());
        }
        return units;
    }

    private Validity validity() {
        var from = LocalDate.of(year, 1, 1).plusDays(random.nextInt(500) - 120L);
        return new Validity(from, random.nextInt(3) == 0 ? null : from.plusDays(1L + random.nextInt(400)));
    }

    private List<PeriodResult> periods() {
        var results = new ArrayList<PeriodResult>();
        for (int month = 1; month <= 12; month++) {
            var period = Period.month(YearMonth.of(year, month));
            switch (random.nextInt(10)) {
                case 0 -> {}
                case 1 -> results.add(PeriodResult.notRated(period, unit(), NotRatedReason.ABSENT_ALL_PERIOD));
                default -> {
                    var points = BigDecimal.valueOf(random.nextInt(1_000_001), 4);
                    results.add(PeriodResult.rated(period, unit(), Year.band(points.toPlainString()), points));
                }
            }
        }
        return results;
    }

    private List<Sanction> sanctions() {
        return random.nextInt(6) > 0
                ? List.of()
                : List.of(
                        new Sanction("WARNING", day(), inDuty(), random.nextBoolean(), "s/1"),
                        new Sanction("REPRIMAND", day(), inDuty(), random.nextBoolean(), "s/2"));
    }

    private LocalDate day() {
        return LocalDate.of(year, 1, 1).plusDays(random.nextInt(500) - 60L);
    }

    private @Nullable Boolean inDuty() {
        return random.nextInt(3) == 0 ? null : (Boolean) random.nextBoolean();
    }

    private List<Evidence> evidence() {
        var evidence = new ArrayList<Evidence>();
        for (var fact : Fact.values()) {
            if (!fact.isCounted() && random.nextInt(4) > 0) {
                var value = fact.kind() == Fact.Kind.STATEMENT
                        ? new Statement(random.nextInt(8) > 0 ^ isBad(fact))
                        : share(isBad(fact));
                evidence.add(new Evidence(fact, value, "r", Integer.toString(random.nextInt(3))));
            }
        }
        return evidence;
    }

    private Quotient share(boolean bad) {
        int whole = random.nextInt(20);
        int part = random.nextInt(3) > 0 ? whole : random.nextInt(whole + 1);
        return Quotient.of(bad ? whole - part : part, whole);
    }

    /** Facts that speak against a person. */
    private static boolean isBad(Fact fact) {
        return switch (fact) {
            case TASKS_LACKING,
                    CRITERIA_NOT_MET,
                    COLLECTIVE_DISCIPLINED,
                    DEGRADATION_CONCLUDED,
                    FORBIDDEN_ACT,
                    EXAMPLE_BREACHED,
                    UNIT_IN_CORRUPTION -> true;
            default -> false;
        };
    }

    private @Nullable Grade grade() {
        int index = random.nextInt(8);
        return index < 4 ? Grade.values()[index] : null;
    }
}
