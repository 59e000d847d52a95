package vn.gov.hanoi.evaluation.support;

import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments.Change;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;

/**
 * Months of an agency over HTTP. People are of a category that no shipped rule set rates by months, under an official set of the tests;
 * the head of the agency is of a category that nobody rates in that month.
 */
public final class Evaluations {
    public static final String PATH = "/evaluation/v1/evaluations";
    public static final String CLOSINGS = "/evaluation/v1/closings";
    public static final String MONTH = "2026-07";
    public static final Map<String, String> DECISION =
            Map.of("number", "41/QĐ-SNV", "signedOn", "2026-08-03", "issuer", "Sở Nội vụ");
    public static final Map<String, String> REASON = Map.of("code", "DECIDED_OTHERWISE", "text", "Xem xét toàn diện");
    public static final String CODE = "EVT-MONTH";
    private static final String TYPES = "[\"CITY\",\"DEPARTMENT\",\"DIVISION\",\"WARD\",\"PUBLIC_UNIT\"]";

    private Evaluations() {}

    /** An agency with a division, the heads of both, and staff. */
    public record Agency(Units.Unit department, Units.Unit division, Json head, Json manager, List<Json> staff) {
        public String keeper() {
            return token("keeper", department, "evaluation-keeper");
        }

        public String reader() {
            return token("reader", department, "evaluation-reader");
        }

        public String director() {
            return participant(head, department);
        }

        public String chief() {
            return participant(manager, department);
        }

        public String person(int i) {
            return participant(staff.get(i), department);
        }
    }

    public static String token(String user, Units.Unit unit, String... roles) {
        return Tokens.user(user + "-" + unit.code())
                .unit(unit.code())
                .roles(roles)
                .token();
    }

    public static String participant(Json officer, Units.Unit unit) {
        var code = officer.getString("officerCode");
        return Tokens.user("officer-" + code)
                .unit(unit.code())
                .officer(code)
                .roles("evaluation-participant")
                .token();
    }

    /** The rules of the tests, official in July 2026. */
    public static synchronized void rules() {
        if (Database.count("select count(*) from rule_sets where code = ?", CODE) == 0) {
            var document = document(CODE, LocalDate.of(2026, 7, 1));
            Rules.act(Rules.approver(), Rules.published(document), "make-official", Rules.legalCheck())
                    .then()
                    .statusCode(200);
        }
    }

    /** A document for the people of these tests in one month. */
    public static Rules.Document document(String code, LocalDate month, Change... changes) {
        var all = new ArrayList<>(List.of(
                RuleSetDocuments.set("/id", '"' + code + '"'),
                RuleSetDocuments.set("/status", "\"DRAFT\""),
                RuleSetDocuments.set("/effectiveFrom", '"' + month.toString() + '"'),
                RuleSetDocuments.set("/effectiveTo", '"' + month.plusMonths(1).toString() + '"'),
                RuleSetDocuments.set("/appliesTo/0/categories", "[\"COMMUNE_PART_TIME\"]"),
                RuleSetDocuments.set("/appliesTo/0/unitTypes", TYPES),
                // Agencies of other tests stand beside each other below the City; here each counts for itself.
                RuleSetDocuments.set("/rules/excellenceCap/smallUnits/poolWith", "[]")));
        all.addAll(List.of(changes));
        return new Rules.Document(code, month, RuleSetDocuments.altered("HN-M-2018", all.toArray(Change[]::new)));
    }

    public static Agency agency(int staff) {
        return agency(staff, Units.department());
    }

    /** An agency below another, whose head stands above the director. */
    public static Agency below(Units.Unit parent, int staff) {
        return agency(staff, Units.unit("PUBLIC_UNIT", parent));
    }

    private static Agency agency(int staff, Units.Unit department) {
        rules();
        var division = Units.unit("DIVISION", department);
        var editor = Units.editor(department);
        var people = new ArrayList<Json>();
        for (int i = 0; i < staff; i++) {
            people.add(officer(editor, division, "Trần Nhân Viên", "STAFF", "COMMUNE_PART_TIME"));
        }
        return new Agency(
                department,
                division,
                officer(editor, department, "Lê Giám Đốc", "HEAD", "CADRE"),
                officer(editor, division, "Phạm Trưởng Phòng", "HEAD", "COMMUNE_PART_TIME"),
                people);
    }

    public static Json officer(String editor, Units.Unit unit, String name, String position, String category) {
        var request = Officers.request(Officers.code(), name, unit.id());
        request.put("category", category);
        var post = Officers.post(request);
        post.put("position", position);
        return Officers.created(editor, request);
    }

    public static Response open(String token, String period, Units.Unit unit) {
        return Api.as(token)
                .header("Idempotency-Key", Api.key())
                .body(Map.of("period", period, "unitId", unit.id()))
                .post(CLOSINGS);
    }

