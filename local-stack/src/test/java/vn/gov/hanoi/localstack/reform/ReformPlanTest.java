package vn.gov.hanoi.localstack.reform;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.localstack.city.DirectoryUnit;

class ReformPlanTest {
    private final List<DirectoryUnit> units = Directory.units();
    private final JsonNode plan = ReformPlan.of(Reform2025.read(), units, Directory::leaders);
    private final JsonNode content = plan.path("content");

    @Test
    void shouldMake51WardsAnd75CommunesUnderTheCity() {
        // When
        var made = changes("CREATE");

        // Then
        assertThat(made.stream().collect(groupingBy(change -> text(change, "type"), counting())))
                .isEqualTo(Map.of("WARD", 51L, "COMMUNE", 75L));
        assertThat(made).allSatisfy(change -> assertThat(text(change, "parentId"))
                .isEqualTo(Directory.id("H26").toString()));
        assertThat(made).extracting(change -> text(change, "code")).doesNotHaveDuplicates();
        assertThat(made.getFirst().path("code").asText()).isEqualTo("H26.501");
        assertThat(made.getLast().path("code").asText()).isEqualTo("H26.626");
        assertThat(plan.path("effectiveOn").asText()).isEqualTo("2025-07-01");
    }

    @Test
    void shouldEndEveryDistrictWithItsDivisionsAndCommunes() {
        // Given
        var expected = units.stream()
                .filter(unit -> unit.type().equals("DISTRICT") || unit.isCommune() || isDivisionOfDistrict(unit))
                .map(unit -> unit.id().toString())
                .toList();

        // When
        var dissolved = changes("DISSOLVE").stream()
                .map(change -> text(change, "unitId"))
                .toList();

        // Then
        assertThat(expected).hasSize(30 + 579 + 360);
        assertThat(dissolved).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void shouldMovePublicUnitsOfDistrictsToSuccessorsAndToTheCity() {
        // Given
        var expected = units.stream()
                .filter(unit -> unit.type().equals("PUBLIC_UNIT") && isBelowDistrict(unit))
                .map(unit -> unit.id().toString())
                .toList();

        // When
        var moved = changes("ALTER");

        // Then
        assertThat(moved).extracting(change -> text(change, "unitId")).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(moved.stream().filter(change -> change.has("parentRef"))).hasSize(30 * 24);
        assertThat(moved.stream().filter(change -> change.has("parentId"))).hasSize(30 * 2);
    }

    @Test
    void shouldShareOutEveryDistrictAndCommuneExactly() {
        // When
        var sums = list("successions").stream()
                .collect(groupingBy(
                        each -> text(each, "fromUnitId"),
                        reducing(BigDecimal.ZERO, each -> each.path("share").decimalValue(), BigDecimal::add)));

        // Then
        assertThat(sums).hasSize(30 + 579);
        assertThat(sums.values()).allSatisfy(sum -> assertThat(sum).isEqualByComparingTo("1"));
        assertThat(list("successions"))
                .allSatisfy(
                        each -> assertThat(each.path("share").decimalValue()).isPositive());
    }

    @Test
    void shouldReachButNotPassTheWidestShapes() {
        // When
        var successors = list("successions").stream().collect(groupingBy(each -> text(each, "fromUnitId"), counting()));
        var predecessors = list("successions").stream().collect(groupingBy(each -> text(each, "toRef"), counting()));
        var byDistrict = units.stream()
                .filter(unit -> unit.type().equals("DISTRICT"))
                .map(unit -> successors.get(unit.id().toString()))
                .toList();

        // Then
        assertThat(Collections.max(successors.values())).isEqualTo(5);
        assertThat(Collections.max(predecessors.values())).isEqualTo(14);
        assertThat(predecessors).hasSize(126);
        assertThat(byDistrict).hasSize(30).allSatisfy(count -> assertThat(count).isBetween(2L, 5L));
        // Two in five communes are shared; the district before takes part in the first of each.
        assertThat(successors.values().stream().filter(count -> count > 1)).hasSizeBetween(200, 320);
    }

    @Test
    void shouldGiveEveryPersonExactlyOneDestination() {
        // Given
        var successions = list("successions").stream()
                .map(each -> text(each, "fromUnitId"))
                .collect(toSet());

        // When
        var placements = list("placements");

        // Then
        assertThat(placements)
                .extracting(placement -> text(placement, "fromUnitId"))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(changes("DISSOLVE").stream()
                        .map(change -> text(change, "unitId"))
                        .toList());
        assertThat(placements).allSatisfy(placement -> {
            var byShares = text(placement, "rule").equals("SHARE");
            assertThat(placement.has("toRef")).isNotEqualTo(byShares);
            assertThat(!byShares || successions.contains(text(placement, "fromUnitId")))
                    .isTrue();
        });
        assertThat(list("exceptions"))
                .extracting(exception -> text(exception, "assignmentId"))
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldNameOneHeadAndAtMostTwoDeputiesOfEverySuccessor() {
        // When
        var heads = list("exceptions").stream()
                .filter(exception -> text(exception, "position").equals("HEAD"))
                .toList();
        var deputies = list("exceptions").stream()
                .filter(exception -> text(exception, "position").equals("DEPUTY_HEAD"))
                .collect(groupingBy(exception -> text(exception, "toRef"), counting()));

        // Then
        assertThat(heads).extracting(head -> text(head, "toRef")).hasSize(126).doesNotHaveDuplicates();
        assertThat(heads.getFirst().path("title").asText()).isEqualTo("Chủ tịch UBND phường Ba Đình");
        assertThat(deputies.values()).allSatisfy(count -> assertThat(count).isBetween(1L, 2L));
    }

    @Test
    void shouldHandOverTheWorkOfEveryDissolvedUnitOnce() {
        // When
        var handovers = list("handovers");

        // Then
        assertThat(handovers)
                .extracting(handover -> text(handover, "fromUnitId"))
                .containsExactlyInAnyOrderElementsOf(changes("DISSOLVE").stream()
                        .map(change -> text(change, "unitId"))
                        .toList());
    }

    @Test
    void shouldBeTheSamePlanForTheSameUnitsInAnyOrder() {
        // Given
        var shuffled = new ArrayList<>(units);
        Collections.shuffle(shuffled, new Random(7));

        // When
        var again = ReformPlan.of(Reform2025.read(), shuffled, Directory::leaders);

        // Then
        assertThat(again.toString()).isEqualTo(plan.toString());
    }

    @Test
    void shouldFitIntoOneRequest() {
        // When
        var bytes = plan.toString().getBytes(StandardCharsets.UTF_8).length;

        // Then
        assertThat(bytes).isLessThan(1 << 20);
    }

    @Test
    void shouldMerge53CommunesIntoTheirNeighboursBeforeTheReform() {
        // When
        var merger = Merger2025.of(units).path("content");

        // Then
        var dissolved = merger.path("units")
                .valueStream()
                .map(change -> text(change, "unitId"))
                .toList();
        var targets = merger.path("successions")
                .valueStream()
                .map(each -> text(each, "toUnitId"))
                .toList();
        assertThat(dissolved).hasSize(579 - 526).doesNotHaveDuplicates();
        assertThat(targets).hasSize(579 - 526).doesNotHaveDuplicates().doesNotContainAnyElementsOf(dissolved);
        assertThat(merger.path("placements")).hasSize(579 - 526);
    }

    @Test
    void shouldPlayTheReformAfterTheMergerToo() {
        // Given
        var dissolved = Merger2025.of(units)
                .at("/content/units")
                .valueStream()
                .map(change -> text(change, "unitId"))
                .collect(toSet());
        var left = units.stream()
                .filter(unit -> !dissolved.contains(unit.id().toString()))
                .toList();

        // When
        var later = ReformPlan.of(Reform2025.read(), left, Directory::leaders).path("content");

        // Then
        var predecessors =
                later.path("successions").valueStream().collect(groupingBy(each -> text(each, "toRef"), counting()));
        assertThat(predecessors).hasSize(126);
        assertThat(Collections.max(predecessors.values())).isEqualTo(14);
        assertThat(froms(later.path("successions"))).hasSize(30 + 526);
    }

    private static Set<String> froms(JsonNode entries) {
        var froms = new HashSet<String>();
        entries.forEach(entry -> froms.add(text(entry, "fromUnitId")));
        return froms;
    }

    private boolean isDivisionOfDistrict(DirectoryUnit unit) {
        return unit.type().equals("DIVISION") && isBelowDistrict(unit);
    }

    private boolean isBelowDistrict(DirectoryUnit unit) {
        return units.stream()
                .anyMatch(parent ->
                        parent.type().equals("DISTRICT") && parent.id().equals(unit.parentId()));
    }

    private List<JsonNode> changes(String kind) {
        return entries("units")
                .filter(change -> text(change, "change").equals(kind))
                .toList();
    }

    private List<JsonNode> list(String name) {
        return entries(name).toList();
    }

    private Stream<JsonNode> entries(String name) {
        return content.path(name).valueStream();
    }

    private static String text(JsonNode entry, String name) {
        return entry.path(name).asText();
    }
}
