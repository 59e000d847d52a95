package vn.gov.hanoi.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestPlan;

@QuarkusTest
@WithStack
class ListTest {
    private static final String BASE = "/training/v1/";
    private static final int CLASSES = 5;

    private static TestPlan filled;

    private TestPlan plan;

    @BeforeEach
    void fillAPlan() {
        if (filled == null) {
            filled = TestPlan.create(CLASSES, 1_000);
            TestPlan.create(1, 1);
            for (int i = 0; i < CLASSES; i++) {
                // Two classes of each day, so that the id has to decide.
                var request = filled.newClass("C-1", 1, 1 + i);
                request.put("startsOn", filled.year() + "-05-1" + i / 2);
                TestPlan.post(Callers.city(), TestPlan.CLASSES, request).then().statusCode(201);
            }
        }
        plan = filled;
    }

    @ParameterizedTest
    @CsvSource({
        "plans, 1",
        "plans, 2",
        "plan-decisions, 1",
        "plan-decisions, 3",
        "plan-lines, 2",
        "plan-lines, 4",
        "accounts, 2",
        "ledger-entries, 2",
        "ledger-entries, 7",
        "classes, 1",
        "classes, 2"
    })
    void shouldWalkEveryListWithoutLossOrRepeat(String list, int limit) {
        // Given
        var whole = items(list(list, Map.of("limit", 500)));

        // When
        var walked = walk(list, Map.of("limit", limit));

        // Then
        assertThat(walked).hasSizeGreaterThan(1).doesNotHaveDuplicates().isEqualTo(whole);
    }

    @Test
    void shouldGoOnBehindTheLastItemAlthoughTheListGrew() {
        // Given
        var growing = TestPlan.create(CLASSES, 1_000);
        var filter = new HashMap<String, Object>(Map.of("planId", growing.planId(), "limit", 1));
        for (int day = 3; day < 6; day += 2) {
            open(growing, day);
        }
        var first = list("classes", filter);
        filter.put("cursor", next(first));

        // When
        open(growing, 2);
        open(growing, 4);
        var second = list("classes", filter);

        // Then
        assertThat(second.as(Json.class).getList("items.startsOn")).isEqualTo(List.of(growing.year() + "-05-04"));
    }

    private static void open(TestPlan plan, int day) {
        var request = plan.newClass("C-1", 1, 1);
        request.put("startsOn", plan.year() + "-05-0" + day);
        TestPlan.post(Callers.city(), TestPlan.CLASSES, request).then().statusCode(201);
    }

