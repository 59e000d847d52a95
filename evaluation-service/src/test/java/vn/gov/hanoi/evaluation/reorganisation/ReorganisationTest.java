package vn.gov.hanoi.evaluation.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** A small reform: district Q with communes A and B becomes wards V and W below the department. */
@QuarkusTest
@WithStack
class ReorganisationTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final LocalDate DAY = TODAY.plusDays(30);

    private Units.Unit department;
    private Units.Unit district;
    private Units.Unit communeA;
    private Units.Unit communeB;
    private String editor;
    private String approver;
    private String headOfA;

    @BeforeEach
    void makeDistrict() {
        department = Units.department();
        district = Units.unit("DISTRICT", department);
        communeA = Units.unit("COMMUNE", district);
        communeB = Units.unit("COMMUNE", district);
        editor = Units.editor(department);
        approver = Plans.approver(department);
        headOfA = head(communeA);
        head(communeB);
        for (var unit : List.of(district, communeA, communeA, communeA, communeB, communeB)) {
            Officers.officer(editor, unit, "Nguyễn Thị Bình");
        }
    }

    private String head(Units.Unit unit) {
        var request = Officers.request(Officers.code(), "Trần Văn Chính", unit.id());
        Officers.post(request).put("position", "HEAD");
        Officers.post(request).put("leader", true);
        return Officers.created(editor, request).getString("assignments[0].id");
    }

    private Plans reform() {
        return Plans.on(DAY)
                .create("v", Units.code(), "Phường Vĩnh", "WARD", department.id())
                .create("w", Units.code(), "Phường Võng", "WARD", department.id())
                .dissolve(district.id())
                .dissolve(communeA.id())
                .dissolve(communeB.id())
                .succeed(communeA.id(), "v", "0.4")
                .succeed(communeA.id(), "w", "0.6")
                .succeed(communeB.id(), "w", "1")
                .place(communeA.id(), "SHARE")
                .move(communeB.id(), "w")
                .move(district.id(), "v")
                .except(UUID.fromString(headOfA), "v", "position", "HEAD", "title", "Chủ tịch UBND phường")
                .handOver(district.id(), "w");
    }

    @Test
    void shouldShowWhatAPlanWouldDoWithoutDoingIt() {
        // Given
        var before = facts(DAY);
        var plan = reform().drafted(editor);

        // When
        var preview = Plans.preview(editor, plan.getString("id"));

        // Then
        assertThat(preview.getBoolean("applicable")).isTrue();
        assertThat((Object) preview.get("problem")).isNull();
        assertThat(preview.getMap("totals"))
                .containsAllEntriesOf(Map.of(
                        "unitsMade", 2,
                        "unitsAltered", 0,
                        "unitsDissolved", 3,
                        "people", 8,
                        "postsMoved", 8,
                        "postsEnded", 0,
                        "peopleWithoutMainPost", 0));
        assertThat(preview.getList("flows.posts", Integer.class).stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(8);
        assertThat(preview.getList("otherServices.state")).containsExactly("AWAITED", "AWAITED");
        assertThat(facts(DAY)).isEqualTo(before);
    }

    @Test
    void shouldCountTheSheetsThatAreStillOpenInADissolvedUnit() {
        // Given
        var agency = Evaluations.agency(2);
        Evaluations.opened(agency);
        var keeper = Units.editor(agency.department());
        var plan = Plans.on(DAY)
                .create(
                        "n",
                        Units.code(),
                        "Phòng Mới",
                        "DIVISION",
                        agency.department().id())
                .dissolve(agency.division().id())
                .move(agency.division().id(), "n")
                .handOver(agency.division().id(), "n")
                .drafted(keeper);

        // When
        var preview = Plans.preview(keeper, plan.getString("id"));

        // Then the sheets of two people and of their head, but not that of the director
        assertThat(preview.getInt("totals.openSheets")).isEqualTo(3);
    }

    @Test
    void shouldPlaceEveryOfficerExactlyOnceAndKeepWhatWas() {
        // Given
        var known = Api.as(editor).get(Units.PATH).as(Json.class).getString("time.knownAt");
        var dayBefore = facts(DAY.minusDays(1), known);
        var reported = headcounts(DAY.minusDays(1));

        // When
        var id = reform().applied(editor, approver);

        // Then
        assertThat(facts(DAY.minusDays(1), known)).isEqualTo(dayBefore);
        assertThat(headcounts(DAY.minusDays(1))).isEqualTo(reported);
        assertThat(codes("DIVISION,DISTRICT,COMMUNE", DAY)).isEmpty();
        Map<String, String> wards = Plans.read(editor, id).getMap("newUnits");
        assertThat(people(wards.get("v"))).hasSize(1 + 1 + 1);
        assertThat(people(wards.get("w"))).hasSize(2 + 3);
        assertThat(Database.count("""
                        select count(*) from (select officer_id, count(*) filter (where valid_from < ? and (valid_to is null or valid_to >= ?)) before,
                            count(*) filter (where valid_from <= ? and (valid_to is null or valid_to > ?)) after
                        from assignments where main and superseded_at is null and officer_id in (
                            select officer_id from assignments where plan_id = ?) group by officer_id) o
                        where before <> 1 or after <> 1""", DAY, DAY, DAY, DAY, UUID.fromString(id))).isZero();
        assertThat(Database.count(
                        "select count(*) from unit_successions where plan_id = ? and superseded_at is null",
                        UUID.fromString(id)))
                .isEqualTo(3);
        assertThat(told(id)).containsExactly("drafted", "applied");
    }

    @Test
    void shouldRestoreEverythingWhenUndoneBeforeItsDay() {
        // Given
        var days = List.of(TODAY, DAY.minusDays(1), DAY, DAY.plusYears(1));
        var before = days.stream().map(this::facts).toList();
        var id = reform().applied(editor, approver);
        var between = Api.as(editor).get(Units.PATH).as(Json.class).getString("time.knownAt");
        var inBetween = facts(DAY, between);

        // When
        var operation = Plans.done(approver, id, "revert", Plans.reason());

        // Then
        assertThat(operation.getString("state")).isEqualTo("SUCCEEDED");
        assertThat(days.stream().map(this::facts).toList()).isEqualTo(before);
        assertThat(facts(DAY, between)).isEqualTo(inBetween).isNotEqualTo(before.get(2));
        assertThat(Plans.read(editor, id).getString("state")).isEqualTo("REVERTED");
        assertThat(told(id)).containsExactly("drafted", "applied", "reverted");
    }

    @Test
    void shouldNotUndoAPlanOnTopOfWhichSomethingWasRecorded() {
        // Given
        var id = reform().applied(editor, approver);
        var ward = Plans.read(editor, id).getString("newUnits.v");
        var request = Officers.request(Officers.code(), "Lê Thị Mới", UUID.fromString(ward));
        Officers.post(request).put("validFrom", DAY.plusDays(3).toString());
        Officers.created(editor, request);

        // When
        var operation = Plans.done(approver, id, "revert", Plans.reason());

        // Then
        assertThat(operation.getString("state")).isEqualTo("FAILED");
        assertThat(operation.getString("problem.code")).isEqualTo("reorganisation.changed-since");
        assertThat(operation.getString("problem.args.unitId")).isEqualTo(ward);
        assertThat(Plans.read(editor, id).getString("state")).isEqualTo("APPLIED");
        assertThat((Object) Plans.read(editor, id).get("pending")).isNull();
    }

    @Test
    void shouldRefuseToUndoWhatIsInForce() {
        // Given
        var id = Plans.on(TODAY.minusDays(1))
                .alter(communeA.id(), "name", "Xã Đổi Tên")
                .applied(editor, approver);

        // When
        var etag = Plans.read(approver, id).getString("etag");
        var refused = Plans.act(approver, id, "revert", etag, Plans.reason());

        // Then
        refused.then().statusCode(409).body(at("code", equalTo("reorganisation.in-force")));
    }

    @Test
    void shouldRenameMoveAndRecodeWithEveryDayBeforeUntouched() {
        // Given
        var code = Units.code();

        // When
        Plans.on(DAY)
                .alter(
                        communeA.id(),
                        "name",
                        "Phường Mới",
                        "type",
                        "WARD",
                        "parentId",
                        department.id().toString(),
                        "code",
                        code,
                        "administrativeCode",
                        "%05d".formatted(10_000 + Integer.parseInt(code.substring(5), 36)))
                .applied(editor, approver);

        // Then
        var path = Units.PATH + "/" + communeA.id();
        Api.as(editor)
                .queryParam("asOf", DAY.minusDays(1).toString())
                .get(path)
                .then()
                .body(at("name", equalTo(communeA.name())))
                .body(at("code", equalTo(communeA.code())))
                .body(at("parent.code", equalTo(district.code())))
                .body(at("codes.size()", equalTo(3)));
        Api.as(editor)
                .queryParam("asOf", DAY.toString())
                .get(path)
                .then()
                .body(at("name", equalTo("Phường Mới")))
                .body(at("type", equalTo("WARD")))
                .body(at("code", equalTo(code)))
                .body(at("parent.code", equalTo(department.code())))
                .body(at("states.size()", equalTo(2)));
    }

    /** Everything a report of this part of the City would show on a day: units, officers and their posts. */
    private Map<String, Object> facts(LocalDate day) {
        return facts(day, null);
    }

    private Map<String, Object> facts(LocalDate day, String knownAt) {
        var facts = new LinkedHashMap<String, Object>();
        for (var path : List.of(Units.PATH, Officers.PATH)) {
            var request = Api.as(editor).queryParam("asOf", day.toString()).queryParam("limit", 500);
            if (knownAt != null) {
                request.queryParam("knownAt", knownAt);
            }
            List<Map<String, Object>> items = request.get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .as(Json.class)
                    .getList("items");
            items.forEach(item -> {
                item.remove("etag");
                item.remove("version");
            });
            facts.put(path, items);
        }
        return facts;
    }

    /** The report of a day as it was, without the moment of reading. */
    private String headcounts(LocalDate day) {
        var body = Api.as(editor)
                .queryParam("asOf", day.toString())
                .get("/evaluation/v1/headcounts")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return body.substring(0, body.indexOf("\"time\""));
    }

    private List<String> codes(String types, LocalDate day) {
        return Api.as(editor)
                .queryParam("asOf", day.toString())
                .queryParam("type", List.of(types.split(",")))
                .get(Units.PATH)
                .as(Json.class)
                .getList("items.code");
    }

    private List<String> people(String unit) {
        return Api.as(editor)
                .queryParam("asOf", DAY.toString())
                .queryParam("unitId", unit)
                .get(Officers.PATH)
                .as(Json.class)
                .getList("items.id");
    }

    private static List<String> told(String id) {
        return Database.query("""
                        select type from (select type, sequence from outbox_events where aggregate_id = ?
                            union all select type, sequence from event_log where aggregate_id = ?) e order by sequence""", UUID.fromString(id), UUID.fromString(id)).stream()
                .map(row -> String.valueOf(row.get("type")).split("\\.")[5])
                .toList();
    }
}
