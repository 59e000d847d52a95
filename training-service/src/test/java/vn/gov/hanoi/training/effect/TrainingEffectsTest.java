package vn.gov.hanoi.training.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Figures are right to the last digit shown, and nothing that is shown tells of fewer people than the rules say. */
class TrainingEffectsTest {
    private static final EffectRules RULES = EffectRules.shipped();
    private static final Instant NOW = Instant.parse("2026-11-29T00:00:00Z");

    private static UUID person(int number) {
        return new UUID(0, number);
    }

    private static Pair pair(String course, String criterion, int person, int before, int after) {
        return new Pair(
                course,
                new Pair.Criterion("VN-CC-2026", "STAFF", criterion),
                person(person),
                BigDecimal.valueOf(before),
                BigDecimal.valueOf(after));
    }

    private static List<Pair> group(String criterion, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(each -> pair("LDCP", criterion, each, 40, 60))
                .toList();
    }

    private static TrainingEffects effects(List<Pair> pairs) {
        return TrainingEffects.of(pairs, RULES, NOW);
    }

    @Example
    void shouldComputeMeansAndTheIntervalOfPairedDifferences() {
        // Given
        var pairs = IntStream.range(0, 5)
                .mapToObj(each -> pair("LDCP", "I.1", each, 40, 50 + 10 * each))
                .toList();

        // When
        var figures = effects(pairs).courses().getFirst().criteria().getFirst().figures();

        // Then: deviation 15.8114, error 7.0711, quantile 2.7764 for four degrees of freedom
        assertThat(figures)
                .isEqualTo(new EffectFigures(
                        5,
                        new BigDecimal("40.0000"),
                        new BigDecimal("70.0000"),
                        new BigDecimal("30.0000"),
                        new BigDecimal("100.0000"),
                        new BigDecimal("10.3679"),
                        new BigDecimal("49.6321")));
    }

    @Example
    void shouldTakeTheWiderQuantileBetweenTwoRows() {
        assertThat(RULES.quantile(11)).isEqualTo(RULES.quantile(10)).isEqualTo(new BigDecimal("2.2281"));
        assertThat(RULES.quantile(5_000)).isEqualTo(new BigDecimal("1.9799"));
    }

    @Example
    void shouldHideASmallGroupTogetherWithTheNextSmallest() {
        // Given
        var pairs = new ArrayList<>(group("I.1", 0, 4));
        pairs.addAll(group("I.2", 10, 16));
        pairs.addAll(group("I.3", 20, 29));

        // When
        var course = effects(pairs).courses().getFirst();

        // Then
        assertThat(course.criteria()).extracting(row -> row.figures() == null).containsExactly(true, true, false);
        assertThat(course.all()).isNotNull();
        assertThat(course.all().people()).isEqualTo(19);
    }

    @Example
    void shouldCountPersonsAndNotPairsWhenItHides() {
        // Given: the same four people in two criteria are still four
        var pairs = new ArrayList<>(group("I.1", 0, 4));
        pairs.addAll(group("I.2", 0, 4));
        pairs.addAll(group("I.3", 0, 9));

        // When
        var course = effects(pairs).courses().getFirst();

        // Then
        assertThat(course.criteria()).allMatch(row -> row.figures() == null);
        assertThat(course.all()).isNotNull();
        assertThat(course.all().people()).isEqualTo(9);
    }

    @Example
    void shouldShowNothingOfACourseWithFewPeopleAndSayThatNothingIsCompared() {
        // When
        var effects = effects(group("I.1", 0, 4));

        // Then
        assertThat(effects.courses().getFirst().all()).isNull();
        assertThat(effects.notes()).extracting(TrainingEffects.Note::code).contains("NO_COMPARISON_GROUP");
        assertThat(effects.notes()).allSatisfy(note -> assertThat(note.texts().vi())
                .isNotEqualTo(note.texts().en()));
    }

    @Provide
    Arbitrary<List<Pair>> pairs() {
        var course = Arbitraries.of("LDCP", "QPAN");
        var criterion = Arbitraries.of("I.1", "I.2", "I.3", "II.1", "II.2");
        var person = Arbitraries.integers().between(0, 14);
        var percent = Arbitraries.integers().between(0, 100);
        return Combinators.combine(course, criterion, person, percent, percent)
                .as(TrainingEffectsTest::pair)
                .list()
                .ofMaxSize(80)
                .map(TrainingEffectsTest::once);
    }

    private static List<Pair> once(List<Pair> pairs) {
        var seen = new HashSet<String>();
        return pairs.stream()
                .filter(each -> seen.add(each.courseCode() + each.criterion() + each.person()))
                .toList();
    }

    @Property(tries = 2000)
    void shouldNeverGiveAwayFewerPeopleThanTheRulesSay(@ForAll("pairs") List<Pair> pairs) {
        for (var course : effects(pairs).courses()) {
            var people = people(pairs, course.courseCode());
            var hidden = new HashSet<UUID>();
            long rows = 0;
            for (var row : course.criteria()) {
                var of = people.get(row.criterion());
                if (row.figures() == null) {
                    rows++;
                    hidden.addAll(of);
                } else {
                    assertThat(row.figures().people()).isEqualTo(of.size()).isGreaterThanOrEqualTo(RULES.leastPeople());
                }
            }
            boolean something = rows < course.criteria().size();
            if (rows > 0 && something) {
                assertThat(rows).isGreaterThan(1);
                assertThat(hidden).hasSizeGreaterThanOrEqualTo(RULES.leastPeople());
            }
            var all = new HashSet<UUID>();
            people.values().forEach(all::addAll);
            assertThat(course.all() == null).isEqualTo(all.size() < RULES.leastPeople());
        }
    }

    private static HashMap<String, Set<UUID>> people(List<Pair> pairs, String course) {
        var people = new HashMap<String, Set<UUID>>();
        pairs.stream().filter(each -> each.courseCode().equals(course)).forEach(each -> people.computeIfAbsent(
                        each.criterion().code(), _ -> new HashSet<>())
                .add(each.person()));
        return people;
    }

    @Property(tries = 500)
    void shouldKeepFiguresTogetherWhateverThePointsAre(@ForAll("pairs") List<Pair> pairs) {
        for (var course : effects(pairs).courses()) {
            for (var row : course.criteria()) {
                var figures = row.figures();
                if (figures != null) {
                    var last = new BigDecimal("0.0001");
                    assertThat(figures.meanAfter().subtract(figures.meanBefore()))
                            .isBetween(
                                    figures.meanDifference().subtract(last),
                                    figures.meanDifference().add(last));
                    assertThat(figures.meanDifference()).isBetween(figures.differenceFrom(), figures.differenceTo());
                    assertThat(figures.improvedPercent()).isBetween(BigDecimal.ZERO, new BigDecimal(100));
                }
            }
        }
    }
}
