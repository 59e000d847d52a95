package vn.gov.hanoi.evaluation.annual;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import vn.gov.hanoi.evaluation.annual.AnnualLevel.NotRated;
import vn.gov.hanoi.evaluation.annual.AnnualLevel.Rated;
import vn.gov.hanoi.evaluation.ruleset.CanonicalJson;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.timeline.Validity;

/** What holds for every year of everybody: 1,500 random years each. */
@Tag("late")
class AnnualPropertyTest {
    private static AnnualFinding find(AnnualCase given) {
        var set = Year.SETS
                .inForce(given.category(), given.unitType(), given.year())
                .orElseThrow();
        return new AnnualEvaluation(set).find(given);
    }

    @Property(tries = 1_500, shrinking = ShrinkingMode.OFF)
    void shouldFindTheSameWithTheSameDigestInWhateverOrderItIsTold(@ForAll long seed) {
        var given = RandomYear.of(seed);
        var again = RandomYear.shuffled(given, new Random(~seed));

        var one = find(given);
        var other = find(again);
        assertThat(other.explanation()).isEqualTo(one.explanation());
        assertThat(other.level()).isEqualTo(one.level());
        assertThat(CanonicalJson.of(other)).isEqualTo(CanonicalJson.of(one));
    }

    @Property(tries = 1_500, shrinking = ShrinkingMode.OFF)
    void shouldNeverFindOrSuggestMoreThanTheLimit(@ForAll long seed) {
        var finding = find(RandomYear.of(seed));

        switch (finding.level()) {
            case NotRated _ -> assertThat(finding.conditions()).isEmpty();
            case Rated(var found, var suggestion, var limit) -> {
                assertThat(finding.rollUp().rated()).isPositive();
                assertThat(found == null || !found.isBetterThan(limit)).isTrue();
                assertThat(suggestion == null || !suggestion.isBetterThan(limit))
                        .isTrue();
            }
        }
    }

    /** The levels read out of the outcomes one by one. */
    @Property(tries = 1_500, shrinking = ShrinkingMode.OFF)
    void shouldProveEachLevelByItsConditions(@ForAll long seed) {
        var finding = find(RandomYear.of(seed));
        if (!(finding.level() instanceof Rated level)) {
            return;
        }

        boolean failed = has(finding, Grade.D, Outcome.MET);
        assertThat(level.limit() == Grade.D && level.found() == Grade.D || !failed)
                .isTrue();
        var found = level.found();
        if (!failed && found != null && found != Grade.D && found == level.limit()) {
            assertThat(has(finding, found, Outcome.NOT_MET)).isFalse();
        }
        for (var grade : List.of(Grade.A, Grade.B, Grade.C)) {
            if (grade != Grade.C && has(finding, grade, Outcome.NOT_MET)) {
                assertThat(level.limit()).isNotEqualTo(grade);
            }
        }
    }

    private static boolean has(AnnualFinding finding, Grade level, Outcome outcome) {
        return finding.conditions().stream()
                .anyMatch(each -> each.binding() && each.level() == level && each.outcome() == outcome);
    }

    @Property(tries = 1_500, shrinking = ShrinkingMode.OFF)
    void shouldNotLoseByBetterPoints(@ForAll long seed) {
        var given = RandomYear.of(seed);
        var records = given.records();
        var better = new ArrayList<PeriodResult>();
        for (var result : records.periods()) {
            better.add(
                    result.isRated()
                            ? PeriodResult.rated(
                                    result.period(),
                                    result.unitId(),
                                    Grade.A,
                                    result.points().max(BigDecimal.valueOf(95)))
                            : result);
        }
        var raised = new AnnualCase(
                given.officerId(),
                given.year(),
                given.category(),
                given.unitType(),
                given.career(),
                new YearRecords(better, records.sanctions(), records.evidence(), records.unitLevel()));

        if (find(given).level() instanceof Rated before && find(raised).level() instanceof Rated after) {
            assertThat(before.limit().isBetterThan(after.limit())).isFalse();
            var was = before.suggestion();
            var is = after.suggestion();
            assertThat(was == null || is != null && !was.isBetterThan(is)).isTrue();
        }
    }

    @Property(tries = 1_500, shrinking = ShrinkingMode.OFF)
    void shouldTakeMonthsWithoutRatingForNothing(@ForAll long seed) {
        var given = RandomYear.of(seed);
        var rated =
                given.records().periods().stream().filter(PeriodResult::isRated).toList();

        var all = RollUp.of(given.year(), given.records().periods());
        var some = RollUp.of(given.year(), rated);
        assertThat(some.mean()).isEqualTo(all.mean());
        assertThat(some.counts()).isEqualTo(all.counts());
        assertThat(some.leftOut()).isZero();
        assertThat(all.counts().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(rated.size());
    }

    /** Months of service against somebody who crosses out days. */
    @Property(tries = 1_500, shrinking = ShrinkingMode.OFF)
    void shouldCountDaysOnceAndOnlyInTheYear(@ForAll long seed) {
        var random = new Random(seed);
        var added = times(random);
        var removed = times(random);

        var spans = Spans.of(2024, added).without(Spans.of(2024, removed));

        var days = new ArrayList<String>();
        var first = LocalDate.of(2024, 1, 1);
        first.datesUntil(first.plusYears(1))
                .filter(day -> added.stream().anyMatch(time -> time.contains(day)))
                .filter(day -> removed.stream().noneMatch(time -> time.contains(day)))
                .forEach(day -> days.add(day.toString()));
        assertThat(daysOf(spans.text())).isEqualTo(days);
    }

    private static List<Validity> times(Random random) {
        var times = new ArrayList<Validity>();
        for (int i = random.nextInt(4); i > 0; i--) {
            var from = LocalDate.of(2023, 10, 1).plusDays(random.nextInt(500));
            times.add(new Validity(from, random.nextInt(4) == 0 ? null : from.plusDays(1L + random.nextInt(200))));
        }
        return times;
    }

    private static List<String> daysOf(String text) {
        if (text.isEmpty()) {
            return Collections.emptyList();
        }
        var days = new ArrayList<String>();
        for (var span : text.split(" ")) {
            var ends = span.split("/");
            LocalDate.parse(ends[0])
                    .datesUntil(LocalDate.parse(ends[1]).plusDays(1))
                    .forEach(day -> days.add(day.toString()));
        }
        return days;
    }

    @Property(tries = 1_500, shrinking = ShrinkingMode.OFF)
    void shouldChangeTheDigestWhenAnythingThatCountsChanges(@ForAll long seed) {
        var given = RandomYear.of(seed);
        var records = given.records();
        if (records.periods().isEmpty()) {
            return;
        }
        var fewer = new AnnualCase(
                given.officerId(),
                given.year(),
                given.category(),
                given.unitType(),
                given.career(),
                new YearRecords(
                        records.periods().subList(1, records.periods().size()),
                        records.sanctions(),
                        records.evidence(),
                        records.unitLevel()));

        assertThat(Set.of(
                        find(given).explanation().digest(),
                        find(fewer).explanation().digest()))
                .hasSize(2);
    }
}
