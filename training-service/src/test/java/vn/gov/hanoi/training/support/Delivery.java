package vn.gov.hanoi.training.support;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;

/** A delivered class of a unit, and the certificates that are asked for it. */
public final class Delivery {
    public static final String PATH = "/training/v1/certificates";
    public static final String PUBLIC = "/training/v1/public/certificates";

    /** Last day of every class here. */
    public static final String LAST_DAY = "2026-05-15";

    public static final String SIGNED_ON = "2026-05-20";

    private static int addresses;

    private final UUID classId;
    private int arrivals;

    /** @param unit the department or the district of {@link City}; it held the class */
    public Delivery(City.Told unit) {
        var plan = TestPlan.roomy();
        var request = plan.newClass(unit.equals(City.DISTRICT) ? "D-1" : "C-1", 1, 1);
        var opened = TestPlan.post(Callers.city(), TestPlan.CLASSES, request);
        classId = UUID.fromString(Api.text(opened, 201, "/id"));
        Database.execute("""
                update classes set state = 'DELIVERED', year = 2026, starts_on = date '2026-05-11', ends_on = date '2026-05-15'
                where id = ?""", classId);
        Database.execute("""
                insert into class_sessions (id, class_id, day, starts_at, ends_at, hours, place)
                select gen_random_uuid(), ?, day, time '08:00', time '17:00', 7.5, 'Trường Đào tạo cán bộ Lê Hồng Phong'
                from generate_series(date '2026-05-11', date '2026-05-15', interval '1 day') day""", classId);
    }

    public UUID classId() {
        return classId;
    }

    /** Says what is taught. */
    public Delivery teaching(String courseCode) {
        Database.execute("update classes set course_code = ? where id = ?", courseCode, classId);
        return this;
    }

    public UUID passed() {
        return enrolment("PASSED", "CB" + UUID.randomUUID().toString().substring(0, 8));
    }

    public UUID enrolment(String outcome, String officerCode) {
        var id = UUID.randomUUID();
        arrivals++;
        Database.execute(
                """
                insert into enrolments (id, version, class_id, officer_id, officer_code, officer_name, category, unit_id, unit_code,
                    unit_name, state, arrival, checked, checked_at, outcome, nominated_at, nominated_by)
                values (?, 1, ?, ?, ?, 'Nguyễn Thị <Mẫu> & Ưỡng', 'CIVIL_SERVANT', ?, ?, ?, 'ENROLLED', ?, '[]', now(), ?, now(), 'x')""",
                id,
                classId,
                UUID.randomUUID(),
                officerCode,
                City.WARD.id(),
                City.WARD.code(),
                City.WARD.name(),
                arrivals,
                outcome);
        return id;
    }

    /** Somebody of the unit who reads and certifies. */
    public static RequestSpecification certifier(City.Told unit) {
        return Callers.of(unit, "training-reader", "training-certifier");
    }

    /** The same, who is this officer. */
    public static RequestSpecification certifier(City.Told unit, String officerCode) {
        return Api.as(Tokens.user("holder")
                .unit(unit.code())
                .officer(officerCode)
                .roles("training-reader", "training-certifier")
                .token());
    }

    public static Map<String, Object> decision(City.Told issuer, String signedOn) {
        return new HashMap<>(Map.of("number", "112/QĐ-MẪU", "signedOn", signedOn, "issuer", issuer.code()));
    }

    public static Map<String, @Nullable Object> request(UUID enrolmentId, City.Told issuer) {
        var request = new HashMap<String, @Nullable Object>();
        request.put("enrolmentId", enrolmentId);
        request.put("decision", decision(issuer, SIGNED_ON));
        return request;
    }

    /** A certificate of the City for a new enrolment. */
    public Json issued() {
        return created(request(passed(), City.CITY));
    }

    public static Json created(Map<String, @Nullable Object> request) {
        var answer = TestPlan.post(certifier(City.CITY), PATH, request);
        answer.then().statusCode(201);
        return answer.as(Json.class);
    }

    public static Map<String, Object> act(String reason) {
        return new HashMap<>(Map.of(
                "reason",
                Map.of("code", reason, "text", "Theo kết quả xác minh"),
                "decision",
                decision(City.CITY, today())));
    }

    public static Response act(RequestSpecification who, Json on, String verb, String etag, String reason) {
        return TestPlan.post(
                who.header("If-Match", etag), PATH + "/" + on.getString("id") + "/actions/" + verb, act(reason));
    }

    /** Everybody, each time from another address. */
    public static synchronized RequestSpecification everybody() {
        addresses++;
        return from("198.51.100." + addresses);
    }

    public static RequestSpecification from(String address) {
        return Api.anonymous().header("X-Forwarded-For", address);
    }

    public static Json verified(String text) {
        var answer = everybody().body(Map.of("credential", text)).post(PUBLIC + "/actions/verify");
        answer.then().statusCode(200);
        return answer.as(Json.class);
    }

    public static String today() {
        return java.time.LocalDate.now(vn.gov.hanoi.kernel.time.HanoiClock.ZONE).toString();
    }
}
