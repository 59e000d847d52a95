package vn.gov.hanoi.selection.support;

import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.time.HanoiClock;

/**
 * A round whose list of candidates is published, with a council of five from another department.
 *
 * @param vacancies its posts
 * @param candidates officers, post by post
 * @param applications in the same order
 * @param council chair, secretary, three members
 */
public record SecondRound(
        Cast cast, UUID id, List<UUID> vacancies, List<UUID> candidates, List<UUID> applications, List<UUID> council) {
    /** @param many candidates of each post, at least two */
    public static SecondRound listed(Cast cast, int... many) {
        var vacancies = IntStream.range(0, many.length)
                .mapToObj(_ -> Vacancies.draft(
                                cast.organiser(), cast.division().id(), "Trưởng phòng " + UUID.randomUUID())
                        .getString("id"))
                .toList();
        var draft = Rounds.played(
                vacancies.getFirst(),
                Rounds.post(cast.organiser(), Rounds.plan(cast, vacancies.toArray(String[]::new))),
                201);
        var approved = Rounds.played(
                draft.vacancyId(),
                Rounds.act(cast.approver(), draft.id(), draft.etag(), "approve", Map.of("decision", Rounds.decision())),
                200);
        var announced = Rounds.played(
                draft.vacancyId(),
                Rounds.act(
                        cast.organiser(),
                        approved.id(),
                        approved.etag(),
                        "publish",
                        Map.of("data", Rounds.announcement(Rounds.TODAY.minusDays(1)))),
                200);
        var candidates = new ArrayList<UUID>();
        var applications = new ArrayList<UUID>();
        for (int post = 0; post < many.length; post++) {
            for (int i = 0; i < many[post]; i++) {
                var person = Org.officer(cast.division());
                var entered = Applications.entered(
                        cast, new Rounds.Played(announced.id(), vacancies.get(post), announced.etag()), person);
                candidates.add(person);
                applications.add(UUID.fromString(entered.getString("id")));
            }
        }
        candidates.forEach(each -> Applications.tellGoodResults(each, Rounds.TODAY.minusDays(1)));
        Rounds.issue(cast, Rounds.locked(cast, announced)).then().statusCode(200);
        var id = UUID.fromString(announced.id());
        return new SecondRound(
                cast, id, vacancies.stream().map(UUID::fromString).toList(), candidates, applications, seat(id));
    }

    /** The second round of a contest that was written in earnest, with a council of its own. */
    public static SecondRound of(Contest contest) {
        var id = UUID.fromString(contest.id());
        var applications = contest.people().stream()
                .map(each -> UUID.fromString(contest.paperOf(each).getString("applicationId")))
                .toList();
        return new SecondRound(
                contest.cast(),
                id,
                List.of(UUID.fromString(contest.round().vacancyId())),
                contest.people(),
                applications,
                seat(id));
    }

    /** A round without candidates, with the council of another one. */
    public static SecondRound bare(Cast cast, List<UUID> council) {
        var round = Rounds.locked(cast, Rounds.checking(cast));
        var id = UUID.fromString(round.id());
        return new SecondRound(
                cast, id, List.of(UUID.fromString(round.vacancyId())), List.of(), List.of(), seat(id, council));
    }

    private static List<UUID> seat(UUID round) {
        var elsewhere = Org.department();
        return seat(
                round,
                IntStream.range(0, 5).mapToObj(_ -> Org.officer(elsewhere)).toList());
    }

    private static List<UUID> seat(UUID round, List<UUID> members) {
        var panel = UUID.randomUUID();
        Database.execute(
                "insert into panels (id, round_id, body, state, version, created_at, created_by, changed_at, changed_by) "
                        + "values (?, ?, 'COUNCIL', 'FORMED', 0, now(), 'x', now(), 'x')",
                panel,
                round);
        for (int i = 0; i < members.size(); i++) {
            Database.execute(
                    "insert into panel_members (panel_id, place, officer_id, capacity, joined_on) values (?, ?, ?, ?, current_date)",
                    panel,
                    i,
                    members.get(i),
                    i == 0 ? "HEAD" : i == 1 ? "SECRETARY" : "MEMBER");
        }
        return members;
    }

    /** The papers are written. */
    public SecondRound held() {
        return state("ROUND1_HELD");
    }

    /** Written marks are told and nobody can object any more; null for somebody who was absent. */
    public SecondRound marked(@Nullable String... points) {
        WrittenRound.published(id);
        for (int i = 0; i < points.length; i++) {
            WrittenRound.marked(id, applications.get(i), points[i], i + 1);
        }
        return state("ROUND1_PUBLISHED");
    }

    public void mark(int candidate, String points) {
        WrittenRound.superseded(id, applications.get(candidate), points);
    }

    public SecondRound state(String state) {
        Database.execute("update rounds set state = ? where id = ?", state, id);
        return this;
    }

    public String state() {
        return (String) Database.query("select state from rounds where id = ?", id)
                .getFirst()
                .get("state");
    }

    public static String panel(UUID officer) {
        return Tokens.user("panel-" + officer)
                .officer(Cast.code(officer))
                .roles("selection-panel")
                .token();
    }

    public String chair() {
        return panel(council.get(0));
    }

    public String secretary() {
        return panel(council.get(1));
    }

    public String member(int place) {
        return panel(council.get(place));
    }

    public String drawPath() {
        return Rounds.PATH + "/" + id + "/draw";
    }

    public Response commit() {
        return post(secretary(), drawPath() + "/actions/commit", null, Map.of());
    }

    /** Draws with places for all of today. */
    public Response draw() {
        var etag = Api.json(Api.as(secretary()).get(drawPath())).path("etag").asText();
        return post(
                secretary(),
                drawPath() + "/actions/reveal",
                etag,
                Map.of("data", sessions(Math.max(1, candidates.size()))));
    }

    public static Map<String, Object> sessions(int places) {
        return Map.of(
                "sessions",
                List.of(Map.of(
                        "startsAt",
                        Rounds.TODAY.atStartOfDay(HanoiClock.ZONE).toInstant().toString(),
                        "defences",
                        places)));
    }

    /** Committed and drawn. */
    public SecondRound drawn() {
        commit().then().statusCode(200);
        draw().then().statusCode(200);
        return this;
    }

    /** The defence of a candidate, as its member sees it. */
    public Json defence(String token, int candidate) {
        return Api.as(token)
                .get("/selection/v1/defences/" + defenceId(candidate))
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    public UUID defenceId(int candidate) {
        return (UUID) java.util.Objects.requireNonNull(
                Database.query("select id from defences where application_id = ?", applications.get(candidate))
                        .getFirst()
                        .get("id"));
    }

    public Response act(String token, int candidate, String verb, Object body) {
        var path = "/selection/v1/defences/" + defenceId(candidate);
        return post(token, path + "/actions/" + verb, etag(token, path), body);
    }

    public Response assign(int candidate, List<UUID> members) {
        return act(chair(), candidate, "assign", Map.of("data", Map.of("candidatePresent", true, "members", members)));
    }

    /** The sheet of a member: a full one with the total. */
    public static Map<String, Object> sheet(String total) {
        var left = new BigDecimal(total);
        var marks = new ArrayList<Map<String, Object>>();
        var most = new LinkedHashMap<String, Integer>();
        most.put("SITUATION", 20);
        most.put("STRENGTHS", 15);
        most.put("PLAN", 25);
        most.put("ACTION", 20);
        most.put("ANSWERS", 20);
        for (var criterion : most.entrySet()) {
            var points = left.min(BigDecimal.valueOf(criterion.getValue()));
            left = left.subtract(points);
            marks.add(Map.of("criterion", criterion.getKey(), "points", points));
        }
        return Map.of("marks", marks);
    }

    public String sheetPath(String token, int candidate) {
        return "/selection/v1/score-sheets/" + defence(token, candidate).getString("sheetId");
    }

    public static Response write(String token, String path, Object sheet) {
        return Api.as(token)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", etag(token, path))
                .body(sheet)
                .put(path);
    }

    public static Response seal(String token, String path) {
        return post(token, path + "/actions/seal", etag(token, path), Map.of());
    }

    /** Everybody is present, marks and seals; then the sheets are opened. @param totals of chair, secretary and members */
    public SecondRound scored(int candidate, String... totals) {
        assign(candidate, council.subList(0, totals.length)).then().statusCode(200);
        for (int i = 0; i < totals.length; i++) {
            var path = sheetPath(member(i), candidate);
            write(member(i), path, sheet(totals[i])).then().statusCode(200);
            seal(member(i), path).then().statusCode(200);
        }
        act(chair(), candidate, "reveal", Map.of()).then().statusCode(200);
        return this;
    }

    public Response list() {
        return post(chair(), "/selection/v1/merit-lists", null, Map.of("roundId", id));
    }

    /** The id of the result, when there is one. */
    public String resultPath() {
        return "/selection/v1/merit-lists/"
                + Database.query("select id from merit_lists where round_id = ?", id)
                        .getFirst()
                        .get("id");
    }

    public Response onResult(String token, String verb, Object body) {
        return post(token, resultPath() + "/actions/" + verb, etag(token, resultPath()), body);
    }

    public Map<String, Object> minutes() {
        return Map.of(
                "data",
                Map.of(
                        "minutes",
                        Map.of(
                                "number", "07/BB-HĐTT",
                                "signedOn", Rounds.TODAY.toString(),
                                "signedBy", council.subList(0, 4))));
    }

    /** From the list to the publication. */
    public SecondRound published() {
        list().then().statusCode(201);
        onResult(secretary(), "submit", minutes()).then().statusCode(200);
        onResult(cast.approver(), "approve", Map.of("decision", Rounds.decision()))
                .then()
                .statusCode(200);
        onResult(cast.organiser(), "publish", Map.of()).then().statusCode(200);
        return this;
    }

    /** The present tag, or one that is none for whom it does not exist. */
    public static String etag(String token, String path) {
        var answer = Api.as(token).get(path);
        return answer.statusCode() == 200 ? answer.as(Json.class).getString("etag") : "\"0\"";
    }

    public static Response post(String token, String path, @Nullable String etag, Object body) {
        var request = Api.as(token).header("Idempotency-Key", Api.key());
        return (etag == null ? request : request.header("If-Match", etag))
                .body(body)
                .post(path);
    }
}
