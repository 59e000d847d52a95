package vn.gov.hanoi.evaluation.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Delegations;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

@QuarkusTest
@WithStack
class ExplainHttpTest {
    private Units.Unit department;
    private Units.Unit division;
    private String editor;
    private Json head;

    @BeforeEach
    void makeDepartment() {
        department = Units.department();
        division = Units.unit("DIVISION", department);
        editor = Units.editor(department);
        head = Delegations.head(editor, department, "Nguyễn Văn Trưởng", "2020-01-01");
    }

    @Test
    void shouldLetTheNewHeadActAtOnceAndTheOldOneNoMore() {
        // Given
        var successor = Officers.officer(editor, division, "Trần Thị Kế");
        var takeOver = Officers.assignment(department, "2026-03-01");
        takeOver.put(
                "data",
                Map.of(
                        "unitId", department.id(),
                        "position", "HEAD",
                        "title", "Giám đốc",
                        "leader", true,
                        "category", "CIVIL_SERVANT"));
        Officers.move(editor, head, division, "2026-03-01");
        var vacant = heads("2026-03-01");

        // When
        Officers.act(editor, Officers.PATH + "/" + successor.getString("id") + "/actions/assign", successor, takeOver)
                .then()
                .statusCode(200);

        // Then
        assertThat((Object) vacant.get("head")).isNull();
        assertThat(allowed(head, "2026-02-28")).isTrue();
        assertThat(allowed(successor, "2026-02-28")).isFalse();
        assertThat(allowed(head, "2026-03-01")).isFalse();
        assertThat(allowed(successor, "2026-03-01")).isTrue();
        var now = heads("2026-03-01");
        assertThat(now.getString("head.officer.fullName")).isEqualTo("Trần Thị Kế");
        assertThat((Object) now.get("history[0].head")).isNull();
        assertThat(now.getList("history.head.officer.fullName")).containsExactly("Nguyễn Văn Trưởng", "Trần Thị Kế");
        assertThat(now.getList("history.validFrom")).containsExactly("2018-01-01", "2020-01-01", "2026-03-01");
    }

    @Test
    void shouldKnowAnActingHeadAndThatHeIsAway() {
        // Given
        var acting = Officers.officer(editor, department, "Lê Phụ Trách");
        var request = Officers.furtherRequest(acting, division, "ACTING");
        request.put("position", "HEAD");
        request.put("leader", true);
        Officers.further(editor, request).then().statusCode(201);
        Officers.absence(editor, Officers.read(editor, acting), "STUDY", "2026-01-01", "2026-02-01")
                .then()
                .statusCode(201);

        // When
        var away = Api.as(editor).queryParam("asOf", "2026-01-15").get(Units.PATH + "/" + division.id() + "/heads");
        var back = Api.as(editor).queryParam("asOf", "2026-02-15").get(Units.PATH + "/" + division.id() + "/heads");

        // Then
        away.then().statusCode(200).body(at("head.acting", equalTo(true))).body(at("absent", equalTo(true)));
        back.then().statusCode(200).body(at("absent", equalTo(false)));
        Delegations.explain(editor, acting, division, "SCORE", "2026-01-15")
                .then()
                .body(at("allowed", equalTo(true)))
                .body(at("reasons[0].acting", equalTo(true)));
    }

    @Test
    void shouldLetTheDistrictChairmanActUntilTheLastDayOfTheDistrict() {
        // Given
        var city = Units.editor(Units.city());
        var request = Units.request(Units.code(), "DISTRICT", Units.city().id());
        request.put("validTo", "2025-07-01");
        var district = Units.of(Units.created(city, request));
        var below = Units.request(Units.code(), "COMMUNE", district.id());
        below.put("validTo", "2025-07-01");
        var commune = Units.of(Units.created(city, below));
        var chairman = Officers.request(Officers.code(), "Đỗ Chủ Tịch", district.id());
        Officers.post(chairman).putAll(Map.of("position", "HEAD", "leader", true, "validTo", "2025-07-01"));
        var officer = Officers.created(city, chairman);

        // When
        var last = Delegations.explain(city, officer, commune, "SCORE", "2025-06-30");
        var over = Delegations.explain(city, officer, commune, "SCORE", "2025-07-01");

        // Then
        last.then().body(at("allowed", equalTo(true))).body(at("reasons[0].unit.code", equalTo(district.code())));
        over.then().body(at("allowed", equalTo(false))).body(at("blockedBy[0].code", equalTo("authority.missing")));
    }

