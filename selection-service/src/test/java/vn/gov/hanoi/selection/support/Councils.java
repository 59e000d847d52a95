package vn.gov.hanoi.selection.support;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;

/** Councils, boards and conflicts over HTTP. */
public final class Councils {
    public static final String COUNCILS = "/selection/v1/councils";
    public static final String BOARDS = "/selection/v1/boards";
    public static final String CONFLICTS = "/selection/v1/conflicts";

    private Councils() {}

    /**
     * A council of five.
     *
     * @param chair of the department of the round, above the candidates of its divisions
     * @param secretary the first personnel officer of the cast, above them as well
     * @param members of another department
     */
    public record Formed(String id, String etag, UUID chair, UUID secretary, List<UUID> members) {
        public List<UUID> all() {
            var all = new ArrayList<>(List.of(chair, secretary));
            all.addAll(members);
            return all;
        }
    }

    /** Somebody who sits in councils or boards, wherever the person works. */
    public static String member(UUID officer) {
        return Tokens.user("panel-" + officer)
                .officer(Cast.code(officer))
                .roles("selection-panel")
                .token();
    }

    public static Map<String, Object> seat(UUID officer, String capacity) {
        return new LinkedHashMap<>(Map.of("officerId", officer, "capacity", capacity));
    }

    /** The first heads it. */
    public static List<Map<String, Object>> seats(List<UUID> people) {
        var seats = new ArrayList<Map<String, Object>>();
        people.forEach(each -> seats.add(seat(each, seats.isEmpty() ? "HEAD" : "MEMBER")));
        return seats;
    }

    public static Map<String, @Nullable Object> request(Rounds.Played round, List<Map<String, Object>> seats) {
        var request = new LinkedHashMap<String, @Nullable Object>();
        request.put("roundId", round.id());
        request.put("members", seats);
        request.put("decision", Rounds.decision());
        return request;
    }

    public static Response post(String token, String path, Object request) {
        return Api.as(token).header("Idempotency-Key", Api.key()).body(request).post(path);
    }

    public static Response act(String token, String path, String id, String etag, String verb, Object body) {
        return Api.as(token)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", etag)
                .body(body)
                .post(path + "/" + id + "/actions/" + verb);
    }

    public static Map<String, Object> replacement(UUID leaves, UUID joins) {
        return Map.of(
                "decision",
                Rounds.decision(),
                "reason",
                Rounds.reason("CONFLICT"),
                "data",
                Map.of("leaves", leaves, "joins", joins));
    }

    /** A council of five whom nothing speaks against. */
    public static Formed formed(Cast cast, Rounds.Played round) {
        var elsewhere = Org.department();
        var chair = Org.officer(cast.department());
        var members = List.of(Org.officer(elsewhere), Org.officer(elsewhere), Org.officer(elsewhere));
        var council = post(cast.approver(), COUNCILS, request(round, council(chair, cast.first(), members)))
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class);
        return new Formed(council.getString("id"), council.getString("etag"), chair, cast.first(), members);
    }

    public static List<Map<String, Object>> council(UUID chair, UUID secretary, List<UUID> members) {
        var seats = new ArrayList<>(List.of(seat(chair, "HEAD"), seat(secretary, "SECRETARY")));
        members.forEach(each -> seats.add(seat(each, "MEMBER")));
        return seats;
    }

    public static Response formBoard(Cast cast, Rounds.Played round, String body, List<UUID> people) {
        var request = request(round, seats(people));
        request.put("body", body);
        return post(cast.approver(), BOARDS, request);
    }

    /** A board of these people, the first its head; fails if it is refused. */
    public static Json board(Cast cast, Rounds.Played round, String body, List<UUID> people) {
        return formBoard(cast, round, body, people)
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class);
    }

    public static Map<String, @Nullable Object> conflict(
            Rounds.Played round, UUID member, @Nullable UUID candidate, String ground) {
        var request = new LinkedHashMap<String, @Nullable Object>();
        request.put("roundId", round.id());
        request.put("memberId", member);
        request.put("candidateId", candidate);
        request.put("ground", ground);
        request.put("note", "Em ruột");
        return request;
    }

    public static Map<String, Object> waiver(Rounds.Played round, UUID member, UUID candidate, String ground) {
        return Map.of(
                "decision",
                Rounds.decision(),
                "reason",
                Rounds.reason("CHAIR_BY_LAW"),
                "data",
                Map.of("roundId", round.id(), "memberId", member, "candidateId", candidate, "ground", ground));
    }

    public static Response waive(Cast cast, Rounds.Played round, UUID member, UUID candidate, String ground) {
        return post(cast.approver(), CONFLICTS + "/actions/waive", waiver(round, member, candidate, ground));
    }

    /** Lets chair and secretary judge these candidates of a division of their department. */
    public static void waiveLine(Cast cast, Rounds.Played round, Formed council, UUID... candidates) {
        for (var candidate : candidates) {
            for (var member : List.of(council.chair(), council.secretary())) {
                waive(cast, round, member, candidate, "UNIT_ABOVE").then().statusCode(200);
            }
        }
    }

    public static JsonNode conflicts(String token, Rounds.Played round) {
        return Api.json(Api.as(token).get(CONFLICTS + "?count=true&roundId=" + round.id()));
    }
}
