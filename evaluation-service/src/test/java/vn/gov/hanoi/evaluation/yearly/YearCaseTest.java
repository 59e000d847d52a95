package vn.gov.hanoi.evaluation.yearly;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.annual.AnnualRuleSets;
import vn.gov.hanoi.evaluation.annual.Fact;
import vn.gov.hanoi.evaluation.annual.Leave;
import vn.gov.hanoi.evaluation.annual.Post;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.officer.Position;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.NotRatedReason;
import vn.gov.hanoi.evaluation.unit.UnitType;
import vn.gov.hanoi.evaluation.yearly.Classification.Away;
import vn.gov.hanoi.evaluation.yearly.Classification.Career;
import vn.gov.hanoi.evaluation.yearly.Classification.HeldPost;
import vn.gov.hanoi.evaluation.yearly.Classification.Month;
import vn.gov.hanoi.evaluation.yearly.Classification.Months;
import vn.gov.hanoi.evaluation.yearly.Classification.Person;
import vn.gov.hanoi.evaluation.yearly.Classification.Revision;
import vn.gov.hanoi.evaluation.yearly.Classification.Served;
import vn.gov.hanoi.evaluation.yearly.Classification.State;

/** What is kept of a year is all that its explanation needs. */
class YearCaseTest {
    private static final AnnualRuleSets RULES = AnnualRuleSets.shipped();

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void shouldFindTheSameAfterItWasKeptAsText(@ForAll long seed) {
        // Given
        var random = new Random(seed);
        int year = 2016 + random.nextInt(11);
        var rules =
                RULES.inForce(Category.CIVIL_SERVANT, UnitType.DISTRICT, year).orElseThrow();
        var months = months(random, year);
        var career = career(random, year);
        var facts = facts(random, year);

        // When
        var keptMonths = YearJson.read(YearJson.write(months), new TypeReference<List<Month>>() {});
        var keptCareer = YearJson.read(YearJson.write(career), new TypeReference<Career>() {});
        var keptFacts = YearJson.read(YearJson.write(facts), new TypeReference<Facts>() {});

        // Then
        assertThat(keptMonths).isEqualTo(months);
        assertThat(keptCareer).isEqualTo(career);
        assertThat(keptFacts).isEqualTo(facts);
        var found = YearCase.kept(YearCase.find(rules, row(year, months, career), facts));
        var again = YearCase.kept(YearCase.find(rules, row(year, keptMonths, keptCareer), keptFacts));
        assertThat(again).isEqualTo(found);
        // The database holds the same.
        assertThat(found.limit() == null).isEqualTo(found.notRated() != null);
        assertThat(found.level() != null && found.level().isBetterThan(Objects.requireNonNull(found.limit())))
                .isFalse();
    }

    private static Classification row(int year, List<Month> months, Career career) {
        return new Classification(
                new UUID(7, 1),
                new UUID(2, 1),
                year,
                new Person(
                        new UUID(3, 1),
                        new UUID(4, 1),
                        unit(0),
                        unit(0),
                        unit(0),
                        Category.CIVIL_SERVANT,
                        Position.STAFF,
                        "Chuyên viên",
                        false,
                        UnitType.DISTRICT),
                new UUID(5, 1),
                State.SUGGESTED,
                new Months(0, 0, 0, 0, 0, null, null, months),
                career,
                null,
                Facts.NONE,
                null,
                List.of(),
                false,
                null,
                new Revision(1, null, null),
                1);
    }

    private static List<Month> months(Random random, int year) {
        var months = new ArrayList<Month>();
        for (int month = 1; month <= 12; month++) {
            var from = LocalDate.of(year, month, 1);
            var points = BigDecimal.valueOf(random.nextInt(1_000_001), 4);
            switch (random.nextInt(8)) {
                case 0 -> {}
                case 1 ->
                    months.add(new Month(id(random), from, unit(random), null, null, NotRatedReason.ABSENT_ALL_PERIOD));
                default -> months.add(new Month(id(random), from, unit(random), grade(points), points, null));
            }
        }
        return months;
    }

    private static Grade grade(BigDecimal points) {
        int whole = points.intValue();
        return whole >= 90 ? Grade.A : whole >= 70 ? Grade.B : whole >= 50 ? Grade.C : Grade.D;
    }

    private static Career career(Random random, int year) {
        return new Career(
                many(random, 1, () -> new HeldPost(unit(random), one(random, Post.Role.values()))),
                many(random, 1, () -> new Served(unit(random), day(random, year), null)),
                many(random, 0, () -> away(random, year)),
                random.nextInt(5) == 0 ? unit(random) : null,
                many(random, 0, () -> unit(random)).stream().distinct().toList(),
                random.nextBoolean() ? null : one(random, Grade.values()));
    }

    private static Away away(Random random, int year) {
        var from = day(random, year);
        return new Away(
                one(random, Leave.Kind.values()),
                from,
                random.nextInt(3) == 0 ? null : from.plusDays(1L + random.nextInt(200)));
    }

    private static Facts facts(Random random, int year) {
        var stated = new ArrayList<Facts.Stated>();
        for (var fact : Fact.values()) {
            if (!fact.isCounted() && random.nextBoolean()) {
                stated.add(
                        fact.isStatement()
                                ? new Facts.Stated(fact, random.nextBoolean(), null, null, "biên bản 12")
                                : new Facts.Stated(
                                        fact,
                                        null,
                                        BigDecimal.valueOf(random.nextInt(500), random.nextInt(3)),
                                        BigDecimal.valueOf(500L + random.nextInt(50), 0),
                                        "báo cáo 7"));
            }
        }
        @Nullable
        List<Facts.Disciplined> sanctions = random.nextBoolean()
                ? null
                : many(
                        random,
                        0,
                        () -> new Facts.Disciplined(
                                "REPRIMAND",
                                day(random, year),
                                random.nextInt(3) == 0 ? null : random.nextBoolean(),
                                random.nextBoolean(),
                                "12/QĐ"));
        return new Facts(
                stated,
                sanctions,
                many(random, 0, () -> unit(random)),
                random.nextBoolean() ? null : one(random, Grade.values()));
    }

    private static <T> List<T> many(Random random, int least, Supplier<T> each) {
        var all = new ArrayList<T>();
        for (int i = least + random.nextInt(3); i > 0; i--) {
            all.add(each.get());
        }
        return List.copyOf(all);
    }

    private static <T> T one(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static LocalDate day(Random random, int year) {
        return LocalDate.of(year, 1, 1).plusDays(random.nextInt(500) - 120L);
    }

    private static UUID id(Random random) {
        return new UUID(6, random.nextInt());
    }

    private static UUID unit(Random random) {
        return unit(random.nextInt(4));
    }

    private static UUID unit(int number) {
        return new UUID(1, number);
    }
}
