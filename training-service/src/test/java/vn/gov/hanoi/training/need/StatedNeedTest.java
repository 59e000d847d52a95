package vn.gov.hanoi.training.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestPlan;
import vn.gov.hanoi.training.support.TestProposal;

/** Needs that people state and posts require; confirmed by who neither asked nor is meant, and taken up by one line each. */
@QuarkusTest
@WithStack
class StatedNeedTest {
    private static final String PATH = "/training/v1/training-needs";

    private UUID officer;

    @BeforeEach
    void meetAnOfficer() {
        City.known();
        officer = City.officer(City.WARD);
    }

    private static Map<String, @Nullable Object> need(UUID officer, String criterion) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("officerId", officer);
        body.put("origin", "PERSON");
        body.put("year", 2027);
        body.put("criterion", criterion);
        body.put("content", "SCIENCE_DIGITAL");
        return body;
    }

    private static RequestSpecification manager(City.Told unit) {
        return Api.as(Tokens.user("manager." + unit.code())
                .unit(unit.code())
                .officer("CB-MANAGER")
                .roles("training-manager", "training-planner")
                .token());
    }

    private static Json stated(UUID officer, String criterion) {
        return TestPlan.post(TestProposal.planner(City.WARD), PATH, need(officer, criterion))
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class);
    }

    private static Response act(RequestSpecification who, Json need, String action) {
        return TestPlan.post(
                who.header("If-Match", need.getString("etag")),
                PATH + "/" + need.getString("id") + "/actions/" + action,
                action.equals("reject") ? Map.of("reason", "Đã được bồi dưỡng") : Map.of());
    }

    @Test
    void shouldBeConfirmedOrRefusedByAManagerAndByNobodyElse() {
        // Given
        var first = stated(officer, "DIGITAL");
        var second = stated(officer, "ENGLISH");

        // When
        var planner = act(TestProposal.planner(City.WARD), first, "approve");
        var own = act(
                Api.as(Tokens.user("someone.H26.23.13")
                        .unit("H26.23.13")
                        .roles("training-manager", "training-planner")
                        .token()),
                first,
                "approve");
        var herself = act(
                Api.as(Tokens.user("herself")
                        .unit("H26.23")
                        .officer(first.getString("officer.code"))
                        .roles("training-manager")
                        .token()),
                first,
                "approve");
        var beside = act(manager(City.OTHER_DISTRICT), first, "approve");
        var confirmed = act(manager(City.DISTRICT), first, "approve");
        var stale = act(manager(City.DISTRICT), first, "approve");
        var refusal = act(manager(City.WARD), second, "reject");
        var late = act(manager(City.WARD), refusal.as(Json.class), "approve");

        // Then
        planner.then().statusCode(403).body(at("code", equalTo("auth.role-missing")));
        own.then().statusCode(403).body(at("code", equalTo("authority.own-act")));
        herself.then().statusCode(403).body(at("code", equalTo("authority.own-act")));
        beside.then().statusCode(404);
        confirmed.then().statusCode(200).header("ETag", "\"2\"").body(at("state", equalTo("OPEN")));
        stale.then().statusCode(412);
        refusal.then()
                .statusCode(200)
                .body(at("state", equalTo("REFUSED")))
                .body(at("refusalReason", equalTo("Đã được bồi dưỡng")));
        late.then().statusCode(409).body(at("code", equalTo("training.need-decided")));
    }

    @Test
    void shouldBeOneForAPersonCriterionAndYear() {
        // Given
        var first = stated(officer, "DIGITAL");
        long before = Database.count("select count(*) from training_needs");

        // When
        var again = TestPlan.post(TestProposal.planner(City.WARD), PATH, need(officer, "DIGITAL"));
        var outside = TestPlan.post(TestProposal.planner(City.OTHER_DISTRICT), PATH, need(officer, "ENGLISH"));
        var abolished = need(officer, "ENGLISH");
        abolished.put("content", "FOREIGN_LANGUAGES");
        var old = TestPlan.post(TestProposal.planner(City.WARD), PATH, abolished);
        var invented = need(officer, "ENGLISH");
        invented.put("origin", "REQUIRED_TRAINING");
        var forged = TestPlan.post(TestProposal.planner(City.WARD), PATH, invented);

        // Then
        again.then().statusCode(409).body(at("code", equalTo("training.need-exists")));
        outside.then().statusCode(422).body(at("code", equalTo("training.officer-unknown")));
        old.then().statusCode(422).body(at("code", equalTo("training.code-not-in-force")));
        forged.then().statusCode(400).body(at("errors.pointer", contains("/origin")));
        assertThat(Database.count("select count(*) from training_needs")).isEqualTo(before);
        act(manager(City.WARD), first, "reject").then().statusCode(200);
        stated(officer, "DIGITAL");
    }

    @Test
    void shouldOpenWhatAPostRequiresOnceHoweverOftenItIsTold() {
        // Given
        var leader = UUID.randomUUID();
        var post = UUID.randomUUID();
        var before = UUID.randomUUID();

        // When
        tell(leader, 1, post(before, true, "2024-01-01"), post(post, true, "2026-03-01"));
        tell(leader, 2, post(before, true, "2024-01-01"), post(post, true, "2026-03-01"));
        tell(officer, 5, post(UUID.randomUUID(), false, "2026-03-01"));
        tell(officer, 3, post(UUID.randomUUID(), true, "2026-03-01"));
        tell(officer, 6, post(UUID.randomUUID(), false, "2026-03-01"));

        // Then
        var needs = Callers.city()
                .queryParam("officerId", leader)
                .get(PATH)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
        assertThat(needs.getList("items.reasons[0]")).containsExactly("LEADER_AFTER_APPOINTMENT");
        assertThat(needs.getString("items[0].dueOn")).isEqualTo("2027-03-01");
        assertThat(needs.getString("items[0].state")).isEqualTo("OPEN");
        assertThat(needs.getInt("items[0].year")).isEqualTo(2027);
        assertThat(Database.count("select count(*) from training_needs where officer_id = ?", officer))
                .isZero();
    }

    private static Map<String, Object> post(UUID id, boolean leader, String from) {
        return Map.of(
                "id",
                id,
                "unitId",
                City.WARD.id(),
                "position",
                "HEAD",
                "title",
                "Chủ tịch",
                "leader",
                leader,
                "main",
                from.startsWith("2026"),
                "validFrom",
                from);
    }

    private static void tell(UUID officer, long sequence, Map<?, ?>... posts) {
        var data = Map.of(
                "id",
                officer,
                "officerCode",
                "CB" + officer.toString().substring(0, 8),
                "fullName",
                "Trần Văn Mẫu",
                "category",
                "CIVIL_SERVANT",
                "assignments",
                List.of(posts));
        Events.send(
                "directory.officer",
                officer.toString(),
                Events.envelope("directory.officer", "officers", officer, sequence, data));
        await("officer arrives")
                .atMost(Duration.ofSeconds(20))
                .until(() -> Database.count("select coalesce(max(sequence), 0) from officers where id = ?", officer)
                        >= sequence);
    }

    @Test
    void shouldFillALineOfAProposalOnce() {
        // Given
        int year = TestProposal.nextYear();
        var open =
                act(manager(City.WARD), stated(officer, "DIGITAL"), "approve").as(Json.class);
        var proposed = stated(officer, "ENGLISH");
        var count = count();

        // When
        var tooEarly = draft(year, City.WARD, proposed);
        var beside = draft(year, City.OTHER_DISTRICT, open);
        var filled = draft(year, City.WARD, open);
        var twice = draft(year, City.DISTRICT, open);

        // Then
        tooEarly.then()
                .statusCode(422)
                .body(at("code", equalTo("training.need-unknown")))
                .body(at("errors.pointer", contains("/lines/0/needIds/0")));
        beside.then().statusCode(422).body(at("code", equalTo("training.need-unknown")));
        filled.then().statusCode(201).body(at("lines[0].needs", equalTo(1)));
        twice.then().statusCode(409).body(at("code", equalTo("training.need-taken")));
        assertThat(Callers.city()
                        .get(PATH + "/" + open.getString("id"))
                        .as(Json.class)
                        .getString("proposalLineId"))
                .isEqualTo(filled.as(Json.class).getString("lines[0].id"));
        assertThat(count()).isEqualTo(count - 1);
    }

    private static Response draft(int year, City.Told unit, Json need) {
        var line = TestProposal.line("Kỹ năng số", "DISTRICT_BUDGETS", 1, 1, null);
        line.put("needIds", List.of(need.getString("id")));
        return TestProposal.draft(TestProposal.planner(unit), year, unit, line);
    }

    /** Open needs of the ward for 2027 that could fill a line. */
    private static long count() {
        var counts = TestProposal.planner(City.WARD)
                .queryParam("year", 2027)
                .get("/training/v1/training-need-counts")
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
        return counts.<Map<String, Object>>getList("items").stream()
                .filter(each -> "PERSON".equals(each.get("origin")))
                .mapToLong(each -> ((Number) each.get("needs")).longValue())
                .sum();
    }
}
