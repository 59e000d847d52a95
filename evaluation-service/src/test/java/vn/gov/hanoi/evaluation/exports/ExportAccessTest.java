package vn.gov.hanoi.evaluation.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.evaluation.support.Exports;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.seal.Sealer;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;

/** A file is for the caller who asked for it, as long as the rights last, the link works and the file is kept. */
@QuarkusTest
@WithStack
class ExportAccessTest {
    @Inject
    Sealer sealer;

    @Inject
    Clock clock;

    @Inject
    ExportConfig config;

    @Inject
    ExportRetention retention;

    private Units.Unit department;
    private String editor;
    private Json manifest;

    @BeforeEach
    void export() {
        department = Units.department();
        editor = Units.editor(department);
        manifest = Exports.done(editor, Exports.request("UNITS", "CSV"));
    }

    private String path() {
        return Exports.PATH + "/" + manifest.getString("id");
    }

    private Tokens person(Units.Unit unit) {
        return Tokens.user("editor-" + department.code()).unit(unit.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"directory-editor", "operator", "auditor"})
    void shouldNeedTheRoleOfAReader(String role) {
        // Given
        var token = person(department).roles(role).token();

        // Then
        assertThat(Exports.post(token, Exports.request("UNITS", "CSV")).statusCode())
                .isEqualTo(403);
        assertThat(Api.as(token).get(path()).statusCode()).isEqualTo(403);
        assertThat(Exports.file(token, manifest).statusCode()).isEqualTo(403);
    }

    @Test
    void shouldNeedAUnit() {
        // Given
        var token =
                Tokens.user("nobody").unit("H26.NONE").roles("directory-reader").token();

        // When
        var refused = Exports.post(token, Exports.request("UNITS", "CSV"));

        // Then
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.as(Json.class).getString("code")).isEqualTo("scope.unit-unknown");
    }

    @Test
    void shouldBeHiddenFromEverybodyElse() {
        // Given
        var colleague = Units.reader(department);
        var operator = Tokens.user("chief")
                .unit("H26")
                .roles("directory-reader", "operator")
                .token();

        // Then
        for (var token : new String[] {colleague, operator}) {
            assertThat(Api.as(token).get(path()).statusCode()).isEqualTo(404);
            assertThat(Exports.file(token, manifest).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void shouldNotBeGivenToWhoHasMovedOrLostTheRoleOfAnEditor() {
        // Given
        var moved = person(Units.department())
                .roles("directory-reader", "directory-editor")
                .token();
        var reader = person(department).roles("directory-reader").token();

        // Then
        assertThat(Exports.file(moved, manifest).statusCode()).isEqualTo(404);
        assertThat(Exports.file(reader, manifest).statusCode()).isEqualTo(404);
        assertThat(Exports.file(editor, manifest).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldNeedTheLinkOfThisFile() {
        // Given
        var other = Exports.done(editor, Exports.request("UNITS", "CSV"));
        var foreign = other.getString("file.href")
                .substring(other.getString("file.href").indexOf("ticket="));

        // Then
        for (var query : new String[] {"", "?ticket=", "?ticket=abc", "?ticket=%20", "?" + foreign}) {
            var refused = Api.as(editor).urlEncodingEnabled(false).get(path() + "/file" + query);
            assertThat(refused.statusCode()).as(query).isEqualTo(400);
            assertThat(refused.as(Json.class).getString("code")).isEqualTo("query.invalid-parameter");
        }
    }

    @Test
    void shouldWorkForOneHour() {
        // Given
        var id = UUID.fromString(manifest.getString("id"));
        var owner = Database.query("select owner_subject, owner_client from exports where id = ?", id)
                .getFirst();
        var caller = new Caller(
                String.valueOf(owner.get("owner_subject")),
                String.valueOf(owner.get("owner_client")),
                "",
                null,
                java.util.Set.of());
        var old = Clock.offset(clock, Duration.ofMinutes(-61));
        var young = Clock.offset(clock, Duration.ofMinutes(-59));

        // When
        var expired = Api.as(editor)
                .urlEncodingEnabled(false)
                .get(new ExportLinks(sealer, old, config)
                        .to(id, caller, clock.instant().plusSeconds(9))
                        .href());
        var working = Api.as(editor)
                .urlEncodingEnabled(false)
                .get(new ExportLinks(sealer, young, config)
                        .to(id, caller, clock.instant().plusSeconds(900))
                        .href());

        // Then
        assertThat(expired.statusCode()).isEqualTo(410);
        assertThat(expired.as(Json.class).getString("code")).isEqualTo("export.link-expired");
        assertThat(working.statusCode()).isEqualTo(200);
    }

    @Test
    void shouldBeRemovedAfterADay() {
        // Given
        var id = UUID.fromString(manifest.getString("id"));
        age(id, "23 hours 58 minutes");
        retention.remove();
        var kept = Exports.file(editor, manifest).statusCode();
        age(id, "24 hours 1 minute");

        // When
        var gone = Exports.file(editor, manifest);
        retention.remove();

        // Then
        assertThat(kept).isEqualTo(200);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.as(Json.class).getString("code")).isEqualTo("export.file-removed");
        assertThat(Database.count("select count(*) from export_chunks where export_id = ?", id))
                .isZero();
        var later = Api.as(editor).get(path()).as(Json.class);
        assertThat(later.getString("sha256")).isEqualTo(manifest.getString("sha256"));
        assertThat(later.<Object>get("file")).isNull();
    }

    private static void age(UUID id, String age) {
        Database.execute(
                "update operations set finished_at = now() - ?::interval where id = (select operation_id from exports where id = ?)",
                age,
                id);
    }

    @Test
    void shouldLieSealedInTheDatabase() {
        // When
        var readable = Database.count(
                "select count(*) from export_chunks where export_id = ? and position(?::bytea in content) > 0",
                UUID.fromString(manifest.getString("id")),
                department.code().getBytes(java.nio.charset.StandardCharsets.UTF_8));

        // Then
        assertThat(Exports.file(editor, manifest).asString()).contains(department.code());
        assertThat(readable).isZero();
    }
}
