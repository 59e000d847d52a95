package vn.gov.hanoi.evaluation.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

@QuarkusTest
@WithStack
class UnitHttpTest {
    private Units.Unit department;
    private String editor;

    @BeforeEach
    void makeUnits() {
        department = Units.department();
        editor = Units.editor(department);
    }

    @Test
    void shouldRecordAUnitWithLocationTagAndAudit() {
        // Given
        var request = Units.request(Units.code(), "DIVISION", department.id());
        request.put("name", "  Phòng Tổ chức bộ máy ");
        request.put("validTo", "2030-01-01");

        // When
        var created = Units.post(editor, request);

        // Then
        var id = created.as(Json.class).getString("id");
        created.then()
                .statusCode(201)
                .header("Location", Units.PATH + "/" + id)
                .header("ETag", "\"1\"")
                .header("Cache-Control", "no-store")
                .body(at("etag", equalTo("\"1\"")))
                .body(at("version", equalTo(1)))
                .body(at("code", equalTo(request.get("code"))))
                .body(at("name", equalTo("Phòng Tổ chức bộ máy")))
                .body(at("type", equalTo("DIVISION")))
                .body(at("parent.id", equalTo(department.id().toString())))
                .body(at("parent.code", equalTo(department.code())))
                .body(at("parent.name", equalTo(department.name())))
                .body(at("validFrom", equalTo("2018-01-01")))
                .body(at("validTo", equalTo("2030-01-01")));
        assertThat(UUID.fromString(id).version()).isEqualTo(7);
        assertThat(audited(id)).containsExactly("unit.create by person-editor-" + department.code());
    }

    @Test
    void shouldReadWhatWasRecorded() {
        // Given
        var created = Units.created(editor, Units.request(Units.code(), "DIVISION", department.id()));

        // When
        var read = Api.as(Units.reader(department)).get(Units.PATH + "/" + created.getString("id"));

        // Then
        read.then().statusCode(200).header("ETag", created.getString("etag")).header("Cache-Control", "no-store");
        assertThat((Object) read.as(Json.class).get()).isEqualTo(created.get());
    }

    @Test
    void shouldShowTheWholeTreeUnderTheCallersUnitAndNothingBeside() {
        // Given
        var centre = Units.unit("PUBLIC_UNIT", department);
        var branch = Units.unit("DIVISION", centre);
        Units.unit("DIVISION", Units.department());

        // When
        var listed = Api.as(editor).get(Units.PATH);

        // Then
        listed.then().statusCode(200);
        assertThat(listed.as(Json.class).getList("items.code"))
                .containsExactlyInAnyOrder(department.code(), centre.code(), branch.code());
        assertThat(listed.as(Json.class).find("items", "code", branch.code()).getString("parent.code"))
                .isEqualTo(centre.code());
    }

    @Test
    void shouldReplayTheSameRequestWithoutASecondEffect() {
        // Given
        var key = Api.key();
        var request = Units.request(Units.code(), "DIVISION", department.id());
        var first = Api.as(editor).header("Idempotency-Key", key).body(request).post(Units.PATH);

        // When
        var second = Api.as(editor).header("Idempotency-Key", key).body(request).post(Units.PATH);

        // Then
        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        second.then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("ETag", first.header("ETag"))
                .header("Location", first.header("Location"));
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(facts(request.get("code"))).isEqualTo(List.of(1L, 1L, 1L));
    }

    @Test
    void shouldRefuseAKeyThatBelongsToAnotherRequest() {
        // Given
        var key = Api.key();
        var first = Units.request(Units.code(), "DIVISION", department.id());
        var other = Units.request(Units.code(), "DIVISION", department.id());
        Api.as(editor).header("Idempotency-Key", key).body(first).post(Units.PATH);

        // When
        var refused = Api.as(editor).header("Idempotency-Key", key).body(other).post(Units.PATH);

        // Then
        refused.then().statusCode(422).body(at("code", equalTo("idempotency.payload-differs")));
        assertThat(facts(other.get("code"))).isEqualTo(List.of(0L, 0L, 0L));
    }

    @Test
    void shouldLetTwoPeopleUseTheSameKey() {
        // Given
        var key = Api.key();
        var mine = Units.request(Units.code(), "DIVISION", department.id());
        var theirs = Units.request(Units.code(), "DIVISION", department.id());
        Api.as(editor).header("Idempotency-Key", key).body(mine).post(Units.PATH);

        // When
        var second = Api.as(Units.editor(Units.city()))
                .header("Idempotency-Key", key)
                .body(theirs)
                .post(Units.PATH);

        // Then
        second.then().statusCode(201).header("Idempotency-Replayed", nullValue());
    }

