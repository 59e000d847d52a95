package vn.gov.hanoi.selection.support;

import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;

/** A written round over HTTP, step by step. @param people candidates of the one post */
public record Contest(Cast cast, Rounds.Played round, List<UUID> people, Boards boards) {
    public static final String EXAMS = "/selection/v1/written-exams";
    public static final String PAPERS = "/selection/v1/papers";
    public static final String SHEETS = "/selection/v1/mark-sheets";
    public static final String OBJECTIONS = "/selection/v1/objections";
    public static final String SCRIPTS = "/selection/v1/scripts";

    /** The list is published, the boards are seated. */
    public static Contest listed(int many) {
        var cast = Cast.assemble();
        var people =
                Stream.generate(() -> Org.officer(cast.division())).limit(many).toList();
        var round = Rounds.listed(cast, people.toArray(UUID[]::new));
        return new Contest(cast, round, people, Boards.seat(cast, round));
    }

    public String id() {
        return round.id();
    }

    private String exam() {
        return EXAMS + "/" + id();
    }

    public static Map<String, Object> plan() {
        return new LinkedHashMap<>(Map.of(
                "startsOn",
                Rounds.TODAY.toString(),
                "startsAt",
                "08:00",
                "rooms",
                List.of(Map.of("name", "P.301", "seats", 2), Map.of("name", "P.302", "seats", 20))));
    }

    public Response create(String token) {
        return Api.as(token)
                .header("Idempotency-Key", Api.key())
                .body(Map.of("roundId", id(), "plan", plan()))
                .post(EXAMS);
    }

    /** The present tag of an address, or one that is none for whom it does not exist. */
    public static String etag(String token, String address) {
        var answer = Api.as(token).get(address);
        return answer.statusCode() == 200 ? Api.json(answer).path("etag").asText() : "\"0\"";
    }

    public static Response send(String token, String method, String address, String etag, Object body) {
        return Api.as(token)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", etag)
                .body(body)
                .request(method, address);
    }

    /** An act on the written round with its present tag. */
    public Response act(String token, String verb, Object body) {
        return send(token, "POST", exam() + "/actions/" + verb, etag(token, exam()), body);
    }

    public Response act(String token, String verb) {
        return act(token, verb, Map.of());
    }

    private static Json done(Response answer, int status) {
        return answer.then().statusCode(status).extract().as(Json.class);
    }

    public Contest planned() {
        done(create(cast.personnel()), 201);
        return this;
    }

    public static Map<String, Object> scheme() {
        return Map.of(
                "criteria",
                List.of(
                        Map.of("code", "Q1", "title", "Kiến thức chung", "maximum", new BigDecimal("60.00")),
                        Map.of("code", "Q2", "title", "Kiến thức quản lý", "maximum", new BigDecimal("40.00"))));
    }

    public Response write(Object scheme) {
        var head = boards.head("QUESTION");
        return send(head, "PUT", exam() + "/scheme", etag(head, exam()), scheme);
    }

    /** Papers in the order of their numbers, as somebody sees them. */
    public List<Json> papers(String token) {
        return items(token, PAPERS);
    }

    public List<Json> sheets(String token) {
        return items(token, SHEETS);
    }

    public List<Json> scripts(String token) {
        return items(token, SCRIPTS);
    }

    private List<Json> items(String token, String path) {
        var found = new ArrayList<Json>();
        var answer = Api.as(token).get(path + "?examId=" + id());
        answer.then().statusCode(200);
        Api.json(answer).path("items").forEach(each -> found.add(Json.from(each.toString())));
        return found;
    }

    public Json paperOf(UUID person) {
        return papers(cast.personnel()).stream()
                .filter(each -> each.getString("officer.id").equals(person.toString()))
                .findFirst()
                .orElseThrow();
    }

    public static Response attend(String token, Json paper, boolean came, int late) {
        return send(
                token,
                "PUT",
                PAPERS + "/" + paper.getString("id") + "/attendance",
                paper.getString("etag"),
                Map.of("came", came, "minutesLate", late));
    }

    public static Response violate(String token, String paperId, String kind) {
        var address = PAPERS + "/" + paperId;
        return send(
                token,
                "POST",
                address + "/violations",
                etag(token, address),
                Map.of("kind", kind, "text", "Trao đổi bài"));
    }

    /** Everybody came in time, and the papers are collected. */
    public Contest held() {
        planned();
        done(write(scheme()), 200);
        var room = boards.token("SUPERVISION", 1);
        papers(room).forEach(paper -> done(attend(room, paper, true, 0), 200));
        return collected();
    }

