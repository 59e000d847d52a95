package vn.gov.hanoi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.gov.hanoi.localstack.Distributions;

/** The contract in the repository is the one of the services as they are built, and keeps what was released. */
class CommittedContractTest {
    private static final String RENEW = "; if that is meant: ./congvu contract";

    private final ContractFiles files = new ContractFiles(Distributions.projectRoot());

    @Test
    void shouldBeTheContractOfTheBuiltServices() {
        // When
        var built = files.built();
        var committed = ContractFiles.read(files.contract());

        // Then
        assertThat(differences(committed, built))
                .as("docs/api/openapi.json differs from the built services" + RENEW)
                .isEmpty();
        assertThat(differences(ContractFiles.read(files.problems()), files.builtProblems()))
                .as("docs/api/problems.json differs from the built services" + RENEW)
                .isEmpty();
    }

    @Test
    void shouldKeepEveryPromiseOfTheReleasedContractOrSayWhyNot() {
        // Given
        var accepted = new TreeMap<String, String>();
        ContractFiles.read(files.accepted())
                .forEach(each -> accepted.put(
                        each.path("change").asText(), each.path("reason").asText()));

        // When
        var broken = new TreeSet<>(BreakingChanges.between(
                ContractFiles.read(files.released(files.contract())), ContractFiles.read(files.contract())));
        broken.addAll(BreakingChanges.betweenProblems(
                ContractFiles.read(files.released(files.problems())), ContractFiles.read(files.problems())));

        // Then
        assertThat(accepted.values()).allSatisfy(reason -> assertThat(reason).isNotBlank());
        assertThat(broken)
                .as(
                        "breaking changes; add instead of changing, or write the decision into docs/api/released/accepted.json")
                .containsExactlyElementsOf(accepted.keySet());
    }

    @Test
    void shouldKnowTheCodesOfEveryServiceAndOfTheGateway() {
        // When
        var items = files.builtProblems().path("items");

        // Then
        assertThat(items.findValuesAsText("code"))
                .doesNotHaveDuplicates()
                .contains(
                        "absence.overlaps",
                        "training.unit-unknown",
                        "selection.vacancy-exists",
                        "resource.not-found",
                        "gateway.busy");
        for (var item : items) {
            var code = item.path("code").asText();
            assertThat(item.path("status").asInt()).as(code).isBetween(400, 599);
            for (var text : List.of("/titles/vi", "/titles/en", "/details/vi", "/details/en")) {
                assertThat(item.at(text).asText()).as(code + text).isNotBlank().doesNotContain(code + ".");
            }
        }
    }

    @Test
    void shouldNoticeAnyDifference() {
        // Given
        var committed = ContractFiles.read(files.contract());
        var changed = (ObjectNode) committed.deepCopy();
        changed.withObject("/paths/~1platform~1v1~1client/get").put("summary", "changed");
        changed.withObject("/components/schemas").putObject("Another").put("type", "string");

        // When, Then
        assertThat(differences(committed, changed))
                .containsExactly("/components/schemas/Another", "/paths/~1platform~1v1~1client/get/summary");
        assertThat(differences(committed, committed.deepCopy())).isEmpty();
    }

    @Test
    void shouldWriteTheSameBytesForTheSameContract(@TempDir Path folder) throws Exception {
        // Given
        var committed = ContractFiles.read(files.contract());

        // When
        ContractFiles.write(folder.resolve("again.json"), ContractFiles.ordered(committed));

        // Then
        assertThat(Files.mismatch(folder.resolve("again.json"), files.contract()))
                .isEqualTo(-1);
    }

    @Test
    void shouldTellEveryChangeInBothLanguagesNewestFirst() {
        // When
        var log = ContractFiles.read(files.contract().resolveSibling("changelog.json"));

        // Then
        var dates = new ArrayList<String>();
        for (var release : log) {
            dates.add(release.path("date").asText());
            assertThat(release.path("version").asText()).isNotBlank();
            assertThat(release.path("changes")).isNotEmpty();
            for (var change : release.path("changes")) {
                assertThat(change.path("vi").asText()).isNotBlank();
                assertThat(change.path("en").asText()).isNotBlank();
                assertThat(change.path("kind").asText()).isIn("ADDED", "CHANGED", "DEPRECATED", "REMOVED", "FIXED");
            }
        }
        assertThat(dates).isNotEmpty().isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    /** Pointers of what is different, at most a handful. */
    private static List<String> differences(JsonNode one, JsonNode other) {
        var found = new TreeSet<String>();
        collect("", one, other, found);
        return found.stream().limit(20).toList();
    }

    private static void collect(String place, JsonNode one, JsonNode other, TreeSet<String> found) {
        if (one.equals(other)) {
            return;
        }
        if (!one.isObject() || !other.isObject()) {
            found.add(place);
            return;
        }
        var names = new TreeSet<String>();
        one.properties().stream().map(Map.Entry::getKey).forEach(names::add);
        other.properties().stream().map(Map.Entry::getKey).forEach(names::add);
        names.forEach(name -> collect(
                place + "/" + name.replace("~", "~0").replace("/", "~1"), one.path(name), other.path(name), found));
    }
}
