package vn.gov.hanoi.evaluation.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.evaluation.Files;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Editors import inside their own subtree; what they have imported is shown to them and to operators, and hidden from others. */
@QuarkusTest
@WithStack
class ImportAccessTest {
    @ParameterizedTest
    @ValueSource(strings = {"directory-reader", "operator", "auditor", "DIRECTORY-EDITOR"})
    void shouldRefuseAFileFromEverybodyButEditors(String role) {
        // Given
        var ground = Ground.department();
        var token = Tokens.user("somebody").unit(ground.code()).roles(role).token();
        var before = Footprint.now();

        // When
        var refused = Files.upload(token, "UNITS", "PARTIAL", Ground.UNITS + ground.unitRow("1"));

        // Then
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.as(Json.class).getString("code")).isEqualTo("auth.role-missing");
        assertThat(Footprint.now()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H26.NONE", "H27", ""})
    void shouldRefuseAFileFromAnEditorWithoutUnit(String unit) {
        // Given
        var ground = Ground.department();
        var token = Tokens.user("somebody").unit(unit).roles("directory-editor").token();
        var before = Footprint.now();

        // When
        var refused = Files.upload(token, "UNITS", "PARTIAL", Ground.UNITS + ground.unitRow("1"));

        // Then
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.as(Json.class).getString("code")).isEqualTo("scope.unit-unknown");
        assertThat(Footprint.now()).isEqualTo(before);
    }

    @Test
    void shouldRefuseAFileFromNobody() {
        // Given
        var expired = Tokens.user("somebody")
                .unit("H26")
                .roles("directory-editor")
                .expired()
                .token();

        // When
        var refused = Files.upload(expired, "UNITS", "PARTIAL", Ground.UNITS);

        // Then
        assertThat(refused.statusCode()).isEqualTo(401);
    }

    @Test
    void shouldReachDownTheSubtreeButNotAcross() {
        // Given
        var own = Ground.department();
        var other = Ground.department();
        Files.importing(other.editor(), "UNITS", "ATOMIC", Ground.UNITS + other.unitRow("1"))
                .hasState("SUCCEEDED");
        var deep = "%s,Tổ một,DIVISION,%s,2019-01-01,\n".formatted(own.unit("1.1"), own.unit("1"));
        var foreign = "%s,Phòng lạ,DIVISION,%s,2019-01-01,\n".formatted(own.unit("2"), other.code());
        var foreignDeep = "%s,Tổ lạ,DIVISION,%s,2019-01-01,\n".formatted(own.unit("3"), other.unit("1"));
        var before = Footprint.directoryNow();

        // When
        var imported = Files.importing(
                own.editor(),
                "UNITS",
                "PARTIAL",
                Ground.UNITS + own.unitRow("1") + deep + foreign + foreignDeep + other.unitRow("1"));

        // Then
        imported.hasState("PARTIAL")
                .counts(2, 0, 3)
                .failsOnlyAt("3 D4 scope.outside", "4 D5 scope.outside", "5 A6 scope.outside");
        assertThat(Footprint.directoryNow()).isEqualTo(before.plusUnits(2));
    }

    @Test
    void shouldNotPutPeopleIntoUnitsOfOthersNorSayWhetherTheyAreThere() {
        // Given
        var own = Ground.department();
        var other = Ground.department();
        var theirs = other.officerRow(Ground.officerCode());
        Files.importing(other.editor(), "OFFICERS", "ATOMIC", Ground.OFFICERS + theirs)
                .hasState("SUCCEEDED");
        var before = Footprint.directoryNow();

        // When
        var imported = Files.importing(
                own.editor(), "OFFICERS", "PARTIAL", Ground.OFFICERS + theirs + other.officerRow(Ground.officerCode()));

        // Then
        imported.hasState("FAILED").counts(0, 0, 2).failsOnlyAt("1 E2 scope.outside", "2 E3 scope.outside");
        assertThat(Footprint.directoryNow()).isEqualTo(before);
    }

    @Test
    void shouldHideAnImportFromColleaguesAndShowItToOperators() {
        // Given
        var ground = Ground.department();
        var imported = Files.importing(ground.editor(), "UNITS", "PARTIAL", Ground.UNITS + ground.unitRow("?"));
        var colleague = Ground.editorOf(ground.code(), "colleague");
        var chief = Ground.editorOf("H26", "chief");
        var operator = Tokens.user("operator").roles("operator").token();
        var reader = Tokens.user("reader")
                .unit(ground.code())
                .roles("directory-reader")
                .token();

        // When
        var answers = Map.of(
                404,
                        List.of(
                                readAll(imported, colleague),
                                readAll(imported, chief),
                                List.of(Api.as(reader).get(imported.operation()))),
                403, List.of(readAll(imported, reader).subList(1, 4)),
                200, List.of(readAll(imported, operator), readAll(imported, ground.editor())));

        // Then
        answers.forEach((status, readings) -> assertThat(readings.stream().flatMap(List::stream))
                .extracting(Response::statusCode)
                .containsOnly(status));
        assertThat(answers.get(404).getFirst().getFirst().asString()).doesNotContain(ground.code());
    }

    @Test
    void shouldNotLetAColleagueCancel() {
        // Given
        var ground = Ground.department();
        var imported = Files.importing(ground.editor(), "UNITS", "PARTIAL", Ground.UNITS + ground.unitRow("1"));
        var colleague = Ground.editorOf(ground.code(), "colleague");

        // When
        var refused = Api.as(colleague)
                .header("Idempotency-Key", Api.key())
                .body(Map.of("reason", "x"))
                .post(imported.operation() + "/actions/cancel");

        // Then
        assertThat(refused.statusCode()).isEqualTo(404);
    }

    private static List<Response> readAll(Files.Imported imported, String token) {
        return List.of(
                Api.as(token).get(imported.operation()),
                Api.as(token).get(imported.href()),
                Api.as(token).get(imported.href() + "/rows"),
                Api.as(token).get(imported.href() + "/failed-rows"));
    }
}
