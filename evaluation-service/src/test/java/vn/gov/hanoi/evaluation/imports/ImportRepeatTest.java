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
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
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

    /** The file names the sex and the personal number, which it need not; the person has another post by now. */
    @Test
    void shouldKnowSomebodyAgainWhereverHeHasGone() {
        // Given
        var department = Units.department();
        var editor = Units.editor(department);
        var named = Ground.OFFICERS.replace("\n", ",sex,personalNumber\n");
        var code = Officers.code();
        var number = Officers.number();
        var row = "%s,Trần Văn Bình,CIVIL_SERVANT,1985-02-03,%s,STAFF,Chuyên viên,false,2019-06-01,12/QĐ-SNV"
                .formatted(code, department.code());
        var told = row + ",MALE," + number + "\n";
        Files.importing(editor, "OFFICERS", "PARTIAL", named + told)
                .hasState("SUCCEEDED")
                .counts(1, 0, 0);
        var id = Api.as(editor)
                .get(Officers.PATH + "?officerCode=" + code)
                .as(Json.class)
                .getString("items[0].id");
        var recorded = Api.as(editor).get(Officers.PATH + "/" + id).as(Json.class);
        Officers.move(editor, recorded, Units.unit("DIVISION", department), "2021-01-01");

        // When
        var same = Files.importing(editor, "OFFICERS", "PARTIAL", named + told);
        var silent = Files.importing(editor, "OFFICERS", "PARTIAL", Ground.OFFICERS + row + "\n");
        var others = Files.importing(
                editor,
                "OFFICERS",
                "PARTIAL",
                named
                        + told.replace("MALE", "FEMALE")
                        + told.replace(code, Officers.code())
                        + told.replace(code, Officers.code()).replace(number, "12345")
                        + told.replace(code, Officers.code()).replace("MALE", "M"));

        // Then
        assertThat(recorded.getString("sex")).isEqualTo("MALE");
        assertThat(recorded.getString("personalNumberMasked"))
                .startsWith(number.substring(0, 4))
                .endsWith(number.substring(10));
        same.hasState("SUCCEEDED").counts(0, 1, 0);
        silent.hasState("SUCCEEDED").counts(0, 1, 0);
        others.counts(0, 0, 4)
                .failsOnlyAt(
                        "1 A2 import.code-exists-differs",
                        "2 L3 officer.number-exists",
                        "3 L4 officer.number-malformed",
                        "4 K5 import.value-not-allowed");
    }
}