    @Test
    void shouldDemandAWellFormedKey() {
        // Given
        var request = Units.request(Units.code(), "DIVISION", department.id());

        // When
        var none = Api.as(editor).body(request).post(Units.PATH);
        var bare = Api.as(editor)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(request)
                .post(Units.PATH);
        var tooShort = Api.as(editor)
                .header("Idempotency-Key", "\"123\"")
                .body(request)
                .post(Units.PATH);
        var two = Api.as(editor)
                .header("Idempotency-Key", Api.key(), Api.key())
                .body(request)
                .post(Units.PATH);

        // Then
        none.then().statusCode(400).body(at("code", equalTo("idempotency.key-missing")));
        for (var malformed : List.of(bare, tooShort, two)) {
            malformed
                    .then()
                    .statusCode(400)
                    .body(at("code", equalTo("idempotency.key-malformed")))
                    .body(at("errors[0].parameter", equalTo("Idempotency-Key")));
        }
        assertThat(facts(request.get("code"))).isEqualTo(List.of(0L, 0L, 0L));
    }

    @Test
    void shouldKeepNothingOfARefusedRequestSoThatItsKeyServesTheCorrectedOne() {
        // Given
        var key = Api.key();
        var request = Units.request(Units.code(), "DIVISION", department.id());
        request.put("validTo", "2017-01-01");
        Api.as(editor)
                .header("Idempotency-Key", key)
                .body(request)
                .post(Units.PATH)
                .then()
                .statusCode(422);
        request.put("validTo", null);

        // When
        var corrected =
                Api.as(editor).header("Idempotency-Key", key).body(request).post(Units.PATH);

        // Then
        corrected.then().statusCode(201).header("Idempotency-Replayed", nullValue());
    }

    @Test
    void shouldTryOutWithoutEffect() {
        // Given
        var request = Units.request(Units.code(), "DIVISION", department.id());

        // When
        var tried = Api.as(editor).body(request).post(Units.PATH + "?validateOnly=true");

        // Then
        tried.then()
                .statusCode(200)
                .header("ETag", nullValue())
                .header("Location", nullValue())
                .body(at("valid", equalTo(true)))
                .body(at("id", nullValue()));
        assertThat(facts(request.get("code"))).isEqualTo(List.of(0L, 0L, 0L));
    }

    @Test
    void shouldRefuseInATryOutWhatTheActRefuses() {
        // Given
        var wrong = Units.request(Units.code(), "DIVISION", department.id());
        wrong.put("code", "h26");

        // When
        var exists = Api.as(editor)
                .body(Units.request(department.code(), "DIVISION", department.id()))
                .post(Units.PATH + "?validateOnly=true");
        var malformed = Api.as(editor).body(wrong).post(Units.PATH + "?validateOnly=true");

        // Then
        exists.then().statusCode(409).body(at("code", equalTo("unit.code-exists")));
        malformed.then().statusCode(422).body(at("code", equalTo("unit.code-malformed")));
    }

    @Test
    void shouldAnswerInTheCallersLanguage() {
        // Given
        var request = Units.request("h26", "DIVISION", department.id());

        // When
        var english = Api.as(editor)
                .header("Accept-Language", "en")
                .header("Idempotency-Key", Api.key())
                .body(request)
                .post(Units.PATH);
        var vietnamese = Units.post(editor, request);

        // Then
        english.then().header("Content-Language", "en").body(at("title", equalTo("Malformed unit code")));
        vietnamese.then().header("Content-Language", "vi").body(at("errors", hasSize(1)));
        assertThat(vietnamese.as(Json.class).getString("title"))
                .isNotEqualTo(english.as(Json.class).getString("title"));
    }

    private static List<String> audited(String id) {
        return Database.query(
                        "select action, subject from audit_entries where resource = 'units' and resource_id = ?",
                        UUID.fromString(id))
                .stream()
                .map(row -> row.get("action") + " by " + row.get("subject"))
                .toList();
    }

    /** Units, audit entries and events for a code. */
    private static List<Long> facts(Object code) {
        return List.of(
                Database.count("select count(*) from unit_codes where code = ?", code),
                Database.count("select count(*) from audit_entries where details ->> 'code' = ?", code),
                Database.count(
                        "select count(*) from event_sequences s join unit_codes u on u.unit_id = s.aggregate_id where u.code = ?",
                        code));
    }
}
