package vn.gov.hanoi.selection.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.selection.ruleset.Ranking.Candidate;
import vn.gov.hanoi.selection.ruleset.Ranking.Outcome;
import vn.gov.hanoi.selection.ruleset.Ranking.SeparatedBy;
import vn.gov.hanoi.selection.ruleset.Ranking.Standing;

/** Who comes first, and why. */
class RankingTest {
    private static final Map<String, String> VALUES = Map.of(
            "DEFENCE_PASS_MARK", "50",
            "DEFENCE_PRESENTATION_MINUTES", "45",
            "DEFENCE_QUESTION_MINUTES", "90",
            "DEFENCE_SPREAD_RANGE", "20",
            "DEFENCE_SPREAD_MEDIAN", "15",
            "RANKING_RULE", "PROJECT",
            "TIE_RULE", "WRITTEN,COUNCIL",
            "WITHDRAWAL_RULE", "DECISION",
            "DEFENCE_SCHEME", "HN-DEFENCE");
    private static final DefenceRules BY_PROJECT = DefenceRules.from(VALUES);
    private static final DefenceRules BY_SUM = with("RANKING_RULE", "SUM");

    private static DefenceRules with(String code, String value) {
        var values = new HashMap<>(VALUES);
        values.put(code, value);
        return DefenceRules.from(values);
    }

    private static UUID id(int number) {
        return new UUID(1, number);
    }

    private static Candidate candidate(int number, @Nullable String written, String... sheets) {
        var mark = written == null ? null : new BigDecimal(written);
        return new Candidate(
                id(number),
                mark,
                mark != null && mark.compareTo(BigDecimal.valueOf(50)) >= 0,
                written == null ? Outcome.ABSENT_FROM_WRITTEN : null,
                Stream.of(sheets).map(BigDecimal::new).toList());
    }

    private static String told(List<Standing> standings) {
        return standings.stream()
                .map(each -> each.candidate().id().getLeastSignificantBits() + ":"
                        + (each.rank() == null ? each.outcome() : each.rank() + " " + each.separatedBy()))
                .collect(Collectors.joining(", "));
    }

    @Test
    void shouldRankByTheProjectAndSayWhatSeparates() {
        // Given
        var candidates = List.of(
                candidate(1, "60", "70", "70", "70"),
                candidate(2, "90", "70", "69", "71"),
                candidate(3, "50", "90", "90", "90"),
                candidate(4, "49.99"),
                candidate(5, "70"),
                candidate(6, null),
                candidate(7, "80", "49.99", "50", "50"),
                candidate(8, "60", "70", "70", "70"));

        // Then
        assertThat(told(Ranking.of(candidates, BY_PROJECT, List.of())))
                .isEqualTo("3:1 FIRST, 2:2 TOTAL, 1:3 WRITTEN, 8:3 NOTHING, 7:FAILED_DEFENCE, 5:ABSENT_FROM_DEFENCE, "
                        + "4:FAILED_WRITTEN, 6:ABSENT_FROM_WRITTEN");
        assertThat(told(Ranking.of(candidates, BY_SUM, List.of())))
                .startsWith("2:1 FIRST, 3:2 TOTAL, 1:3 TOTAL, 8:3 NOTHING, 7:FAILED_DEFENCE");
        assertThat(Ranking.equal(Ranking.of(candidates, BY_PROJECT, List.of()))).containsExactly(id(1), id(8));
        assertThat(told(Ranking.of(candidates, BY_PROJECT, List.of(id(8), id(1)))))
                .startsWith("3:1 FIRST, 2:2 TOTAL, 8:3 WRITTEN, 1:4 COUNCIL, ");
    }

