package vn.gov.hanoi.selection.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.selection.paper.ExamApi.RoomPart;
import vn.gov.hanoi.selection.paper.Lots.Need;

class LotsTest {
    private static final List<UUID> PEOPLE =
            IntStream.range(0, 6).mapToObj(i -> new UUID(7, i)).toList();

    @Property(tries = 10_000)
    void shouldDrawDifferentPossibleMarkersOrNobody(
            @ForAll @IntRange(min = 1, max = 8) int scripts,
            @ForAll long seed,
            @ForAll @IntRange(max = 5) int forbidden) {
        // Given
        var random = new Random(seed);
        var needs = IntStream.range(0, scripts)
                .mapToObj(i -> {
                    var possible = new HashSet<>(PEOPLE);
                    for (int gone = 0; gone < forbidden; gone++) {
                        possible.remove(PEOPLE.get(random.nextInt(PEOPLE.size())));
                    }
                    return new Need(new UUID(9, i), 1 + random.nextInt(2), possible);
                })
                .toList();

        // When
        var drawn = Lots.draw(needs, Map.of(), random);

        // Then
        boolean enough = needs.stream().allMatch(each -> each.possible().size() >= each.many());
        assertThat(drawn.isPresent()).isEqualTo(enough);
        drawn.ifPresent(found -> needs.forEach(need -> assertThat(found.get(need.script()))
                .hasSize(need.many())
                .doesNotHaveDuplicates()
                .isSubsetOf(need.possible())));
    }

    @Property(tries = 1000)
    void shouldSpreadTheScriptsEvenlyIfEverybodyMayMarkAll(
            @ForAll @IntRange(min = 1, max = 40) int scripts, @ForAll long seed) {
        // Given
        var needs = IntStream.range(0, scripts)
                .mapToObj(i -> new Need(new UUID(9, i), 2, Set.copyOf(PEOPLE)))
                .toList();

        // When
        var drawn = Lots.draw(needs, Map.of(), new Random(seed)).orElseThrow();

        // Then
        var loads = new HashMap<UUID, Integer>();
        PEOPLE.forEach(each -> loads.put(each, 0));
        drawn.values().forEach(officers -> officers.forEach(each -> loads.merge(each, 1, Integer::sum)));
        assertThat(java.util.Collections.max(loads.values()) - java.util.Collections.min(loads.values()))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void shouldNotFollowTheOrderInWhichScriptsCame() {
        // Given
        var applications = IntStream.range(0, 30).mapToObj(i -> new UUID(3, i)).toList();

        // When
        var papers = Seating.draw(
                new UUID(1, 1), applications, List.of(new RoomPart("A", 20), new RoomPart("B", 20)), new Random(5));

        // Then
        assertThat(papers)
                .extracting(Paper::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 30).boxed().toList());
        assertThat(papers).extracting(Paper::applicationId).containsExactlyInAnyOrderElementsOf(applications);
        assertThat(papers).extracting(Paper::applicationId).isNotEqualTo(applications);
        assertThat(papers.stream().filter(each -> each.room().equals("A"))).hasSize(20);
        assertThat(new HashSet<>(papers.stream().map(Paper::id).toList())).hasSize(30);
    }
}
