package vn.gov.hanoi.selection.support;

import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Rating;

/** Applications over HTTP. */
public final class Applications {
    public static final String PATH = "/selection/v1/applications";
    private static final List<String> KINDS = List.of(
            "PLANNING_DECISION", "EXAMINATION_CLEARANCE", "PERSONAL_FILE", "ASSET_DECLARATION", "HEALTH_CERTIFICATE");

    private Applications() {}

    public static Map<String, @Nullable Object> document(String kind, @Nullable Boolean confirms) {
        var document = new LinkedHashMap<String, @Nullable Object>();
        document.put("kind", kind);
        document.put("reference", "15-QĐ/ĐU");
        document.put("issuedOn", Rounds.TODAY.minusDays(60).toString());
        if (confirms != null) {
            document.put("confirms", confirms);
        }
        return document;
    }

    /** A request of a personnel officer that nothing speaks against, received on a day of the window. */
    public static Map<String, @Nullable Object> request(String vacancyId, UUID officer) {
        var request = own(vacancyId, officer);
        request.put("receivedOn", Rounds.TODAY.minusDays(3).toString());
        request.put(
                "documents", KINDS.stream().map(kind -> document(kind, true)).toList());
        return request;
    }

    /** A request of the person, without documents. */
    public static Map<String, @Nullable Object> own(String vacancyId, UUID officer) {
        var request = new LinkedHashMap<String, @Nullable Object>();
        request.put("vacancyId", vacancyId);
        request.put("officerId", officer);
        request.put("source", "PLANNED_INSIDE");
        request.put("consentedOn", Rounds.TODAY.minusDays(20).toString());
        request.put("birthDate", "1985-05-17");
        request.put("sex", "FEMALE");
        request.put("documents", List.of());
        return request;
    }

    public static Response post(String token, Object request) {
        return Api.as(token).header("Idempotency-Key", Api.key()).body(request).post(PATH);
    }

    /** Entered by the first personnel officer; fails if it is refused. */
    public static Json entered(Cast cast, Rounds.Played round, UUID officer) {
        return post(cast.personnel(), request(round.vacancyId(), officer))
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class);
    }

    public static Response act(String token, Json application, String verb, Object body) {
        return Api.as(token)
                .header("Idempotency-Key", Api.key())
                .header("If-Match", etag(token, application.getString("id")))
                .body(body)
                .post(PATH + "/" + application.getString("id") + "/actions/" + verb);
    }

    /** The present tag, or one that is none for whom it does not exist. */
    public static String etag(String token, String id) {
        var answer = Api.as(token).get(PATH + "/" + id);
        return answer.statusCode() == 200 ? answer.as(Json.class).getString("etag") : "\"0\"";
    }

    /** The newest check. */
    public static Json checks(String token, Json application) {
        return Api.as(token)
                .get(PATH + "/" + application.getString("id") + "/eligibility-checks")
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    /** Tells good results: of the last three years and the last twelve months before a day; returns when they are known. */
    public static void tellGoodResults(UUID officer, LocalDate cutOff) {
        var years = Stream.of(1, 2, 3).map(back -> Rating.ofYear(officer, cutOff.getYear() - back, "B"));
        var months = Stream.iterate(1, back -> back + 1)
                .limit(12)
                .map(back -> Rating.ofMonth(
                        officer, YearMonth.from(cutOff).minusMonths(back).toString(), "B"));
        Stream.concat(years, months).forEach(rating -> rating.send(rating.event()));
        await("results")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Database.count("select count(*) from rating_records where officer_id = ?", officer) == 15);
    }
}
