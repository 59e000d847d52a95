package vn.gov.hanoi.training.support;

import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.DraftedPlan;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;

/** A district that ends and two communes under the City that come after it, with what the district holds in a plan. */
public final class TestReform {
    public static final String MOVES = "/training/v1/plan-moves";
    public static final long BUDGET = 100_000_001L;
    private static final String SINCE = "2000-01-01";

    private final DraftedPlan told = new DraftedPlan();
    private final TestPlan plan;
    private final City.Told old = unit("DISTRICT");
    private final City.Told first = unit("COMMUNE");
    private final City.Told second = unit("COMMUNE");
    private final String line = ("M-" + told.id().toString().substring(0, 8)).toUpperCase(Locale.ROOT);
    private long sequence = 1;
    private long version = 1;

    private TestReform(TestPlan plan) {
        this.plan = plan;
    }

    /** The district with a line of 5 classes and 201 places, and {@link #BUDGET} of the district budgets. */
    public static TestReform of(TestPlan plan) {
        City.known();
        var reform = new TestReform(plan);
        for (var unit : List.of(reform.old, reform.first, reform.second)) {
            Events.directoryUnit(unit.id(), unit.code(), unit.name(), unit.type(), unit.parentId(), SINCE, null, 1);
            City.awaitCopy(unit.id(), 1);
        }
        var quota = TestPlan.line(reform.line, 5, 201);
        quota.put("target", Map.of("unitId", reform.old.id(), "trainingType", "REFRESHER"));
        Changes.made(
                plan,
                "ADJUST",
                Map.of(
                        "newLines", List.of(Map.of("block", "D", "line", quota)),
                        "budgets", List.of(Changes.budget("D", reform.old.id(), BUDGET))));
        return reform;
    }

    private static City.Told unit(String type) {
        var id = UUID.randomUUID();
        return new City.Told(id, "H26.M" + id.toString().substring(0, 8), type + " mẫu", type, City.CITY.id());
    }

    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    public UUID id() {
        return told.id();
    }

    public City.Told old() {
        return old;
    }

    public City.Told first() {
        return first;
    }

    public City.Told second() {
        return second;
    }

    public String line() {
        return line;
    }

    /** Somebody who organises and plans in the unit. */
    public static RequestSpecification in(City.Told unit) {
        return Callers.of(unit, "training-reader", "training-planner", "training-organiser");
    }

    public static RequestSpecification planner(String name) {
        return Api.as(Tokens.user(name)
                .unit("H26")
                .roles("training-reader", "training-planner", "training-organiser")
                .token());
    }

    /** Id of the line of the unit: that of the district, or the one that came from it. */
    public UUID lineOf(City.Told unit) {
        return one("select id from plan_lines where plan_id = ? and unit_id = ?", unit);
    }

    /** The account of the unit in the district block. */
    public Books books(City.Told unit) {
        return new Books(one("select id from accounts where plan_id = ? and unit_id = ? and block_code = 'D'", unit)
                .toString());
    }

    private UUID one(String sql, City.Told unit) {
        return (UUID) Objects.requireNonNull(Database.query(sql, UUID.fromString(plan.planId()), unit.id())
                .getFirst()
                .get("id"));
    }

    public Response openClass(City.Told unit, UUID planLine, int places, long amountVnd) {
        var request = plan.newClass("D-1", places, amountVnd);
        request.put("planLineId", planLine);
        request.put("unitId", unit.id());
        return TestPlan.post(in(unit), TestPlan.CLASSES, request);
    }

    /** Tells that the district was split 6 to 4, and that the second commune goes on with its open work. */
    public byte[] apply(LocalDate day) {
        return tell("applied", day, "0.6", "0.4", true);
    }

    /** Tells that parts of the district went over and that it stays. */
    public void applyPart(LocalDate day) {
        tell("applied", day, "0.2", "0.1", false);
    }

    public void revert(LocalDate day) {
        tell("reverted", day, "0.6", "0.4", true);
    }

    private byte[] tell(String fact, LocalDate day, String firstShare, String secondShare, boolean handover) {
        var data = new LinkedHashMap<String, Object>();
        data.put("planId", told.id());
        data.put("version", ++version);
        data.put("effectiveOn", day.toString());
        data.put("decisionNumber", "18/NQ-MẪU");
        data.put("successions", List.of(share(first, firstShare), share(second, secondShare)));
        data.put("handovers", handover ? List.of(Map.of("fromUnitId", old.id(), "toUnitId", second.id())) : List.of());
        var event = told.tell(fact, data);
        awaitTaken(event);
        return event;
    }

    private Map<String, Object> share(City.Told to, String share) {
        return Map.of("fromUnitId", old.id(), "toUnitId", to.id(), "share", new BigDecimal(share));
    }

    public void awaitTaken(byte[] event) {
        var id = UUID.fromString(Events.parse(event).path("id").asText());
        await("event is taken")
                .atMost(Duration.ofSeconds(20))
                .until(() -> Database.count("select count(*) from inbox_events where id = ?", id) == 1);
    }

    public void send(byte[] event) {
        told.send(event);
    }

    /** Tells that the district is over since the day, and who came after it. */
    public void end(LocalDate day) {
        Events.directoryUnit(
                old.id(), old.code(), old.name(), old.type(), old.parentId(), SINCE, day.toString(), ++sequence);
        City.awaitCopy(old.id(), sequence);
        for (var each : Map.of(first, "0.6", second, "0.4").entrySet()) {
            Database.execute(
                    "insert into unit_successions (from_unit_id, to_unit_id, share, effective_on, decision_number) values (?, ?, cast(? as numeric), ?, '18/NQ-MẪU')",
                    old.id(),
                    each.getKey().id(),
                    each.getValue(),
                    day);
        }
    }

    public List<String> drafts(@Nullable String state) {
        return planner("reader")
                .queryParam("reorganisationId", told.id())
                .queryParam("year", plan.year())
                .queryParams(state == null ? Map.of() : Map.of("state", state))
                .get(MOVES)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    /** The one open draft. */
    public Json draft() {
        return read(drafts("DRAFT").getFirst());
    }

    public Json read(String id) {
        return planner("reader")
                .get(MOVES + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    public Response approve(RequestSpecification who, Json draft) {
        return approve(who, draft, Changes.signed(plan.year(), "-06-01"));
    }

    public Response approve(RequestSpecification who, Json draft, Map<String, Object> decision) {
        return act(who, draft, "approve", Map.of("decision", decision));
    }

    public Response divide(RequestSpecification who, Json draft, List<Map<String, Object>> amounts) {
        return act(who, draft, "divide", Map.of("amounts", amounts));
    }

    public Map<String, Object> amount(UUID to, long amountVnd) {
        return Map.of("block", "D", "fromUnitId", old.id(), "toUnitId", to, "amountVnd", amountVnd);
    }

    private static Response act(RequestSpecification who, Json draft, String verb, Object body) {
        return TestPlan.post(
                who.header("If-Match", draft.getString("etag")),
                MOVES + "/" + draft.getString("id") + "/actions/" + verb,
                body);
    }
}
