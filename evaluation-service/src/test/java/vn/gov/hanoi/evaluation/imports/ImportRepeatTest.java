package vn.gov.hanoi.evaluation.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.evaluation.Files;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** A file that is sent again, by the same or another request, one after the other or at once, is recorded once. */
@QuarkusTest
@WithStack
class ImportRepeatTest {
    private static Response upload(Ground ground, String file, String key) {
        return Files.upload(ground.editor(), "UNITS", "PARTIAL", file.getBytes(UTF_8), key);
    }

    private static String file(Ground ground) {
        var rows = new StringBuilder(Ground.UNITS);
        IntStream.rangeClosed(1, 50).forEach(i -> rows.append(ground.unitRow(String.valueOf(i))));
        return rows.toString();
    }

    @Test
    void shouldBeTheSameOperationUnderTheSameKey() {
        // Given
        var ground = Ground.department();
        var key = Api.key();
        var before = Footprint.now();

        // When
        var first = upload(ground, file(ground), key);
        var second = upload(ground, file(ground), key);

        // Then
        Files.following(ground.editor(), second).hasState("SUCCEEDED").counts(50, 0, 0);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(Footprint.now().operations()).isEqualTo(before.operations() + 1);
        assertThat(Footprint.directoryNow()).isEqualTo(before.directory().plusUnits(50));
    }

    @Test
    void shouldRefuseAnotherFileUnderTheSameKey() {
        // Given
        var ground = Ground.department();
        var key = Api.key();
        Files.following(ground.editor(), upload(ground, file(ground), key)).hasState("SUCCEEDED");
        var before = Footprint.now();

        // When
        var refused = upload(ground, file(ground).replace("Phòng 7", "Phòng bảy"), key);

        // Then
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.as(Json.class).getString("code")).isEqualTo("idempotency.payload-differs");
        assertThat(Footprint.now()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PARTIAL", "ATOMIC", "VALIDATE"})
    void shouldChangeNothingUnderAnotherKey(String mode) {
        // Given
        var ground = Ground.department();
        Files.importing(ground.editor(), "UNITS", "PARTIAL", file(ground)).counts(50, 0, 0);
        var before = Footprint.directoryNow();

        // When
        var again = Files.importing(ground.editor(), "UNITS", mode, file(ground));

        // Then
        again.hasState("SUCCEEDED").counts(0, 50, 0);
        assertThat(Footprint.directoryNow()).isEqualTo(before);
    }

    @Test
    void shouldRecordOnlyTheCorrectedRowsOfASecondFile() {
        // Given
        var ground = Ground.department();
        var dirty = file(ground).replace("Phòng 7,", "=Phòng 7,").replace("Phòng 41,", "Phòng  41,");
        Files.importing(ground.editor(), "UNITS", "PARTIAL", dirty).counts(48, 0, 2);
        var before = Footprint.directoryNow();

        // When
        var corrected = Files.importing(ground.editor(), "UNITS", "PARTIAL", file(ground));

        // Then
        corrected.hasState("SUCCEEDED").counts(2, 48, 0);
        assertThat(Footprint.directoryNow()).isEqualTo(before.plusUnits(2));
    }

    @Test
    void shouldBeOneOperationIfTheSameRequestComesEightTimesAtOnce() {
        // Given
        var ground = Ground.department();
        var key = Api.key();
        var before = Footprint.now();

        // When
        var answers = atOnce(List.of(key, key, key, key, key, key, key, key), ground);

        // Then
        assertThat(answers).extracting(Response::statusCode).contains(202).isSubsetOf(202, 409);
        assertThat(answers.stream().filter(each -> each.statusCode() == 202).map(each -> each.header("Location")))
                .doesNotContainNull()
                .containsOnly(upload(ground, file(ground), key).header("Location"));
        Files.following(ground.editor(), upload(ground, file(ground), key)).counts(50, 0, 0);
        assertThat(Footprint.now().operations()).isEqualTo(before.operations() + 1);
        assertThat(Footprint.directoryNow()).isEqualTo(before.directory().plusUnits(50));
    }

    @Test
    void shouldRecordOnceIfTheFileComesUnderFourKeysAtOnce() {
        // Given
        var ground = Ground.department();
        var before = Footprint.directoryNow();

        // When
        var answers = atOnce(List.of(Api.key(), Api.key(), Api.key(), Api.key()), ground);

        // Then
        answers.forEach(each -> Files.following(ground.editor(), each).hasState("SUCCEEDED"));
        assertThat(Footprint.directoryNow()).isEqualTo(before.plusUnits(50));
    }

    private static List<Response> atOnce(List<String> keys, Ground ground) {
        var file = file(ground);
        var sent = keys.stream()
                .map(key -> CompletableFuture.supplyAsync(() -> upload(ground, file, key)))
                .toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }
}
