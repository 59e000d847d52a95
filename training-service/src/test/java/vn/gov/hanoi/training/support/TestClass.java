package vn.gov.hanoi.training.support;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;

/** A class of the department in a year that is to come, made over HTTP. The whole district is invited, the other district is not. */
public record TestClass(UUID id) {
    public static final String ENROLMENTS = "/training/v1/enrolments";

    /** One of 11/05 with two sessions of 3 hours. */
    public static TestClass open(int places) {
        return open(places, setup("05-11"));
    }

    public static TestClass open(int places, Map<String, @Nullable Object> setup) {
        var plan = TestPlan.coming();
        var request = plan.newClass("C-1", places, 1_000_000);
        request.put("startsOn", plan.year() + "-01-01");
        request.put("endsOn", plan.year() + "-12-31");
        request.put("setup", setup);
        var opened = TestPlan.post(Callers.city(), TestPlan.CLASSES, request);
        return new TestClass(UUID.fromString(Api.text(opened, 201, "/id")));
    }

    /** Two sessions on each of these days of the year. */
    public static Map<String, @Nullable Object> setup(String... days) {
        var setup = new LinkedHashMap<String, @Nullable Object>();
        setup.put("invitedUnitIds", List.of(City.DISTRICT.id()));
        setup.put("sessions", sessions(days));
        return setup;
    }

    public static List<Map<String, @Nullable Object>> sessions(String... days) {
        var sessions = new ArrayList<Map<String, @Nullable Object>>();
        for (var day : days) {
            sessions.add(session(day, "08:00", "11:30"));
            sessions.add(session(day, "13:30", "17:00"));
        }
        return sessions;
    }

    public static Map<String, @Nullable Object> session(String day, String from, String to) {
        var session = new LinkedHashMap<String, @Nullable Object>();
        session.put("day", TestPlan.coming().year() + "-" + day);
        session.put("startsAt", from);
        session.put("endsAt", to);
        session.put("hours", 3);
        session.put("place", "Hội trường A");
        session.put("lecturer", null);
        return session;
    }

    /** Nominates for the district and the department. */
    public static RequestSpecification planner() {
        return Api.as(
                Tokens.user("planner").unit("H26").roles("training-planner").token());
    }

    /** Holds the class. */
    public static RequestSpecification organiser() {
        return Callers.of(City.DEPARTMENT, "training-reader", "training-organiser");
    }

    public Response nominate(RequestSpecification who, UUID officer) {
        return TestPlan.post(who, ENROLMENTS, Map.of("classId", id, "officerId", officer));
    }

    /** Id of the enrolment of an officer who was nominated. */
    public String nominated(UUID officer) {
        return Api.text(nominate(planner(), officer), 201, "/id");
    }

    /** Id of the enrolment of an officer who was nominated and approved. */
    public String enrolled(UUID officer) {
        var enrolment = nominated(officer);
        act(organiser(), enrolment, "approve", null).then().statusCode(200);
        return enrolment;
    }

    /** Acts on the version that is there now. */
    public static Response act(RequestSpecification who, String enrolment, String action, @Nullable Object body) {
        long version = Database.count("select version from enrolments where id = ?", UUID.fromString(enrolment));
        var request = who.header("Idempotency-Key", Api.key()).header("If-Match", "\"" + version + "\"");
        return (body == null ? request : request.body(body)).post(ENROLMENTS + "/" + enrolment + "/actions/" + action);
    }

    /** Acts on the class as it is now. */
    public Response act(RequestSpecification who, String action, Object body) {
        return who.header("Idempotency-Key", Api.key())
                .header("If-Match", "\"" + version() + "\"")
                .body(body)
                .post(TestPlan.CLASSES + "/" + id + "/actions/" + action);
    }

    public Response patch(RequestSpecification who, Object setup) {
        return who.header("Idempotency-Key", Api.key())
                .header("If-Match", "\"" + version() + "\"")
                .contentType("application/merge-patch+json")
                .body(Map.of("setup", setup))
                .patch(TestPlan.CLASSES + "/" + id);
    }

    /** Records a version of what it is to cost. */
    public Response cost(RequestSpecification who, Object sheet) {
        return TestPlan.post(
                who.header("If-Match", "\"" + version() + "\""), TestPlan.CLASSES + "/" + id + "/cost-sheets", sheet);
    }

    /** A hall for one day at this price. */
    public static Map<String, Object> costSheet(int places, long hallVnd) {
        return costSheet(places, costItem("HALL", "2026-05-11", "2026-05-11", 1, hallVnd));
    }

    public static Map<String, Object> costSheet(int places, Map<?, ?>... items) {
        return Map.of("places", places, "hours", 6, "items", List.of(items));
    }

    public static Map<String, Object> costItem(String item, String from, String to, int perDay, long priceVnd) {
        return Map.of("item", item, "from", from, "to", to, "quantityPerDay", perDay, "unitPriceVnd", priceVnd);
    }

    public long version() {
        return Database.count("select version from classes where id = ?", id);
    }

    public Json read(RequestSpecification who) {
        return who.get(TestPlan.CLASSES + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    public static Map<String, Object> reason(String code) {
        return Map.of("reason", Map.of("code", code, "text", "Theo đề nghị của đơn vị"));
    }

    /** Sends a file with what is asked for. */
    public static Response file(RequestSpecification who, TestClass training, Map<String, ?> request, byte[] file) {
        return who.header("Idempotency-Key", Api.key())
                .contentType("multipart/form-data")
                .multiPart("request", request, "application/json")
                .multiPart("file", "class-" + training.id() + ".csv", file, "application/octet-stream")
                .post("/training/v1/imports");
    }

    /** As if its first class day were this one: time cannot be waited for. A class of several days ends later. */
    public void began(LocalDate day) {
        var first = LocalDate.parse(
                String.valueOf(Database.query("select min(day) as day from class_sessions where class_id = ?", id)
                        .getFirst()
                        .get("day")));
        long back = java.time.temporal.ChronoUnit.DAYS.between(day, first);
        Database.execute("update class_sessions set day = day - ?::int where class_id = ?", back, id);
        Database.execute("update learner_days set day = day - ?::int where class_id = ?", back, id);
        Database.execute("""
                update classes set starts_on = d.first, ends_on = d.last, year = extract(year from d.first)
                from (select min(day) as first, max(day) as last from class_sessions where class_id = ?) d where id = ?""", id, id);
    }
}
