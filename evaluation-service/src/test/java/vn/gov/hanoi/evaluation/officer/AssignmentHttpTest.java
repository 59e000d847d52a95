package vn.gov.hanoi.evaluation.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Posts beside the main one, their ends and corrections. */
@QuarkusTest
@WithStack
class AssignmentHttpTest {
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

    @ParameterizedTest
    @ValueSource(strings = {"CONCURRENT", "SECONDMENT", "ACTING"})
    void shouldRecordAPostBesideTheMainOne(String kind) {
        // Given
        var officer = Officers.officer(editor, first, "Nguyễn Kiêm Nhiệm");

        // When
        var created = Officers.further(editor, officer, second, kind);

        // Then
        created.then()
                .statusCode(201)
                .header("ETag", "\"2\"")
                .header(
                        "Location",
                        Officers.POSTS + "/" + created.as(Json.class).getString("id"))
                .body(at("officer.officerCode", equalTo(officer.getString("officerCode"))))
                .body(at("assignment.kind", equalTo(kind)))
                .body(at("assignment.main", equalTo(false)))
                .body(at("assignment.category", equalTo("CIVIL_SERVANT")))
                .body(at("assignment.unit.id", equalTo(second.id().toString())));
        var read = Api.as(editor).get(created.header("Location"));
        read.then().statusCode(200).header("ETag", "\"2\"");
        assertThat((Object) read.as(Json.class).get())
                .isEqualTo(created.as(Json.class).get());
        assertThat(Officers.read(editor, officer).getList("assignments")).hasSize(2);
    }

    @Test
    void shouldListPostsOfADayByOfficerAndByUnit() {
        // Given
        var officer = Officers.officer(editor, first, "Trần Hai Việc");
        Officers.further(editor, officer, second, "CONCURRENT").then().statusCode(201);

        // When
        var ofOfficer = Api.as(editor)
                .queryParams("officerId", officer.getString("id"), "count", true)
                .get(Officers.POSTS);
        var earlier = Api.as(editor)
                .queryParams("officerId", officer.getString("id"), "asOf", "2019-12-31")
                .get(Officers.POSTS);
        var ofUnit = Api.as(editor).queryParams("unitId", second.id()).get(Officers.POSTS);
        var page = Api.as(editor)
                .queryParams("officerId", officer.getString("id"), "limit", 1)
                .get(Officers.POSTS);
        var next = Api.as(editor)
                .queryParams(
                        "officerId",
                        officer.getString("id"),
                        "limit",
                        1,
                        "cursor",
                        page.as(Json.class).getString("page.next"))
                .get(Officers.POSTS);
        var elsewhere = Api.as(Units.editor(Units.department()))
                .queryParams("unitId", second.id())
                .get(Officers.POSTS);

        // Then
        ofOfficer
                .then()
                .body(at("items.assignment.main", contains(true, false)))
                .body(at("page.count", equalTo(2)));
        earlier.then().body(at("items.assignment.main", contains(true)));
        ofUnit.then().body(at("items.officer.id", contains(officer.getString("id"))));
        page.then().body(at("items.assignment.main", contains(true)));
        next.then().body(at("items.assignment.main", contains(false))).body(at("page.next", nullValue()));
        elsewhere.then().statusCode(200).body(at("items", empty()));
    }

    @Test
    void shouldEndAPostAndSeeWhoIsGone() {
        // Given
        var officer = Officers.officer(editor, first, "Lê Thị Nghỉ");

        // When
        var closed = Officers.close(editor, officer, 0, "2022-07-01");

        // Then
        closed.then().statusCode(200).header("ETag", "\"2\"").body(at("assignment.validTo", equalTo("2022-07-01")));
        Officers.close(editor, Officers.read(editor, officer), 0, "2023-01-01")
                .then()
                .statusCode(409)
                .body(at("code", equalTo("assignment.ended")))
                .body(at("args.validTo", equalTo("2022-07-01")));
        assertThat(Database.query(
                        "select ended_on::text as day from officers where id = ?",
                        UUID.fromString(officer.getString("id"))))
                .first()
                .satisfies(row -> assertThat(row).containsEntry("day", "2022-07-01"));
        // Who left is still seen where the last post was, and nowhere in today's list.
        assertThat(Officers.read(Units.editor(first), officer).getString("status"))
                .isEqualTo("LEFT");
        Api.as(editor)
                .queryParam("unitId", first.id())
                .get(Officers.PATH)
                .then()
                .body(at("items", empty()));
    }