    public Contest collected() {
        done(act(boards.head("SUPERVISION"), "close"), 200);
        return this;
    }

    public static Response handIn(String token, Json paper, byte[] scan, String fileName) {
        return Api.as(token)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", paper.getString("etag"))
                .contentType("multipart/form-data")
                .multiPart("file", fileName, scan, "application/pdf")
                .put(PAPERS + "/" + paper.getString("id") + "/script");
    }

    /** All scripts of who sat are in. */
    public Contest coded() {
        var codes = boards.token("CODING", 1);
        papers(codes).stream()
                .filter(paper -> paper.getString("attendance").equals("PRESENT"))
                .forEach(paper -> done(
                        handIn(codes, paper, Scans.telling("SBD " + paper.getInt("number"), 1), "Nguyen Thi Mau.pdf"),
                        200));
        done(act(boards.head("CODING"), "lock"), 200);
        return this;
    }

    public Contest assigned() {
        done(act(boards.head("MARKING"), "assign"), 200);
        return this;
    }

    public static Map<String, Object> points(String first, String second) {
        return Map.of(
                "points",
                List.of(
                        Map.of("criterion", "Q1", "points", new BigDecimal(first)),
                        Map.of("criterion", "Q2", "points", new BigDecimal(second))));
    }

    public static Json draft(String token, Json sheet, Object points) {
        return done(send(token, "PUT", SHEETS + "/" + sheet.getString("id"), sheet.getString("etag"), points), 200);
    }

    public static Response seal(String token, Json sheet) {
        return send(
                token,
                "POST",
                SHEETS + "/" + sheet.getString("id") + "/actions/seal",
                sheet.getString("etag"),
                Map.of());
    }

    /** Every open sheet of a board is sealed. @param points of Q1 by the script and the officer who marks it; Q2 gets 20 */
    public Contest marked(String body, BiFunction<UUID, UUID, @Nullable String> points) {
        for (var officer : Objects.requireNonNull(boards.members().get(body))) {
            var token = Boards.token(officer);
            for (var sheet : sheets(token)) {
                var given = points.apply(scriptOf(sheet.getString("id")), officer);
                if (given != null && sheet.getString("state").equals("DRAFT")) {
                    done(seal(token, draft(token, sheet, points(given, "20.00"))), 200);
                }
            }
        }
        return this;
    }

    /** What no answer tells. */
    public static UUID scriptOf(String sheetId) {
        return (UUID) Objects.requireNonNull(
                Database.query("select script_id from mark_sheets where id = ?", UUID.fromString(sheetId))
                        .getFirst()
                        .get("script_id"));
    }

    public Contest revealed() {
        done(act(boards.token("CODING", 1), "reveal"), 200);
        done(act(boards.token("MONITORING", 1), "reveal"), 200);
        return this;
    }

    public Contest published() {
        done(act(cast.approver(), "publish", Map.of("decision", Rounds.decision())), 200);
        return this;
    }

    /** A candidate objects to the own mark. */
    public Response object(UUID person) {
        return Api.as(Cast.candidate(person))
                .header("Idempotency-Key", Api.key())
                .body(Map.of("paperId", paperOf(person).getString("id"), "grounds", "Đề nghị phúc khảo câu 2"))
                .post(OBJECTIONS);
    }

    /** What a person objected, newest state. */
    public Json objectionOf(UUID person) {
        return items(Cast.candidate(person), OBJECTIONS).getFirst();
    }

    public Response withdraw(UUID person) {
        var objection = objectionOf(person);
        return send(
                Cast.candidate(person),
                "POST",
                OBJECTIONS + "/" + objection.getString("id") + "/actions/withdraw",
                objection.getString("etag"),
                Map.of());
    }

    public Response remark(String token, String verb, Object body) {
        var address = exam() + "/remarking";
        return send(token, "POST", address + "/actions/" + verb, etag(token, address), body);
    }

    /** As if the last day to object had been yesterday: time cannot be waited for. */
    public Contest timeIsOver() {
        Database.execute(
                "update written_exams set objections_until = ? where id = ?",
                Rounds.TODAY.minusDays(1),
                UUID.fromString(id()));
        return this;
    }

    public Contest timeGoesOn() {
        Database.execute(
                "update written_exams set objections_until = ? where id = ?", Rounds.TODAY, UUID.fromString(id()));
        return this;
    }

    /** From the list to the marks: everybody has 40 and 20. */
    public static Contest told(int many) {
        return listed(many)
                .held()
                .coded()
                .assigned()
                .marked("MARKING", (_, _) -> "40.00")
                .revealed()
                .published();
    }
}
