package vn.gov.hanoi.evaluation.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Leave and other absences: seen by all who see the officer, explained to those who record. */
@QuarkusTest
@WithStack
class AbsenceHttpTest {
    private Units.Unit department;
    private Units.Unit first;
    private Units.Unit second;
    private String editor;

    @BeforeEach
    void makeUnits() {
        department = Units.department();
        first = Units.unit("DIVISION", department);
        second = Units.unit("DIVISION", department);
        editor = Units.editor(department);
    }

    @Test
    void shouldRecordAnAbsenceAndSayWhyToEditorsOnly() {
        // Given
        var officer = Officers.officer(editor, first, "Nguyễn Thị Nghỉ");

        // When
        var created = Officers.absence(editor, officer, "MATERNITY", "2024-01-01", "2024-07-01");

        // Then
        created.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body(at("kind", equalTo("MATERNITY")))
                .body(at("decisionNumber", equalTo("5/QĐ-SNV")))
                .body(at("hiddenFields", empty()));
        Api.as(editor).get(created.header("Location")).then().statusCode(200).body(at("kind", equalTo("MATERNITY")));
        Api.as(Units.reader(department))
                .get(Officers.PATH + "/" + officer.getString("id") + "/absences")
                .then()
                .statusCode(200)
                .body(at("items", hasSize(1)))
                .body(at("items[0].validFrom", equalTo("2024-01-01")))
                .body(at("items[0]", not(hasKey("kind"))))
                .body(at("items[0]", not(hasKey("decisionNumber"))))
                .body(at("items[0].hiddenFields.pointer", contains("/kind", "/decisionNumber")))
                .body(at("items[0].hiddenFields.code", contains("policy.role", "policy.role")));
    }

    @Test
    void shouldNotTellOfAbsences() {
        // Given
        var officer = Officers.officer(editor, first, "Trần Văn Kín");
        var before = facts(officer);

        // When
        Officers.absence(editor, officer, "SICK_LEAVE", "2024-01-01", null)
                .then()
                .statusCode(201);

        // Then
        assertThat(facts(officer)).isEqualTo(before);
        assertThat(Database.count(
                                "select count(*) from outbox_events where convert_from(envelope, 'UTF8') like '%SICK%'")
                        + Database.count(
                                "select count(*) from event_log where convert_from(envelope, 'UTF8') like '%SICK%'")
                        + Database.count("select count(*) from audit_entries where details::text like '%SICK%'"))
                .isZero();
        assertThat(Officers.read(editor, officer).getString("etag")).isEqualTo("\"1\"");
    }

    private static List<Long> facts(Json officer) {
        return List.of(Database.count(
                "select coalesce(max(last), 0) from event_sequences where aggregate_id = ?",
                UUID.fromString(officer.getString("id"))));
    }

    @Test
    void shouldCorrectAnAbsenceAndKeepWhatWasKnown() {
        // Given
        var officer = Officers.officer(editor, first, "Lê Văn Sửa");
        var path = Officers.absence(editor, officer, "STUDY", "2024-01-01", "2024-02-01")
                .header("Location");
        var list = Officers.PATH + "/" + officer.getString("id") + "/absences";
        var before = Api.as(editor).get(list).as(Json.class);
        var right = Map.of(
                "reason",
                Officers.REASON,
                "data",
                Map.of("kind", "OTHER", "validFrom", "2024-01-01", "validTo", "2024-03-01"));

        // When
        var corrected = Officers.act(editor, path + "/actions/correct", "\"1\"", right);
        var stale = Officers.act(editor, path + "/actions/correct", "\"1\"", right);
        var same = Officers.act(editor, path + "/actions/correct", "\"2\"", right);

        // Then
        corrected.then().statusCode(200).header("ETag", "\"2\"").body(at("validTo", equalTo("2024-03-01")));
        stale.then().statusCode(412);
        same.then().statusCode(422).body(at("code", equalTo("correction.empty")));
        Api.as(editor).queryParam("asOf", "2024-02-15").get(list).then().body(at("items.kind", contains("OTHER")));
        Api.as(editor)
                .queryParams("asOf", "2024-01-15", "knownAt", before.getString("time.knownAt"))
                .get(list)
                .then()
                .body(at("items.kind", contains("STUDY")));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-31, , 409, absence.overlaps",
        "2023-01-01, 2024-01-02, 409, absence.overlaps",
        "2024-02-01, , 201,",
        "2025-01-01, 2025-01-01, 422, validity.empty",
        "1850-01-01, 1850-02-01, 422, date.out-of-range"
    })
    void shouldRefuseTwoAbsencesAtATime(String from, @Nullable String to, int status, @Nullable String code) {
        // Given
        var officer = Officers.officer(editor, first, "Vũ Văn Trùng");
        Officers.absence(editor, officer, "STUDY", "2024-01-01", "2024-02-01")
                .then()
                .statusCode(201);

        // When
        var answer = Officers.absence(editor, officer, "OTHER", from, to);

        // Then
        answer.then().statusCode(status);
        if (code != null) {
            answer.then().body(at("code", equalTo(code)));
        }
    }
}