    @Test
    void shouldLetNobodyActOnTheOwnCaseAndNoDeputyOnThatOfTheGiver() {
        // Given
        var deputy = Officers.officer(editor, division, "Trần Thị Phó");
        Delegations.created(editor, Delegations.request(head, deputy, department));
        var staff = Officers.officer(editor, division, "Lê Nhân Viên");

        // When
        var self = onCase(head, head);
        var deputyOfGiver = onCase(deputy, head);
        var headOfDeputy = onCase(head, deputy);
        var deputyOfStaff = onCase(deputy, staff);

        // Then
        self.then()
                .body(at("allowed", equalTo(false)))
                .body(at("blockedBy.code", equalTo(List.of("authority.own-act"))));
        deputyOfGiver
                .then()
                .body(at("allowed", equalTo(false)))
                .body(at("blockedBy.code", equalTo(List.of("authority.own-act"))));
        headOfDeputy.then().body(at("allowed", equalTo(true))).body(at("units", nullValue()));
        deputyOfStaff
                .then()
                .body(at("allowed", equalTo(true)))
                .body(at("reasons[0].decisionNumber", equalTo("77/QĐ-UBND")));
    }

    @Test
    void shouldNameTheUnitsThatTheCallerMaySee() {
        // When
        var whole = Delegations.explain(
                editor, Map.of("officerId", head.getString("id"), "action", "ANNOUNCE", "asOf", "2026-03-01"));
        var nothing = Delegations.explain(
                editor, Map.of("officerId", head.getString("id"), "action", "ANNOUNCE", "asOf", "2019-01-01"));

        // Then
        whole.then().body(at("allowed", equalTo(true))).body(at("moreUnits", equalTo(false)));
        assertThat(whole.as(Json.class).getList("units.code")).containsExactly(department.code(), division.code());
        nothing.then().body(at("allowed", equalTo(false))).body(at("units", equalTo(List.of())));
    }

    @Test
    void shouldAnswerAsItWasKnown() {
        // Given
        var before = Delegations.explain(editor, head, department, "SCORE", "2020-06-01")
                .as(Json.class)
                .getString("time.knownAt");
        Officers.correctPost(editor, head, 0, Map.of("validFrom", "2021-01-01"))
                .then()
                .statusCode(200);

        // When
        var now = Delegations.explain(editor, head, department, "SCORE", "2020-06-01");
        var then = Delegations.explain(
                editor,
                Map.of(
                        "officerId",
                        head.getString("id"),
                        "unitId",
                        department.id(),
                        "action",
                        "SCORE",
                        "asOf",
                        "2020-06-01",
                        "knownAt",
                        before));

        // Then
        now.then().body(at("allowed", equalTo(false)));
        then.then().body(at("allowed", equalTo(true))).body(at("time.knownAt", equalTo(before)));
    }

    @Test
    void shouldHideForeignOfficersAndUnits() {
        // Given
        var other = Units.department();
        var stranger = Units.reader(other);
        var theirs = Officers.officer(Units.editor(other), other, "Lê Khác");

        // When
        var officer = Delegations.explain(stranger, head, other, "SCORE", "2026-03-01");
        var unit = Delegations.explain(stranger, theirs, department, "SCORE", "2026-03-01");
        var second = Delegations.explain(
                stranger,
                Map.of(
                        "officerId", theirs.getString("id"),
                        "otherOfficerId", head.getString("id"),
                        "action", "SCORE"));
        var heads = Api.as(stranger).get(Units.PATH + "/" + department.id() + "/heads");

        // Then
        for (var hidden : List.of(officer, unit, second, heads)) {
            hidden.then().statusCode(404).body(at("code", equalTo("resource.not-found")));
        }
    }

    @Test
    void shouldPublishTheListOfActions() {
        // When
        var list = Api.as(editor).get("/evaluation/v1/code-lists/authority-actions");
        var same = Api.as(editor)
                .header("If-None-Match", list.header("ETag"))
                .get("/evaluation/v1/code-lists/authority-actions");

        // Then
        list.then().statusCode(200).header("Cache-Control", "private, max-age=60");
        assertThat(list.as(Json.class).getList("items.code"))
                .startsWith("SCORE")
                .endsWith("REMEDY")
                .hasSize(11);
        assertThat(list.as(Json.class).getString("items[0].names.vi")).isEqualTo("Chấm điểm");
        same.then().statusCode(304);
    }

    private boolean allowed(Json officer, String day) {
        return Delegations.explain(editor, officer, department, "DECIDE", day)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class)
                .getBoolean("allowed");
    }

    private Response onCase(Json officer, Json other) {
        return Delegations.explain(
                editor,
                Map.of(
                        "officerId",
                        officer.getString("id"),
                        "otherOfficerId",
                        other.getString("id"),
                        "action",
                        "SCORE",
                        "asOf",
                        "2026-03-01"));
    }

    private Json heads(String day) {
        return Api.as(editor)
                .queryParam("asOf", day)
                .get(Units.PATH + "/" + department.id() + "/heads")
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }
}
