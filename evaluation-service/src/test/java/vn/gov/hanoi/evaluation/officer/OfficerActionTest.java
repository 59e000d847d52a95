package vn.gov.hanoi.evaluation.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
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

/** Corrections of officers, and moves from one main post to another. */
@QuarkusTest
@WithStack
class OfficerActionTest {
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
    void shouldCorrectWhoAnOfficerIsAndKeepWhatWasKnown() {
        // Given
        var officer = Officers.officer(editor, first, "Nguyễn Văn Nhầm");
        var before = officer.getString("time.knownAt");

        // When
        var corrected = Officers.correct(
                editor, officer, Map.of("fullName", " Nguyễn Văn Đúng ", "birthDate", "1986-01-01", "sex", "MALE"));

        // Then
        corrected
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body(at("fullName", equalTo("Nguyễn Văn Đúng")))
                .body(at("birthDate", equalTo("1986-01-01")))
                .body(at("sex", equalTo("MALE")))
                .body(at("assignments", equalTo(officer.getList("assignments"))));
        Api.as(editor)
                .queryParam("knownAt", before)
                .get(Officers.PATH + "/" + officer.getString("id"))
                .then()
                .statusCode(200)
                .body(at("fullName", equalTo("Nguyễn Văn Nhầm")))
                .body(at("birthDate", equalTo("1985-02-03")))
                .body(at("sex", nullValue()))
                .body(at("time.knownAt", equalTo(before)));
        assertThat(Database.query(
                        "select details::text as details from audit_entries where action = 'officer.correct' and resource_id = ?",
                        UUID.fromString(officer.getString("id"))))
                .singleElement()
                .satisfies(entry -> assertThat(String.valueOf(entry.get("details")))
                        .contains("RECORDED_WRONGLY")
                        .doesNotContain("Đúng", "1986"));
    }

    @ParameterizedTest
    @CsvSource({
        "fullName, Nguyễn 2, text.digit-in-name, /data/fullName",
        "birthDate, 2019-05-01, officer.birth-date-late, /data/birthDate",
        "birthDate, 1850-01-01, date.out-of-range, /data/birthDate",
        "personalNumber, 12, officer.number-malformed, /data/personalNumber",
        "fullName, Lê Văn Sai, correction.empty, /data"
    })
    void shouldRefuseCorrectionsThatAreWrong(String property, String value, String code, String pointer) {
        // Given
        var officer = Officers.officer(editor, first, "Lê Văn Sai");

        // When
        var refused = Officers.correct(editor, officer, Map.of(property, value));

        // Then
        refused.then()
                .statusCode(422)
                .body(at("code", equalTo(code)))
                .body(at("errors.pointer", equalTo(List.of(pointer))));
    }

    @Test
    void shouldMoveAnOfficerInOneAct() {
        // Given
        var officer = Officers.officer(editor, first, "Trần Thị Chuyển");

        // When
        var moved = Officers.assign(editor, officer, second, "2021-01-01");

        // Then
        moved.then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body(at("assignments", hasSize(2)))
                .body(at("assignments[0].id", equalTo(officer.getString("assignments[0].id"))))
                .body(at("assignments[0].validTo", equalTo("2021-01-01")))
                .body(at("assignments[1].unit.id", equalTo(second.id().toString())))
                .body(at("assignments[1].validFrom", equalTo("2021-01-01")))
                .body(at("assignments[1].validTo", nullValue()))
                .body(at("assignments[1].main", equalTo(true)))
                .body(at("assignments[1].kind", equalTo("REGULAR")))
                .body(at("assignments[1].decisionNumber", equalTo("77/QĐ-UBND")));
        assertThat(listed(first, "2020-12-31", null)).containsExactly(officer.getString("id"));
        assertThat(listed(second, "2020-12-31", null)).isEmpty();
        assertThat(listed(first, "2021-01-01", null)).isEmpty();
        assertThat(listed(second, "2021-01-01", null)).containsExactly(officer.getString("id"));
    }

    /** Decided on 1 March, entered in June: reports made in between stay what they were. */
    @Test
    void shouldReproduceTheListOfYesterdayAfterALateEntry() {
        // Given
        var officer = Officers.officer(editor, first, "Phạm Văn Muộn");
        var query = Map.of("asOf", "2024-04-01", "unitId", first.id().toString());
        var yesterday = Api.as(editor).queryParams(query).get(Officers.PATH);

        // When
        Officers.move(editor, officer, second, "2024-03-01");

        // Then
        Api.as(editor).queryParams(query).get(Officers.PATH).then().body(at("items", empty()));
        var again = Api.as(editor)
                .queryParams(query)
                .queryParam("knownAt", yesterday.as(Json.class).getString("time.knownAt"))
                .get(Officers.PATH);
        assertThat(again.as(Json.class).getList("items.assignments"))
                .isEqualTo(yesterday.as(Json.class).getList("items.assignments"));
        assertThat(again.as(Json.class).getList("items.fullName"))
                .isEqualTo(yesterday.as(Json.class).getList("items.fullName"))
                .containsExactly("Phạm Văn Muộn");
        assertThat(again.as(Json.class).getMap("time"))
                .isEqualTo(yesterday.as(Json.class).getMap("time"));
    }

