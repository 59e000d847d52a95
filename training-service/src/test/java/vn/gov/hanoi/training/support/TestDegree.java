package vn.gov.hanoi.training.support;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;

/** A degree training over HTTP: proposed by one person of the City, decided by another. */
public record TestDegree(String id) {
    public static final String TRAININGS = "/training/v1/degree-trainings";
    public static final String COMMITMENTS = "/training/v1/service-commitments";
    public static final String CASES = "/training/v1/compensations";

    /** What a course costs unless said otherwise. */
    public static final long COST = 60_000_000;

    /** A study of 24 months under Decree 101/2017: 48 months of service. */
    public static final LocalDate SENT = LocalDate.of(2022, 9, 1);

    public static final LocalDate ENDED = LocalDate.of(2024, 8, 31);

    public static RequestSpecification planner() {
        return Api.as(Tokens.user("degree.planner")
                .unit("H26")
                .roles("training-planner")
                .token());
    }

    public static RequestSpecification approver() {
        return Api.as(Tokens.user("degree.approver")
                .unit("H26")
                .roles("degree-approver")
                .token());
    }

    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    /** A civil servant of the unit since 2018 who was found good in every year. */
    public static UUID officer(City.Told unit) {
        City.known();
        var officer = TestOfficers.of(unit, "CIVIL_SERVANT", "2018-01-01", null);
        Database.execute(
                "insert into told_years (officer_id, year, revision, level) select ?, year, 1, 'B' from generate_series(2018, 2040) year",
                officer);
        return officer;
    }

    /** A proposal that meets every condition. */
    public static Map<String, @Nullable Object> request(UUID officer, LocalDate startsOn) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("officerId", officer);
        body.put("level", "MASTER");
        body.put("field", "Quản lý công");
        body.put("institution", "Học viện Hành chính và Quản trị công");
        body.put("country", "VN");
        body.put("startsOn", startsOn.toString());
        body.put("endsOn", startsOn.plusMonths(24).minusDays(1).toString());
        body.put("fundingSource", "CITY_BUDGET");
        body.put("costs", List.of(Map.of("item", "TUITION", "amountVnd", COST)));
        body.put("statements", statements("1988-03-01"));
        return body;
    }

    public static Map<String, @Nullable Object> statements(@Nullable String bornOn) {
        var stated = new LinkedHashMap<String, @Nullable Object>();
        stated.put("bornOn", bornOn);
        stated.put("probationEndedOn", "2016-01-01");
        stated.put("fieldFits", true);
        stated.put("treatyProgramme", false);
        stated.put("evidence", "Hồ sơ CB-118");
        return stated;
    }

    public static Response propose(Map<String, @Nullable Object> body) {
        return TestPlan.post(planner(), TRAININGS, body);
    }

    public static TestDegree proposed(Map<String, @Nullable Object> body) {
        return new TestDegree(
                propose(body).then().statusCode(201).extract().as(Json.class).getString("id"));
    }

    public static TestDegree proposed(UUID officer) {
        return proposed(request(officer, SENT));
    }

    public TestDegree approved() {
        ok(act(approver(), "approve", approval()));
        return this;
    }

    public TestDegree sent(LocalDate day) {
        ok(act(planner(), "apply", Map.of("sentOn", day.toString(), "commitment", document(day))));
        return this;
    }

    /** Sent in 2022, came back with the diploma in 2024. */
    public static TestDegree completed(UUID officer) {
        var training = proposed(officer).approved().sent(SENT);
        ok(training.act(planner(), "close", completion(ENDED)));
        return training;
    }

    public static Map<String, Object> approval() {
        return Map.of("decision", decision("2019-01-15"), "waivers", List.of());
    }

    public static Map<String, Object> completion(LocalDate day) {
        return Map.of("outcome", "COMPLETED", "endedOn", day.toString(), "diploma", document(day));
    }

    public static Map<String, Object> failure(String outcome, LocalDate day) {
        return Map.of("outcome", outcome, "endedOn", day.toString(), "reason", reason("OTHER"));
    }

    public static Map<String, Object> decision(String signedOn) {
        return Map.of("number", UUID.randomUUID() + "/QĐ-MẪU", "signedOn", signedOn, "issuer", "H26");
    }

    public static Map<String, Object> document(LocalDate signedOn) {
        return Map.of("number", "MẪU-1", "signedOn", signedOn.toString(), "issuer", "Học viện");
    }

    public static Map<String, Object> reason(String code) {
        return Map.of("code", code, "text", "Lý do mẫu");
    }

    /** Acts on the version of now. */
    public Response act(RequestSpecification who, String verb, Map<String, ?> body) {
        return act(who, TRAININGS + "/" + id, verb, body);
    }

    /** Promises money of an account for it. */
    public Response commit(String account, long amountVnd) {
        return act(planner(), "commit", Map.of("data", Map.of("accountId", account, "amountVnd", amountVnd)));
    }

    public static Response act(RequestSpecification who, String record, String verb, Map<String, ?> body) {
        var etag = planner().get(record).header("ETag");
        return TestPlan.post(who.header("If-Match", etag), record + "/actions/" + verb, body);
    }

    public Json view() {
        return planner()
                .get(TRAININGS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    public UUID commitmentId() {
        return (UUID) Database.query("select id from service_commitments where training_id = ?::uuid", id)
                .getFirst()
                .get("id");
    }

    public Json commitment() {
        return planner()
                .get(COMMITMENTS + "/" + commitmentId())
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    /** A report that the officer left. */
    public Map<String, Object> left(LocalDate day) {
        return Map.of(
                "commitmentId",
                commitmentId(),
                "trigger",
                "LEFT_BEFORE_END",
                "eventOn",
                day.toString(),
                "note",
                "Bỏ việc");
    }

    /** Path of a case of who left on the day. */
    public String reported(LocalDate day) {
        return CASES
                + "/"
                + TestPlan.post(planner(), CASES, left(day))
                        .then()
                        .statusCode(201)
                        .extract()
                        .as(Json.class)
                        .getString("id");
    }

    public static Map<String, Object> council(LocalDate day) {
        return Map.of("members", List.of("Phó Giám đốc", "Trưởng phòng"), "minutes", document(day));
    }

    public static Map<String, Object> verdict(LocalDate day, @Nullable List<?> instalments) {
        var body = new LinkedHashMap<String, Object>();
        body.put("decision", decision(day.toString()));
        body.put("council", council(day));
        if (instalments != null) {
            body.put("instalments", instalments);
        }
        return body;
    }

    public static Map<String, Object> part(LocalDate dueOn, long amountVnd) {
        return Map.of("dueOn", dueOn.toString(), "amountVnd", amountVnd);
    }

    public static Response pay(String record, LocalDate day, long amountVnd, String reference) {
        return pay(planner(), record, day, amountVnd, reference);
    }

    public static Response pay(
            RequestSpecification who, String record, LocalDate day, long amountVnd, String reference) {
        return TestPlan.post(
                who,
                record + "/payments",
                Map.of("paidOn", day.toString(), "amountVnd", amountVnd, "reference", reference));
    }

    public static void ok(Response answer) {
        answer.then().statusCode(200);
    }
}