    @Test
    void shouldKeepTheOrderThatEachListPromises() {
        assertThat(list("plans", Map.of("limit", 500)).as(Json.class).<Integer>getList("items.year"))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(list("classes", Map.of("planId", plan.planId()))
                        .as(Json.class)
                        .<String>getList("items.startsOn"))
                .hasSize(CLASSES)
                .isSorted();
        assertThat(list("plan-lines", Map.of("planId", plan.planId()))
                        .as(Json.class)
                        .getList("items.code"))
                .isEqualTo(List.of("C-1", "D-1", "P-1"));
        assertThat(list("accounts", Map.of("planId", plan.planId()))
                        .as(Json.class)
                        .<String>getList("items.block"))
                .isSorted();
        assertThat(list("ledger-entries", Map.of("accountId", plan.account("C")))
                        .as(Json.class)
                        .<Integer>getList("items.seq"))
                .containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void shouldFilterAndCountWhatTheFilterLeaves() {
        // Then
        count("plans", Map.of("year", plan.year()), 1);
        count("plan-decisions", Map.of("planId", plan.planId(), "year", plan.year()), 1);
        count("plan-decisions", Map.of("planId", plan.planId(), "year", plan.year() + 1), 0);
        count("plan-lines", Map.of("planId", plan.planId(), "block", "D"), 1);
        count("accounts", Map.of("planId", plan.planId(), "fundingSource", "CITY_BUDGET"), 2);
        count("accounts", Map.of("year", plan.year(), "block", "NONE"), 0);
        count("ledger-entries", Map.of("planId", plan.planId(), "kind", "ALLOCATION"), 3);
        count("ledger-entries", Map.of("planId", plan.planId(), "kind", "COMMITMENT"), CLASSES);
        count("classes", Map.of("planLineId", plan.line("C-1")), CLASSES);
        count("classes", Map.of("planLineId", plan.line("D-1")), 0);
        count("classes", Map.of("planId", plan.planId(), "unitId", City.CITY.id()), 0);
        count("classes", unitScope("CHILDREN"), CLASSES);
        count("classes", unitScope("SUBTREE"), CLASSES);
        count("classes", unitScope("SELF"), 0);
    }

    @Test
    void shouldCountOnlyWhenAsked() {
        list("classes", Map.of("planId", plan.planId(), "limit", 2))
                .then()
                .body(at("items", hasSize(2)))
                .body(at("page.limit", equalTo(2)))
                .body(at("page.count", nullValue()))
                .body(at("time.asOf", notNullValue()))
                .body(at("time.knownAt", notNullValue()));
        list("classes", Map.of("planId", plan.planId(), "limit", 2, "count", "true"))
                .then()
                .body(at("items", hasSize(2)))
                .body(at("page.count", equalTo(CLASSES)))
                .body(at("page.countIsLowerBound", nullValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plans", "plan-decisions", "plan-lines", "accounts", "ledger-entries", "classes"})
    void shouldTakeACursorForItsOwnQuestionAndViewerOnly(String list) {
        // Given
        var cursor = next(list(list, Map.of("limit", 1)));
        var page = Map.<String, Object>of("limit", 1, "cursor", cursor);
        var filtered = new HashMap<>(page);
        filtered.put(list.equals("plans") ? "year" : "planId", list.equals("plans") ? 2021 : plan.planId());
        var otherList = list.equals("plans") ? "classes" : "plans";

        // Then
        list(list, page).then().statusCode(200);
        refused(list(list, filtered));
        refused(list(otherList, page));
        refused(list(Callers.of(City.CITY, "training-reader"), list, page));
        refused(list(Callers.district(), list, page));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAA", "%00", "../../", "eyJrZXlzIjpbXX0", "null"})
    void shouldRefuseAForgedCursor(String forged) {
        refused(list("plans", Map.of("cursor", forged)));
    }

    @Test
    void shouldRefuseEveryAlteredCursor() {
        // Given
        var cursor = next(list("plans", Map.of("limit", 1)));

        // Then
        list("plans", Map.of("limit", 1, "cursor", cursor)).then().statusCode(200);
        for (int i = 0; i < cursor.length() - 1; i += 7) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            refused(list(
                    "plans", Map.of("limit", 1, "cursor", cursor.substring(0, i) + other + cursor.substring(i + 1))));
        }
        refused(list("plans", Map.of("limit", 1, "cursor", cursor.repeat(2))));
        refused(list("plans", Map.of("limit", 1, "cursor", "A".repeat(3_000))));
    }

    @ParameterizedTest
    @CsvSource({
        "plans, year, twenty",
        "plans, year, 99999999999",
        "plans, limit, 0",
        "plans, limit, 501",
        "plans, limit, -1",
        "plans, count, yes",
        "plan-lines, status, OPEN",
        "plan-lines, planId, 12",
        "accounts, fundingSource, LOAN",
        "ledger-entries, kind, UNDO",
        "ledger-entries, accountId, x",
        "classes, unitId, x",
        "classes, unitScope, ALL",
        "classes, unitScope, SUBTREE"
    })
    void shouldRefuseParametersThatItCannotRead(String list, String name, String value) {
        list(list, Map.of(name, value))
                .then()
                .statusCode(400)
                .body(at("code", equalTo("query.invalid-parameter")))
                .body(at("errors[0].parameter", equalTo(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "C\u0000", "%", "c", "' or 1=1 --"})
    void shouldRefuseACodeThatNoBlockCanBear(String code) {
        for (var list : List.of("accounts", "plan-lines")) {
            list(list, Map.of("block", code))
                    .then()
                    .statusCode(400)
                    .body(at("code", equalTo("query.invalid-parameter")))
                    .body(at("errors[0].parameter", equalTo("block")));
        }
    }

    @Test
    void shouldRefuseParametersThatItDoesNotKnow() {
        for (var list : List.of("plans", "plan-decisions", "plan-lines", "accounts", "ledger-entries", "classes")) {
            list(list, Map.of("offset", "2"))
                    .then()
                    .statusCode(400)
                    .body(at("code", equalTo("query.unknown-parameter")));
        }
    }

    private Map<String, Object> unitScope(String reach) {
        return Map.of("planId", plan.planId(), "unitId", City.CITY.id(), "unitScope", reach);
    }

    private static void count(String list, Map<String, ?> params, int expected) {
        var asked = new HashMap<String, Object>(params);
        asked.put("count", "true");
        var page = list(list, asked);
        page.then().statusCode(200).body(at("page.count", equalTo(expected))).body(at("items", hasSize(expected)));
    }

    private static Response list(String list, Map<String, ?> params) {
        return list(Callers.city(), list, params);
    }

    private static Response list(RequestSpecification who, String list, Map<String, ?> params) {
        return who.queryParams(params).get(BASE + list);
    }

    private static List<String> walk(String list, Map<String, Object> params) {
        var page = list(list, params);
        var walked = new ArrayList<>(items(page));
        for (var next = next(page); next != null; next = next(page)) {
            var continued = new HashMap<>(params);
            continued.put("cursor", next);
            page = list(list, continued);
            walked.addAll(items(page));
        }
        return walked;
    }

    private static String next(Response page) {
        return page.as(Json.class).getString("page.next");
    }

    private static List<String> items(Response page) {
        return page.then().statusCode(200).extract().as(Json.class).getList("items.id");
    }

    private static void refused(Response response) {
        response.then().statusCode(400).body(at("code", equalTo("page.cursor-invalid")));
    }
}
