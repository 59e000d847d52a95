package vn.gov.hanoi.training.support;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;

/**
 * A plan of a year of its own, made over HTTP.
 *
 * @param decision the answer to the decision
 */
public record TestPlan(int year, Json decision) {
    public static final String DECISIONS = "/training/v1/plan-decisions";
    public static final String CLASSES = "/training/v1/classes";
    public static final String ENTRIES = "/training/v1/ledger-entries";

    /** Money of each block unless said otherwise, in đồng. */
    public static final long BUDGET = 1_000_000_000L;

    private static final AtomicInteger YEARS = new AtomicInteger(2021);
    private static final int LAST_YEAR = 2094;

    /** Classes of this year have not begun. */
    private static final int COMING_YEAR = 2095;

    /** The units of {@link City} are in force since 2000. */
    private static final int FIRST_FULL_YEAR = 2001;

    private static final AtomicInteger EARLIER_YEARS = new AtomicInteger(2019);
    private static final AtomicInteger LATE_YEARS = new AtomicInteger(2099);

    /** A year that no other test uses. */
    public static int nextYear() {
        int year = YEARS.getAndIncrement();
        int given = year <= LAST_YEAR ? year : EARLIER_YEARS.getAndDecrement();
        if (given < FIRST_FULL_YEAR) {
            throw new IllegalStateException("there is one plan a year, and tests have used all years; share plans");
        }
        return given;
    }

    /** A plan of a year to come that no other test uses; there are four of them. */
    public static TestPlan late(int classes, int places) {
        return create(LATE_YEARS.getAndDecrement(), classes, places);
    }

    private static @Nullable TestPlan roomy;
    private static @Nullable TestPlan coming;

    /** A plan with much room, made once, for tests that take from it without filling it. */
    public static synchronized TestPlan roomy() {
        var known = roomy;
        if (known == null) {
            known = create(10_000, 1_000_000);
            roomy = known;
        }
        return known;
    }

    /** The same for a year that is to come, made once. */
    public static synchronized TestPlan coming() {
        var known = coming;
        if (known == null) {
            known = create(COMING_YEAR, 10_000, 1_000_000);
            coming = known;
        }
        return known;
    }

    /** City block C with line C-1, district block D with line D-1, pending block P with line P-1. */
    public static TestPlan create(int classes, int places) {
        return create(nextYear(), classes, places);
    }

    private static TestPlan create(int year, int classes, int places) {
        City.known();
        var body = decision(
                year,
                block("C", "CITY_BUDGET", BUDGET, "ASSIGNED", line("C-1", classes, places)),
                block("D", "DISTRICT_BUDGETS", BUDGET, "ASSIGNED", line("D-1", classes, places)),
                block("P", "CITY_BUDGET", BUDGET, "PENDING_APPROVAL", line("P-1", null, null)));
        var answer = post(Callers.city(), DECISIONS, body)
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class);
        return new TestPlan(year, answer);
    }

    /** Blocks F-0, F-1 and so on with money of the City. */
    static TestPlan ofBlocks(int number) {
        City.known();
        int year = nextYear();
        var blocks = IntStream.range(0, number)
                .mapToObj(i -> block("F-" + i, "CITY_BUDGET", BUDGET, "ASSIGNED", line("F-" + i + "-1", 1, 1)))
                .toArray(Map<?, ?>[]::new);
        var answer = post(Callers.city(), DECISIONS, decision(year, blocks))
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class);
        return new TestPlan(year, answer);
    }

    /** A plan without classes whose books are closed, so that it can be closed itself. */
    public static TestPlan closable() {
        City.known();
        int year = nextYear();
        var body = decision(year, block("C", "CITY_BUDGET", 5, "ASSIGNED", line("C-1", 1, 1)));
        var answer = post(Callers.city(), DECISIONS, body)
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class);
        var plan = new TestPlan(year, answer);
        Books.of(plan, "C").close("RETURN", null).then().statusCode(200);
        return plan;
    }

    /** Sends the body under a key of its own. */
    public static Response post(RequestSpecification who, String path, Object body) {
        return who.header("Idempotency-Key", Api.key()).body(body).post(path);
    }

    public static Map<String, @Nullable Object> decision(int year, Map<?, ?>... blocks) {
        return decision(year, UUID.randomUUID() + "/QĐ-MẪU", List.of(blocks));
    }

    public static Map<String, @Nullable Object> decision(int year, String number, List<?> blocks) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("year", year);
        body.put("kind", "ASSIGN");
        body.put(
                "decision",
                new LinkedHashMap<>(Map.of(
                        "number", number, "signedOn", Math.max(year, FIRST_FULL_YEAR) + "-01-15", "issuer", "H26")));
        body.put("legalBasis", "Nghị định 101/2017/NĐ-CP");
        body.put("blocks", new ArrayList<>(blocks));
        return body;
    }

    public static Map<String, @Nullable Object> block(
            String code, String fundingSource, long budgetVnd, String status, Map<?, ?>... lines) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("code", code);
        body.put("name", "Khối " + code);
        body.put("fundingSource", fundingSource);
        body.put("budgetVnd", budgetVnd);
        body.put("status", status);
        body.put("lines", new ArrayList<>(List.of(lines)));
        return body;
    }

    public static Map<String, @Nullable Object> line(String code, @Nullable Integer classes, @Nullable Integer places) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("code", code);
        body.put("name", "Chỉ tiêu " + code);
        body.put("classes", classes);
        body.put("places", places);
        return body;
    }

    public String planId() {
        return decision.getString("planId");
    }

    /** Id of the line with the code. */
    public String line(String code) {
        return IntStream.range(0, decision.getInt("blocks.size()"))
                .mapToObj(block -> decision.find("blocks[" + block + "].lines", "code", code)
                        .getString("id"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** Id of the account that pays for the block. */
    public String account(String block) {
        var found = Callers.city()
                .queryParam("planId", planId())
                .queryParam("block", block)
                .get("/training/v1/accounts");
        return Api.text(found, 200, "/items/0/id");
    }

    /** A class of the department on the line C-1 or, for another line, of the district. */
    public Map<String, @Nullable Object> newClass(String line, int places, long amountVnd) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("planLineId", line(line));
        body.put("unitId", line.startsWith("D") ? City.DISTRICT.id() : City.DEPARTMENT.id());
        body.put("title", "Bồi dưỡng kỹ năng lãnh đạo cấp phòng");
        body.put("places", places);
        body.put("startsOn", year + "-05-11");
        body.put("endsOn", year + "-05-15");
        body.put("amountVnd", amountVnd);
        return body;
    }

    public Map<String, @Nullable Object> commitment(String block, long amountVnd) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("accountId", account(block));
        body.put("kind", "COMMITMENT");
        body.put("amountVnd", amountVnd);
        body.put("description", "In tài liệu bồi dưỡng");
        return body;
    }
}