    @Test
    void shouldTakeBackWhoHasLeft() {
        // Given
        var officer = Officers.officer(editor, first, "Vũ Thị Trở Lại");
        Officers.close(editor, officer, 0, "2020-01-01").then().statusCode(200);
        var left = Officers.read(editor, officer);

        // When
        var back = Officers.assign(editor, left, first, "2022-01-01");

        // Then
        assertThat(left.getString("status")).isEqualTo("LEFT");
        back.then()
                .statusCode(200)
                .body(at("status", equalTo("IN_SERVICE")))
                .body(at("assignments[0].validTo", equalTo("2020-01-01")))
                .body(at("assignments[1].validFrom", equalTo("2022-01-01")));
    }

    @Test
    void shouldKeepTheCategoryOfEachPost() {
        // Given
        var officer = Officers.officer(editor, first, "Đỗ Văn Ngạch");
        var request = Officers.assignment(second, "2021-01-01");
        @SuppressWarnings("unchecked")
        var data = (Map<String, Object>) java.util.Objects.requireNonNull(request.get("data"));
        data.put("category", "PUBLIC_EMPLOYEE");
        Officers.act(editor, Officers.PATH + "/" + officer.getString("id") + "/actions/assign", officer, request)
                .then()
                .statusCode(200)
                .body(at("category", equalTo("PUBLIC_EMPLOYEE")));

        // When
        var then = Api.as(editor)
                .queryParams(
                        "unitId",
                        department.id(),
                        "unitScope",
                        "SUBTREE",
                        "category",
                        "CIVIL_SERVANT",
                        "asOf",
                        "2020-06-01")
                .get(Officers.PATH);
        var now = Api.as(editor)
                .queryParams("unitId", department.id(), "unitScope", "SUBTREE", "category", "CIVIL_SERVANT")
                .get(Officers.PATH);

        // Then
        then.then().body(at("items.category", contains("CIVIL_SERVANT")));
        now.then().body(at("items", empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "2019-05-01, assignment.ends-before-begin",
        "2017-01-01, assignment.unit-not-in-force",
        "1980-01-01, officer.birth-date-late"
    })
    void shouldRefuseMovesOnDaysThatCannotBe(String day, String code) {
        // Given
        var officer = Officers.officer(editor, first, "Hồ Văn Ngày");

        // When
        var refused = Officers.assign(editor, officer, second, day);

        // Then
        refused.then().statusCode(422).body(at("code", equalTo(code)));
        assertThat(Officers.read(editor, officer).getString("etag")).isEqualTo("\"1\"");
    }

    @Test
    void shouldDemandBothUnitsInTheScopeForAMove() {
        // Given
        var officer = Officers.officer(editor, first, "Ngô Thị Phạm Vi");
        var foreign = Units.department();

        // When
        var out = Officers.assign(editor, officer, foreign, "2021-01-01");
        var ofOld = Officers.assign(Units.editor(first), officer, second, "2021-01-01");
        var ofNew = Officers.assign(Units.editor(second), officer, second, "2021-01-01");

        // Then
        out.then().statusCode(403).body(at("code", equalTo("scope.outside")));
        ofOld.then().statusCode(403).body(at("code", equalTo("scope.outside")));
        ofNew.then().statusCode(404);
    }

    @Test
    void shouldRefuseAStaleVersionAndReplayTheSameRequest() {
        // Given
        var officer = Officers.officer(editor, first, "Lý Văn Cũ");
        var path = Officers.PATH + "/" + officer.getString("id") + "/actions/assign";
        var key = Api.key();
        var request = Officers.assignment(second, "2021-01-01");

        // When
        var done = Api.as(editor)
                .header("Idempotency-Key", key)
                .header("If-Match", "\"1\"")
                .body(request)
                .post(path);
        var replay = Api.as(editor)
                .header("Idempotency-Key", key)
                .header("If-Match", "\"1\"")
                .body(request)
                .post(path);
        var stale = Officers.act(editor, path, "\"1\"", Officers.assignment(first, "2022-01-01"));
        var none = Api.as(editor)
                .header("Idempotency-Key", Api.key())
                .body(request)
                .post(path);

        // Then
        done.then().statusCode(200);
        replay.then().statusCode(200).header("Idempotency-Replayed", "true");
        assertThat(replay.asString()).isEqualTo(done.asString());
        stale.then().statusCode(412).body(at("code", equalTo("precondition.failed")));
        none.then().statusCode(428).body(at("code", equalTo("precondition.required")));
        assertThat(Officers.read(editor, officer).getString("etag")).isEqualTo("\"2\"");
    }

    private List<String> listed(Units.Unit unit, String day, @Nullable String knownAt) {
        var query = new HashMap<String, Object>(Map.of("unitId", unit.id(), "asOf", day));
        if (knownAt != null) {
            query.put("knownAt", knownAt);
        }
        return Api.as(editor)
                .queryParams(query)
                .get(Officers.PATH)
                .as(Json.class)
                .getList("items.id");
    }
}
