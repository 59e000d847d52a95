package vn.gov.hanoi.evaluation.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Log;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

@QuarkusTest
@WithStack
class OfficerHttpTest {
    private Units.Unit department;
    private String editor;

    @BeforeEach
    void makeUnits() {
        department = Units.department();
        editor = Units.editor(department);
    }

    @Test
    void shouldRecordAnOfficerWithTheMainPost() {
        // Given
        var request = Officers.request(Officers.code(), "  Nguyễn Thị Ánh Nguyệt ", department.id());
        Officers.post(request).put("title", " Trưởng phòng ");
        Officers.post(request).put("position", "HEAD");
        Officers.post(request).put("leader", true);

        // When
        var created = Officers.post(editor, request);

        // Then
        var id = created.as(Json.class).getString("id");
        created.then()
                .statusCode(201)
                .header("Location", Officers.PATH + "/" + id)
                .header("ETag", "\"1\"")
                .body(at("etag", equalTo("\"1\"")))
                .body(at("version", equalTo(1)))
                .body(at("officerCode", equalTo(request.get("officerCode"))))
                .body(at("fullName", equalTo("Nguyễn Thị Ánh Nguyệt")))
                .body(at("category", equalTo("CIVIL_SERVANT")))
                .body(at("birthDate", equalTo("1985-02-03")))
                .body(at("assignments", hasSize(1)))
                .body(at("assignments[0].unit.code", equalTo(department.code())))
                .body(at("assignments[0].position", equalTo("HEAD")))
                .body(at("assignments[0].title", equalTo("Trưởng phòng")))
                .body(at("assignments[0].leader", equalTo(true)))
                .body(at("assignments[0].main", equalTo(true)))
                .body(at("assignments[0].validFrom", equalTo("2019-05-01")))
                .body(at("assignments[0].validTo", nullValue()))
                .body(at("assignments[0].decisionNumber", equalTo("112/QĐ-UBND")));
        assertThat(Database.query(
                        "select action, unit_id, details::text as details from audit_entries where resource_id = ?",
                        UUID.fromString(id)))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry)
                            .containsEntry("action", "officer.create")
                            .containsEntry("unit_id", department.id());
                    assertThat(String.valueOf(entry.get("details"))).doesNotContain("Nguyệt", "1985");
                });
    }

    @Test
    void shouldReadWhatWasRecorded() {
        // Given
        var created = Officers.officer(editor, department, "Trần Văn Bình");

        // When
        var read = Api.as(editor).get(Officers.PATH + "/" + created.getString("id"));

        // Then
        read.then().statusCode(200).header("ETag", created.getString("etag")).header("Cache-Control", "no-store");
        assertThat((Object) read.as(Json.class).get()).isEqualTo(created.get());
    }

    @Test
    void shouldKeepTheBirthDateOutOfLists() {
        // Given
        Officers.officer(editor, department, "Lê Thị Cúc");

        // When
        var listed = Api.as(editor).get(Officers.PATH);

        // Then
        listed.then()
                .statusCode(200)
                .body(at("items", hasSize(1)))
                .body(at("items[0].fullName", equalTo("Lê Thị Cúc")));
        assertThat(listed.asString()).doesNotContain("birthDate", "1985-02-03");
    }

    @Test
    void shouldTryOutWithoutEffectAndReplayWithoutASecondOne() {
        // Given
        var request = Officers.request(Officers.code(), "Mai Văn Nam", department.id());
        var key = Api.key();

        // When
        var tried = Api.as(editor).body(request).post(Officers.PATH + "?validateOnly=true");
        var before = count(request);
        var first = Api.as(editor).header("Idempotency-Key", key).body(request).post(Officers.PATH);
        var second = Api.as(editor).header("Idempotency-Key", key).body(request).post(Officers.PATH);

        // Then
        tried.then().statusCode(200).body(at("valid", equalTo(true)));
        assertThat(before).isZero();
        first.then().statusCode(201);
        second.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(count(request)).isEqualTo(1);
    }

    /** A refusal by a constraint is everyday business; the row it refused must not go to the log. */
    @Test
    void A50_shouldNotLogPersonalDataOfARefusedOfficer() {
        // Given
        var request = Officers.request(Officers.code(), "Nguyễn Bí Mật", department.id());
        request.put("birthDate", "1971-12-13");
        Officers.created(editor, request);

        // When
        Response refused;
        List<String> entries;
        try (var log = Log.open()) {
            refused = Officers.post(editor, request);
            entries = log.entries();
        }

        // Then
        refused.then().statusCode(409).body(at("code", equalTo("officer.code-exists")));
        assertThat(String.join("\n", entries)).doesNotContain("Bí Mật", "bi mat", "1971-12-13");
    }

    private static long count(Map<String, @Nullable Object> request) {
        return Database.count("select count(*) from officers where officer_code = ?", request.get("officerCode"));
    }
}
