package vn.gov.hanoi.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LineageTest {
    private static final LocalDate DAY = LocalDate.of(2025, 1, 1);

    @Property(tries = 10_000)
    void shouldNeitherLoseNorInventAnybody(
            @ForAll @Size(max = 12) List<@IntRange(max = 1_000) Integer> people,
            @ForAll @Size(max = 20) List<@IntRange(max = 49_999) Integer> codes) {
        var figures = new HashMap<UUID, Count>();
        for (int i = 0; i < people.size(); i++) {
            figures.put(unit(i % 10), count(people.get(i)));
        }

        var carried = Lineage.carried(figures, steps(codes));

        assertThat(sum(carried)).isEqualByComparingTo(sum(figures));
        assertThat(carried.values()).allMatch(count -> count.values().getFirst().signum() >= 0);
    }

    @Test
    void shouldFollowSharesDateByDate() {
        // Given
        var steps = List.of(
                step(0, 1, "0.4", 1),
                step(0, 2, "0.6", 1),
                step(1, 3, "1", 2),
                step(2, 3, "0.5", 2),
                step(3, 4, "1", 2));

        // When
        var carried = Lineage.carried(Map.of(unit(0), count(100), unit(3), count(7)), steps);

        // Then
        assertThat(carried.keySet()).containsExactlyInAnyOrder(unit(2), unit(3), unit(4));
        assertThat(carried.get(unit(2)).values().getFirst()).isEqualByComparingTo("30");
        assertThat(carried.get(unit(3)).values().getFirst()).isEqualByComparingTo("70");
        assertThat(carried.get(unit(4)).values().getFirst()).isEqualByComparingTo("7");
    }

    private static List<Lineage.Step> steps(List<Integer> codes) {
        var given = new HashMap<String, Integer>();
        var steps = new ArrayList<Lineage.Step>();
        for (int code : codes) {
            int from = code % 10;
            int to = code / 10 % 10;
            int stage = code / 100 % 5;
            int wanted = 1 + code / 500;
            int left = 100 - given.getOrDefault(from + "|" + stage, 0);
            int percent = Math.min(wanted, left);
            if (from != to && percent > 0) {
                given.merge(from + "|" + stage, percent, Integer::sum);
                steps.add(step(from, to, BigDecimal.valueOf(percent, 2).toString(), stage));
            }
        }
        return steps;
    }

    private static Lineage.Step step(int from, int to, String share, int stage) {
        return new Lineage.Step(unit(from), unit(to), new BigDecimal(share), DAY.plusMonths(stage));
    }

    private static UUID unit(int number) {
        return new UUID(0, number);
    }

    private static Count count(int people) {
        return new Count(Collections.nCopies(3, BigDecimal.valueOf(people)));
    }

    private static BigDecimal sum(Map<UUID, Count> figures) {
        return figures.values().stream()
                .map(count -> count.values().getFirst())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
