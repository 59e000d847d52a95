package vn.gov.hanoi.evaluation.support;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;

/** Years of an agency over HTTP, for people whom no shipped rule set rates in 2026; published months are laid into the tables. */
public final class Years {
    public static final String PATH = "/evaluation/v1/annual-classifications";
    public static final String CLOSINGS = "/evaluation/v1/annual-closings";
    public static final int YEAR = 2026;
    public static final int BEFORE = 2025;
    private static final String CODE = "EVT-YEAR";
    private static final String PEOPLE = "[\"COMMUNE_PART_TIME\"]";

    private Years() {}

    /** An agency whose head decides and is not rated, and people in it. */
    public record Agency(Units.Unit department, Json head, List<Json> staff) {
        public String keeper() {
            return Evaluations.token("keeper", department, "evaluation-keeper");
        }

        public String director() {
            return Evaluations.participant(head, department);
        }
    }

    /** The rules of the tests, official in 2026: those of civil servants, for others. */
    public static synchronized void rules() {
        if (Database.count("select count(*) from rule_sets where code = ?", CODE) == 0) {
            var yaml = RuleSetDocuments.altered(
                    "VN-CC-2026-Y",
                    RuleSetDocuments.set("/id", '"' + CODE + '"'),
                    RuleSetDocuments.set("/status", "\"DRAFT\""),
                    RuleSetDocuments.set("/effectiveTo", "\"2027-01-01\""),
                    RuleSetDocuments.set("/rules/consequences/0/categories", PEOPLE),
                    RuleSetDocuments.set("/rules/consequences/1/categories", PEOPLE),
                    RuleSetDocuments.set("/appliesTo/0/categories", PEOPLE));
            var document = new Rules.Document(CODE, LocalDate.of(YEAR, 1, 1), yaml);
            Rules.act(Rules.approver(), Rules.published(document), "make-official", Rules.legalCheck())
                    .then()
                    .statusCode(200);
        }
    }

    /** The shipped rules of the year before, which rate these people too, become official. */
    public static synchronized void rulesBefore() {
        var id = Database.query("select id from rule_sets where code = 'VN-Y-2023'")
                .getFirst()
                .get("id");
        var shipped = Rules.read(Json.from("{\"id\":\"%s\"}".formatted(id)));
        if (shipped.getString("status").equals("PILOT")) {
            Rules.act(Rules.approver(), shipped, "make-official", Rules.legalCheck())
                    .then()
                    .statusCode(200);
        }
    }

    /** A row of {@link #bulk} that opens a year. */
    public static Map<String, Object> row(String rowId, int year, Units.Unit unit) {
        return Map.of("rowId", rowId, "op", "CREATE", "body", Map.of("year", year, "unitId", unit.id()));
    }

    /** Many acts on closings of years. */
    public static Response bulk(String token, boolean atomic, List<Map<String, Object>> rows) {
        return Api.as(token)
                .header("Idempotency-Key", Api.key())
                .body(Map.of("atomic", atomic, "rows", rows))
                .post(CLOSINGS + "/bulk");
    }

    public static Agency agency(int staff) {
        rules();
        var department = Units.department();
        var editor = Units.editor(department);
        var people = new ArrayList<Json>();
        for (int i = 0; i < staff; i++) {
            people.add(Evaluations.officer(editor, department, "Trần Cả Năm", "STAFF", "COMMUNE_PART_TIME"));
        }
        return new Agency(
                department, Evaluations.officer(editor, department, "Lê Giám Đốc", "HEAD", "CONTRACT_WORKER"), people);
    }

    public static Response open(String token, int year, Units.Unit unit) {
        return Api.as(token)
                .header("Idempotency-Key", Api.key())
                .body(Map.of("year", year, "unitId", unit.id()))
                .post(CLOSINGS);
    }

