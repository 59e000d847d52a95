package vn.gov.hanoi.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoctorTest {
    private static final String DIGEST = """
            {"digest": {"units": {"count": 2000, "sha256": "%s"}, "officers": {"count": 161000, "sha256": "bbbbbbbbbbbbbbbb"}}}""";

    private final Map<String, String> answers = new HashMap<>();
    private Duration waited = Duration.ZERO;

    @BeforeEach
    void beWell() {
        answers.put("evaluation/ops/integrity", """
                {"state": "WARNING", "checks": [
                    {"id": "unit-cycle", "title": {"en": "Units above themselves"}, "state": "OK", "count": 0, "examples": []},
                    {"id": "unit-without-head", "title": {"en": "Units without a head today"}, "state": "WARNING", "count": 7,
                     "examples": ["id-1", "id-2", "id-3", "id-4"]}]}""");
        answers.put("training/ops/integrity", """
                {"state": "OK", "checks": [
                    {"id": "ledger-sums", "title": {"en": "Accounts whose sums differ"}, "state": "OK", "count": 0, "examples": []}]}""");
        for (var service : new String[] {"evaluation", "training", "selection"}) {
            answers.put(service + "/ops/dead-letters", "{\"items\": []}");
        }
        answers.put("evaluation/ops/directory-source?digest=true", DIGEST.formatted("aaaaaaaaaaaaaaaa"));
        answers.put("training/ops/directory-copy?digest=true", DIGEST.formatted("aaaaaaaaaaaaaaaa"));
        answers.put("selection/ops/directory-copy?digest=true", DIGEST.formatted("aaaaaaaaaaaaaaaa"));
    }

    @Test
    void shouldCallAnInstallationHealthyInSpiteOfWarnings() {
        // When
        var report = examine();

        // Then
        assertThat(report.healthy()).isTrue();
        assertThat(report.text())
                .contains(
                        "unit-cycle",
                        "Units without a head today: 7, for example id-1, id-2, id-3",
                        "Nothing is broken.")
                .containsPattern("training +copy-of-officers +OK +Equals the source: 161000, sha256 bbbbbbbbbbbb")
                .doesNotContain("id-4");
        assertThat(waited).isZero();
    }

    @Test
    void shouldNameABrokenCheck() {
        // Given
        answers.compute("evaluation/ops/integrity", (_, text) -> text.replace("\"OK\"", "\"BROKEN\""));

        // Then
        assertThat(examine().healthy()).isFalse();
        assertThat(examine().text()).containsPattern("unit-cycle +BROKEN").contains("Something is broken.");
    }

    @Test
    void shouldNameBooksThatDoNotAddUp() {
        // Given
        answers.compute("training/ops/integrity", (_, text) -> text.replace("\"OK\"", "\"BROKEN\""));

        // Then
        assertThat(examine().healthy()).isFalse();
        assertThat(examine().text()).containsPattern("training +ledger-sums +BROKEN");
    }

    @Test
    void shouldNotCallACheckHealthyThatDidNotFinish() {
        // Given
        answers.compute("evaluation/ops/integrity", (_, text) -> text.replace("\"OK\"", "\"UNFINISHED\""));

        // Then
        assertThat(examine().healthy()).isFalse();
    }

    @Test
    void shouldNameAnOpenDeadLetter() {
        // Given
        answers.put("selection/ops/dead-letters", "{\"items\": [{}, {}]}");

        // When
        var report = examine();

        // Then
        assertThat(report.healthy()).isFalse();
        assertThat(report.text()).containsPattern("selection +dead-letters +BROKEN +.*: 2");
    }

    @Test
    void shouldWaitForACopyThatIsStillCatchingUp() {
        // Given
        answers.put("training/ops/directory-copy?digest=true", DIGEST.formatted("0000000000000000"));

        // When
        var report = new Doctor(this::answer, time -> {
                    waited = waited.plus(time);
                    if (waited.equals(Duration.ofSeconds(5))) {
                        answers.put("training/ops/directory-copy?digest=true", DIGEST.formatted("aaaaaaaaaaaaaaaa"));
                    }
                })
                .examine();

        // Then
        assertThat(report.healthy()).isTrue();
        assertThat(waited).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void shouldCallACopyBrokenThatDoesNotCatchUp() {
        // Given
        answers.put("training/ops/directory-copy?digest=true", DIGEST.formatted("0000000000000000"));

        // When
        var report = examine();

        // Then
        assertThat(report.healthy()).isFalse();
        assertThat(waited).isEqualTo(Doctor.PATIENCE);
        assertThat(report.text())
                .containsPattern(
                        "training +copy-of-units +BROKEN +Differs from the source: 2000, sha256 000000000000 instead of 2000")
                .containsPattern("selection +copy-of-units +OK");
    }

    private Doctor.Report examine() {
        return new Doctor(this::answer, time -> waited = waited.plus(time)).examine();
    }

    private JsonNode answer(String service, String path) {
        try {
            return new ObjectMapper().readTree(answers.get(service + path));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
