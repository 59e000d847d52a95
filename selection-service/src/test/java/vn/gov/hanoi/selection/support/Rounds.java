package vn.gov.hanoi.selection.support;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.time.HanoiClock;

/** Rounds over HTTP. */
public final class Rounds {
    public static final String PATH = "/selection/v1/rounds";
    public static final LocalDate TODAY = LocalDate.now(HanoiClock.ZONE);

    private Rounds() {}

    /** A round with the id of its one post. */
    public record Played(String id, String vacancyId, String etag) {}

    public static Map<String, Object> decision() {
        return new LinkedHashMap<>(Map.of("number", "45/QĐ-SNV", "signedOn", TODAY.toString(), "issuer", "Sở Nội vụ"));
    }

    public static Map<String, Object> reason(String code) {
        return new LinkedHashMap<>(Map.of("code", code, "text", "Theo tờ trình của Sở Nội vụ"));
    }

    /** A plan that nothing speaks against. */
    public static Map<String, @Nullable Object> plan(Cast cast, String... vacancies) {
        var plan = new LinkedHashMap<String, @Nullable Object>();
        plan.put("unitId", cast.department().id());
        plan.put("title", "Thi tuyển Trưởng phòng");
        plan.put("legalBasis", "2424/BNV-CCVC, 09/05/2017");
        plan.put("startsOn", TODAY.minusDays(40).toString());
        plan.put("listOn", TODAY.plusDays(5).toString());
        plan.put("examOn", TODAY.plusDays(25).toString());
        plan.put(
                "posts",
                List.of(vacancies).stream()
                        .map(id -> new LinkedHashMap<>(Map.of("vacancyId", id)))
                        .toList());
        plan.put("personnel", List.of(cast.first(), cast.second()));
        return plan;
    }

    /** Dossiers are taken in thirty days that end on the day. */
    public static Map<String, @Nullable Object> announcement(LocalDate to) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("announcedOn", to.minusDays(30).toString());
        data.put("dossiersFrom", to.minusDays(30).toString());
        data.put("dossiersTo", to.toString());
        data.put("media", List.of("MASS_MEDIA", "WEB_SITE", "NOTICE_BOARD"));
        return data;
    }

    public static Response post(String token, Object plan) {
        return Api.as(token).header("Idempotency-Key", Api.key()).body(plan).post(PATH);
    }

    public static Response act(String token, String id, String etag, String verb, Object body) {
        return Api.as(token)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", etag)
                .body(body)
                .post(PATH + "/" + id + "/actions/" + verb);
    }

    public static Json get(String token, String id) {
        return Api.as(token)
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    /** A draft of one post. */
    public static Played draft(Cast cast) {
        var vacancy = Vacancies.draft(cast.organiser(), cast.division().id(), "Trưởng phòng " + UUID.randomUUID())
                .getString("id");
        return played(vacancy, post(cast.organiser(), plan(cast, vacancy)), 201);
    }

    public static Played approved(Cast cast) {
        var draft = draft(cast);
        return played(
                draft.vacancyId(),
                act(cast.approver(), draft.id(), draft.etag(), "approve", Map.of("decision", decision())),
                200);
    }

    /** Dossiers are taken until the day: today for one that receives, yesterday for one whose eligibility is checked. */
    public static Played announced(Cast cast, LocalDate to) {
        var approved = approved(cast);
        return played(
                approved.vacancyId(),
                act(cast.organiser(), approved.id(), approved.etag(), "publish", Map.of("data", announcement(to))),
                200);
    }

    public static Played receiving(Cast cast) {
        return announced(cast, TODAY);
    }

    public static Played checking(Cast cast) {
        return announced(cast, TODAY.minusDays(1));
    }

    public static Played locked(Cast cast, Played round) {
        return played(round.vacancyId(), act(cast.personnel(), round.id(), round.etag(), "lock", Map.of()), 200);
    }

    public static Response issue(Cast cast, Played round) {
        return act(cast.approver(), round.id(), round.etag(), "issue", Map.of("decision", decision()));
    }

    public static Played played(String vacancy, Response answer, int status) {
        var body = answer.then().statusCode(status).extract().as(Json.class);
        return new Played(body.getString("id"), vacancy, body.getString("etag"));
    }

    /** The list of candidates is published: these people stand for the one post, and nothing speaks against them. */
    public static Played listed(Cast cast, UUID... people) {
        var round = checking(cast);
        for (var person : people) {
            Applications.entered(cast, round, person);
            if (Database.count("select count(*) from rating_records where officer_id = ?", person) == 0) {
                Applications.tellGoodResults(person, TODAY.minusDays(1));
            }
        }
        return played(round.vacancyId(), issue(cast, locked(cast, round)), 200);
    }
}