    /** The closing as it was answered; fails if refused. */
    public static Json opened(Agency agency) {
        return open(agency.keeper(), YEAR, agency.department())
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class);
    }

    /** A published month of somebody in an agency; points null is not rated. */
    public static void month(Json officer, Units.Unit unit, int month, @Nullable String points) {
        month(officer, unit, YearMonth.of(YEAR, month), points);
    }

    public static void month(Json officer, Units.Unit unit, YearMonth month, @Nullable String points) {
        Database.query(
                """
                with opened as (
                    insert into closings (id, period_type, period_from, unit_id, state, opened_by, opened_at, published_by, published_at, row_version)
                    values (uuidv7(), 'MONTH', ?, ?::uuid, 'PUBLISHED', 'test', now(), 'test', now(), 1)
                    on conflict (period_type, period_from, unit_id) do update set row_version = closings.row_version returning id),
                said as (select ?::numeric as points)
                insert into sheets (id, closing_id, period_type, period_from, officer_id, assignment_id, unit_id, rating_unit_id, category,
                    position, title, leader, unit_type, sheet_kind, rule_set_id, state, working_days, presence_days, outcome, not_rated,
                    points, grade_by_points, grade, digest, decided_by, decided_at, published_at)
                select uuidv7(), o.id, 'MONTH', ?, ?::uuid, uuidv7(), ?::uuid, ?::uuid, 'COMMUNE_PART_TIME', 'STAFF', 'x',
                    false, 'DEPARTMENT', 'STAFF', (select id from rule_sets where code = 'HN-M-2022' order by version limit 1), 'PUBLISHED', 22,
                    case when s.points is null then 0 else 22 end, case when s.points is null then 'NOT_RATED' else 'RATED' end,
                    case when s.points is null then 'ABSENT_ALL_PERIOD' end, s.points, g.grade, g.grade,
                    decode(repeat('00', 32), 'hex'), 'test', now(), now()
                from opened o, said s, lateral (
                    select case when s.points >= 90 then 'A' when s.points >= 70 then 'B' when s.points >= 50 then 'C'
                        when s.points is not null then 'D' end as grade) g
                returning id""", month.atDay(1), unit.id(), points, month.atDay(1), officer.getString("id"), unit.id(), unit.id());
    }

    public static Json classification(Json officer, int year) {
        var id = Database.query(
                        "select id from annual_classifications where officer_id = ?::uuid and year = ? and superseded_at is null",
                        officer.getString("id"),
                        year)
                .getFirst()
                .get("id");
        return Json.from("{\"id\":\"%s\"}".formatted(id));
    }

    public static Json read(String token, Json classification) {
        return Api.as(token)
                .get(PATH + "/" + classification.getString("id"))
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    /** An act on a classification in its present version. */
    public static Response act(String token, Json classification, String verb, Object body) {
        var version = Database.count(
                "select row_version from annual_classifications where id = ?::uuid", classification.getString("id"));
        return Evaluations.onPath(
                token, PATH + "/" + classification.getString("id") + "/actions/" + verb, version, body);
    }

    public static Response publish(String token, Json closing, Object body) {
        var version =
                Database.count("select row_version from annual_closings where id = ?::uuid", closing.getString("id"));
        return Evaluations.onPath(token, CLOSINGS + "/" + closing.getString("id") + "/actions/publish", version, body);
    }

    /** The year of somebody as the head of the agency has decided it; fails if refused. */
    public static Json decided(Agency agency, Json officer, Map<String, Object> decision) {
        return Evaluations.done(act(agency.director(), classification(officer, YEAR), "decide", decision));
    }

    public static Map<String, Object> decision(@Nullable String level) {
        return decision(level, Map.of());
    }

    /** @param facts what the decider states besides */
    public static Map<String, Object> decision(@Nullable String level, Map<String, ?> facts) {
        var data = new LinkedHashMap<String, @Nullable Object>(facts);
        data.put("level", level);
        return Map.of("decision", Evaluations.DECISION, "data", data);
    }

    public static Map<String, Object> reasoned(@Nullable String level) {
        var body = new LinkedHashMap<>(decision(level));
        body.put("reason", Evaluations.REASON);
        return body;
    }
}
