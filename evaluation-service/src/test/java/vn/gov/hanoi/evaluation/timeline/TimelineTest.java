package vn.gov.hanoi.evaluation.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Timelines against an oracle that keeps one value per day. */
@Tag("late")
class TimelineTest {
    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 40;

    /** A change of a timeline: a content from a day to a day, or nothing. */
    record Step(int from, int length, boolean open, String content) {
        Validity validity() {
            return new Validity(START.plusDays(from), open ? null : START.plusDays(from + length));
        }
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        var days = Arbitraries.integers().between(0, DAYS - 1);
        var lengths = Arbitraries.integers().between(1, DAYS);
        var open = Arbitraries.of(true, false, false);
        var contents = Arbitraries.of("", "a", "b", "c");
        return Combinators.combine(days, lengths, open, contents)
                .as(Step::new)
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 10_000)
    void shouldSayOnEachDayWhatWasPutThereLast(@ForAll("histories") List<Step> history) {
        var line = played(history);
        var oracle = oracle(history);

        for (int i = -1; i <= 2 * DAYS; i++) {
            assertThat(line.at(START.plusDays(i))).isEqualTo(Optional.ofNullable(oracle.get(i)));
        }
    }

    @Property(tries = 10_000)
    void shouldKeepSpansInOrderApartAndAsFewAsPossible(@ForAll("histories") List<Step> history) {
        var spans = played(history).spans();

        for (int i = 0; i + 1 < spans.size(); i++) {
            var end = spans.get(i).validity().to();
            var next = spans.get(i + 1);
            assertThat(end).isNotNull().isBeforeOrEqualTo(next.validity().from());
            boolean adjacent = next.validity().from().equals(end);
            assertThat(adjacent && next.content().equals(spans.get(i).content()))
                    .isFalse();
        }
    }

    @Property(tries = 10_000)
    void shouldFindTheFirstDayOnWhichNothingHeld(
            @ForAll("histories") List<Step> history, @ForAll("histories") List<Step> asked) {
        var line = played(history);
        var oracle = oracle(history);

        for (var step : asked) {
            int end = step.open() ? 3 * DAYS : step.from() + step.length();
            Optional<LocalDate> expected = Optional.empty();
            for (int i = step.from(); i < end && expected.isEmpty(); i++) {
                expected = oracle.get(i) == null ? Optional.of(START.plusDays(i)) : Optional.empty();
            }
            assertThat(line.firstGap(step.validity())).isEqualTo(expected);
        }
    }

    @Property(tries = 2_000)
    void shouldBeTheSameWhateverTheOrderOfItsSpans(@ForAll("histories") List<Step> history) {
        var spans = new ArrayList<>(played(history).spans());
        var line = new Timeline<>(spans);

        assertThat(new Timeline<>(spans.reversed())).isEqualTo(line);
    }

    @Test
    void shouldRefuseSpansThatOverlap() {
        // Given
        var spans = List.of(
                new Span<>(new Validity(START, null), "a"),
                new Span<>(new Validity(START.plusDays(1), START.plusDays(2)), "b"));

        // When
        assertThatThrownBy(() -> new Timeline<>(spans))
                // Then
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldShowTheNearestWhereNothingHolds() {
        // Given
        var line = Timeline.<String>empty()
                .put(new Validity(START, START.plusDays(10)), "a")
                .put(new Validity(START.plusDays(20), null), "b");

        // When
        var days = List.of(START.minusDays(1), START.plusDays(15), START.plusDays(30));

        // Then
        assertThat(days.stream().map(day -> line.nearest(day).orElse(""))).containsExactly("a", "a", "b");
        assertThat(line.begin()).isEqualTo(START);
        assertThat(line.end()).isNull();
        assertThat(Timeline.empty().nearest(START)).isEmpty();
        assertThat(Timeline.empty().begin()).isNull();
    }

    private static Timeline<String> played(List<Step> history) {
        var line = Timeline.<String>empty();
        for (var step : history) {
            line = step.content().isEmpty() ? line.clear(step.validity()) : line.put(step.validity(), step.content());
        }
        return line;
    }

    /** What holds on each day of a time long enough that an open end is open to the end of it. */
    private static Map<Integer, @Nullable String> oracle(List<Step> history) {
        var days = new HashMap<Integer, @Nullable String>();
        for (var step : history) {
            int end = step.open() ? 4 * DAYS : step.from() + step.length();
            for (int i = step.from(); i < end; i++) {
                days.put(i, step.content().isEmpty() ? null : step.content());
            }
        }
        assertThat(new TreeSet<>(days.keySet())).allMatch(day -> day >= 0);
        return days;
    }
}