    /** The closing as it was answered; fails if refused. */
    public static Json opened(Agency agency) {
        return open(agency.keeper(), MONTH, agency.department())
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class);
    }

    /** The sheet of an officer in a closing. */
    public static Json sheet(Json officer) {
        return sheet(officer, MONTH);
    }

    public static Json sheet(Json officer, String month) {
        var id = Database.query(
                        "select id from sheets where officer_id = ?::uuid and to_char(period_from, 'YYYY-MM') = ? and superseded_at is null",
                        officer.getString("id"),
                        month)
                .getFirst()
                .get("id");
        return Json.from("{\"id\":\"%s\"}".formatted(id));
    }

    public static Json read(String token, Json sheet) {
        return Api.as(token)
                .get(PATH + "/" + sheet.getString("id"))
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    /** An act on a sheet in its present version. */
    public static Response act(String token, Json sheet, String verb, Object body) {
        return act(token, sheet, etag(sheet), verb, body, "");
    }

    public static Response act(String token, Json sheet, String etag, String verb, Object body, String query) {
        return Api.as(token)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", etag)
                .body(body)
                .post(PATH + "/" + sheet.getString("id") + "/actions/" + verb + query);
    }

    /** The tag that the sheet has now, also for who may not see it. */
    public static String etag(Json sheet) {
        return "\"%d\""
                .formatted(Database.count("select row_version from sheets where id = ?::uuid", sheet.getString("id")));
    }

    public static Json done(Response answer) {
        return answer.then().statusCode(200).extract().as(Json.class);
    }

    /** Full marks but for what is taken off the first criterion of the sheet. */
    public static Map<String, @Nullable Object> work(Json view, String off) {
        var marks = new ArrayList<Map<String, Object>>();
        for (var each : view.<Map<String, Object>>getList("detail.marks")) {
            var most = new BigDecimal(String.valueOf(each.get("maximum")));
            var points = marks.isEmpty() ? most.subtract(new BigDecimal(off)) : most;
            marks.add(Map.of("criterion", Objects.requireNonNull(each.get("criterion")), "points", points));
        }
        var work = new LinkedHashMap<String, @Nullable Object>();
        work.put("marks", marks);
        return work;
    }

    public static Map<String, Object> plan() {
        return Map.of("data", Map.of("step", "PLAN", "comment", "Soạn thảo 4 văn bản"));
    }

    public static Map<String, Object> self(Json view, String off) {
        return Map.of("data", Map.of("step", "SELF", "work", work(view, off)));
    }

    public static Map<String, Object> collective() {
        return Map.of("data", Map.of("step", "COLLECTIVE", "minutes", "Biên bản họp 27/7"));
    }

    public static Map<String, Object> manager(Json view, String off) {
        return Map.of("data", Map.of("step", "MANAGER", "work", work(view, off)));
    }

    public static Map<String, Object> decision() {
        return Map.of("data", Map.of("presenceDays", 20));
    }

    /** All steps until the manager's score: 90 points but what is taken off. */
    public static Json scored(Agency agency, Json officer, String off) {
        var sheet = sheet(officer);
        var own = participant(officer, agency.department());
        boolean chief = officer.getString("id").equals(agency.manager().getString("id"));
        var above = chief ? agency.director() : agency.chief();
        var view = done(act(own, sheet, "submit", plan()));
        done(act(own, sheet, "submit", self(view, off)));
        done(act(above, sheet, "review", collective()));
        done(act(above, sheet, "review", manager(view, off)));
        return sheet;
    }

    /** The same by the way of one who scores without the late self-score, which is shorter. */
    public static Json scoredAlone(Agency agency, Json officer, String off) {
        var sheet = sheet(officer);
        var view = read(agency.director(), sheet);
        done(act(agency.director(), sheet, "review", manager(view, off)));
        return sheet;
    }

    public static Json decided(Agency agency, Json officer, String off) {
        var sheet = scoredAlone(agency, officer, off);
        return done(act(agency.director(), sheet, "decide", decision()));
    }

    public static Json closing(String token, Json closing) {
        return Api.as(token)
                .get(CLOSINGS + "/" + closing.getString("id"))
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    public static Response publish(String token, Json closing, Object body) {
        return onClosing(token, closing, "publish", body);
    }

    /** A row of {@link #bulk} that publishes a closing. */
    public static Map<String, Object> row(String rowId, Json closing, String etag) {
        return Map.of(
                "rowId", rowId, "op", "ACTION", "id", closing.getString("id"), "action", "publish", "ifMatch", etag);
    }

    /** The same with the version at hand. */
    public static Map<String, Object> row(String rowId, Json closing) {
        var version = Database.count("select row_version from closings where id = ?::uuid", closing.getString("id"));
        return row(rowId, closing, "\"%d\"".formatted(version));
    }

    /** Many acts on closings. */
    public static Response bulk(String token, String query, List<Map<String, Object>> rows) {
        return bulk(token, query, Map.of("rows", rows));
    }

    public static Response bulk(String token, String query, Map<String, Object> body) {
        return Api.as(token).header("Idempotency-Key", Api.key()).body(body).post(CLOSINGS + "/bulk" + query);
    }

    /** As if all that was told in a closing had been told some days before; past the triggers, which keep it as it is. */
    public static void toldBefore(Json closing, int days) {
        Database.execute("""
                set session_replication_role = replica;
                update closings set published_at = published_at - make_interval(days => ?) where id = ?::uuid;
                update sheets set published_at = published_at - make_interval(days => ?) where closing_id = ?::uuid""", days, closing.getString("id"), days, closing.getString("id"));
    }

    public static Response lock(String token, Json closing) {
        return onClosing(token, closing, "lock", null);
    }

    private static Response onClosing(String token, Json closing, String verb, @Nullable Object body) {
        var version = Database.count("select row_version from closings where id = ?::uuid", closing.getString("id"));
        var call = Api.as(token).header("Idempotency-Key", Api.key()).header("If-Match", "\"%d\"".formatted(version));
        return (body == null ? call : call.body(body))
                .post(CLOSINGS + "/" + closing.getString("id") + "/actions/" + verb);
    }

    /** An act on the version at hand of whatever stands at a path. */
    static Response onPath(String token, String path, long version, Object body) {
        return Api.as(token)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", "\"%d\"".formatted(version))
                .body(body)
                .post(path);
    }
}