    @Test
    void shouldCorrectAPost() {
        // Given
        var officer = Officers.officer(editor, first, "Mai Văn Chức");

        // When
        var corrected = Officers.correctPost(
                editor,
                officer,
                0,
                Map.of(
                        "title",
                        " Phó Trưởng phòng ",
                        "position",
                        "DEPUTY_HEAD",
                        "leader",
                        true,
                        "validFrom",
                        "2019-06-01"));

        // Then
        corrected
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body(at("assignment.id", equalTo(officer.getString("assignments[0].id"))))
                .body(at("assignment.title", equalTo("Phó Trưởng phòng")))
                .body(at("assignment.position", equalTo("DEPUTY_HEAD")))
                .body(at("assignment.leader", equalTo(true)))
                .body(at("assignment.validFrom", equalTo("2019-06-01")));
        Api.as(editor)
                .queryParam("knownAt", officer.getString("time.knownAt"))
                .get(Officers.POSTS + "/" + officer.getString("assignments[0].id"))
                .then()
                .statusCode(200)
                .body(at("assignment.title", equalTo("Chuyên viên")));
        Officers.correctPost(editor, Officers.read(editor, officer), 0, Map.of())
                .then()
                .statusCode(422)
                .body(at("code", equalTo("correction.empty")));
        Officers.correctPost(editor, Officers.read(editor, officer), 0, Map.of("validFrom", "2017-01-01"))
                .then()
                .statusCode(422)
                .body(at("code", equalTo("assignment.unit-not-in-force")));
    }

    @Test
    void shouldRefuseAPostBeyondTheEndOfItsUnit() {
        // Given
        var short1 = Units.request(Units.code(), "DIVISION", department.id());
        short1.put("validTo", "2021-01-01");
        var closed = Units.of(Units.created(editor, short1));
        var officer = Officers.officer(editor, first, "Bùi Văn Hạn");
        var request = Officers.furtherRequest(officer, closed, "CONCURRENT");

        // When
        var open = Officers.further(editor, request);
        request.put("validTo", "2021-01-01");
        var within = Officers.further(editor, request);

        // Then
        open.then()
                .statusCode(422)
                .body(at("code", equalTo("assignment.unit-not-in-force")))
                .body(at("args.validFrom", equalTo("2021-01-01")))
                .body(at("errors.pointer", contains("/unitId")));
        within.then().statusCode(201);
    }

    @Test
    void shouldCountAnActingHeadAsTheHead() {
        // Given
        var head = Officers.request(Officers.code(), "Hoàng Thị Trưởng", first.id());
        Officers.post(head).put("position", "HEAD");
        Officers.created(editor, head);
        var other = Officers.officer(editor, second, "Hoàng Văn Quyền");
        var request = Officers.furtherRequest(other, first, "ACTING");
        request.put("position", "HEAD");

        // When
        var refused = Officers.further(editor, request);

        // Then
        refused.then().statusCode(409).body(at("code", equalTo("assignment.head-exists")));
    }

    @Test
    void shouldLetOnlyThoseInChargeOfTheUnitChangeItsPosts() {
        // Given
        var officer = Officers.officer(editor, first, "Phan Văn Hai Nơi");
        Officers.further(editor, officer, second, "SECONDMENT").then().statusCode(201);
        var now = Officers.read(editor, officer);
        var host = Units.editor(second);

        // When
        var foreign = Officers.close(host, now, 0, "2021-01-01");
        var name = Officers.correct(host, now, Map.of("fullName", "Phan Văn Khác"));
        var own = Officers.close(host, now, 1, "2021-01-01");
        var reader = Officers.close(Units.reader(department), now, 0, "2021-01-01");

        // Then
        foreign.then().statusCode(403).body(at("code", equalTo("scope.outside")));
        name.then().statusCode(403).body(at("code", equalTo("scope.outside")));
        own.then().statusCode(200);
        reader.then().statusCode(403).body(at("code", equalTo("auth.role-missing")));
        Officers.close(editor, now, 0, "2021-01-01").then().statusCode(412);
    }

    @Test
    void shouldTellKindAndCategoryOfEachPost() {
        // Given
        var officer = Officers.officer(editor, first, "Tạ Thị Sự Kiện");

        // When
        Officers.further(editor, officer, second, "ACTING").then().statusCode(201);

        // Then
        Awaitility.await().untilAsserted(() -> {
            var told = Database.query(
                    "select convert_from(envelope, 'UTF8') as text from event_log where aggregate_id = ? order by sequence desc limit 1",
                    UUID.fromString(officer.getString("id")));
            assertThat(told).hasSize(1);
            var data = Json.from(String.valueOf(told.getFirst().get("text")));
            assertThat(data.getList("data.assignments.kind")).containsExactly("REGULAR", "ACTING");
            assertThat(data.getList("data.assignments.category")).containsExactly("CIVIL_SERVANT", "CIVIL_SERVANT");
            assertThat(data.getLong("data.version")).isEqualTo(2);
        });
    }
}