    /** Seven sheets have no exact decimal mean: what is told is rounded, what passes is not. */
    @ParameterizedTest
    @CsvSource({
        "350.00, 7, 50.00, true",
        "349.99, 7, 50.00, false",
        "349.96, 7, 49.99, false",
        "49.99, 1, 49.99, false",
        "100.01, 2, 50.01, true"
    })
    void shouldPassByTheExactMean(BigDecimal sum, int count, BigDecimal told, boolean passes) {
        var mean = new Mean(sum, count);
        assertThat(mean.told()).isEqualTo(told);
        assertThat(mean.isAtLeast(BY_PROJECT.passMark())).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({
        "'60, 70, 80', false", // 20 apart is not beyond 20
        "'60, 70, 80.01', true",
        "'55, 70, 70', false", // 15 from the median is not beyond 15
        "'54.99, 70, 70', true",
        "'60, 60.01, 75, 75.02', false", // median 67.505
        "'52.49, 67.5, 67.5, 67.51', true",
        "'100', false"
    })
    void shouldFlagSheetsThatLieFarApart(String sheets, boolean flagged) {
        var marks = Stream.of(sheets.split(", ")).map(BigDecimal::new).toList();
        assertThat(Spread.of(marks).isFlagged(BY_PROJECT)).isEqualTo(flagged);
    }

    @Test
    void shouldNotTakeRulesThatLeaveEqualCandidatesUndecided() {
        assertThatThrownBy(() -> with("TIE_RULE", "WRITTEN")).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<List<Candidate>> contests() {
        // Few different values, so that equal candidates are frequent.
        var mark = Arbitraries.of("48.5", "50", "50.01", "66.66", "66.67", "90").map(BigDecimal::new);
        var one = Combinators.combine(
                        mark.injectNull(0.1),
                        Arbitraries.of(Outcome.WITHDRAWN, Outcome.EXCLUDED).injectNull(0.85),
                        mark.list().ofMinSize(0).ofMaxSize(5))
                .as((written, gone, sheets) -> new Candidate(
                        UUID.randomUUID(),
                        written,
                        written != null && written.compareTo(BigDecimal.valueOf(50)) >= 0,
                        written == null ? Outcome.ABSENT_FROM_WRITTEN : gone,
                        sheets));
        return one.list().ofMaxSize(9);
    }

    @Property(tries = 10_000)
    void shouldRankAsAPlainReadingOfTheRuleDoes(
            @ForAll("contests") List<Candidate> candidates, @ForAll boolean bySum, @ForAll Random random) {
        // Given
        var rules = bySum ? BY_SUM : BY_PROJECT;
        var decided = candidates.stream().map(Candidate::id).collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(decided, random);
        var council = random.nextBoolean() ? List.<UUID>of() : decided;

        // When
        var standings = Ranking.of(candidates, rules, council);

        // Then: the oracle counts how many different better keys there are, in whole numbers
        var keys = new HashMap<UUID, List<BigInteger>>();
        for (var each : candidates) {
            var sheets = each.sheets();
            boolean passed = each.gone() == null
                    && each.writtenPassed()
                    && !sheets.isEmpty()
                    && hundredths(sheets).compareTo(BigInteger.valueOf(5_000L * sheets.size())) >= 0;
            if (passed) {
                var written = hundredths(List.of(java.util.Objects.requireNonNull(each.written())));
                var common = BigInteger.valueOf(60L / sheets.size()); // of 1 to 5 sheets
                var project = hundredths(sheets).multiply(common);
                var total = bySum ? project.add(written.multiply(BigInteger.valueOf(60))) : project;
                keys.put(
                        each.id(),
                        List.of(total, written, BigInteger.valueOf(-Math.max(0, council.indexOf(each.id())))));
            }
        }
        var distinct = new TreeSet<List<BigInteger>>((one, other) -> IntStream.range(0, one.size())
                .map(i -> other.get(i).compareTo(one.get(i)))
                .filter(order -> order != 0)
                .findFirst()
                .orElse(0));
        distinct.addAll(keys.values());
        for (var standing : standings) {
            var key = keys.get(standing.candidate().id());
            assertThat(standing.rank())
                    .isEqualTo(
                            key == null
                                    ? null
                                    : Integer.valueOf(
                                            distinct.headSet(key, true).size()));
            assertThat(standing.separatedBy() == null).isEqualTo(key == null);
            assertThat(standing.outcome() == Outcome.RANKED).isEqualTo(key != null);
        }
        // Each is there once, and the order of the input says nothing.
        assertThat(standings).extracting(Standing::candidate).containsExactlyInAnyOrderElementsOf(candidates);
        var shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, random);
        assertThat(told(Ranking.of(shuffled, rules, council))).isEqualTo(told(standings));
        // Nobody shares a rank when the council has put everybody in an order.
        if (!council.isEmpty()) {
            assertThat(standings).extracting(Standing::separatedBy).doesNotContain(SeparatedBy.NOTHING);
        }
    }

    private static BigInteger hundredths(List<BigDecimal> marks) {
        return marks.stream()
                .map(mark -> mark.movePointRight(2).toBigIntegerExact())
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
