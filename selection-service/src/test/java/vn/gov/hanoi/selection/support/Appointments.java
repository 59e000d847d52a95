package vn.gov.hanoi.selection.support;

import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.JsonSchemas;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.selection.support.Contests.Contest;

/** Appointments over HTTP, and what the directory answers. */
public final class Appointments {
    public static final String PATH = "/selection/v1/appointments";
    private static final String TOPIC = "directory.appointment";

    private Appointments() {}

    public static Map<String, Object> request(String vacancyId, String applicationId) {
        return new LinkedHashMap<>(Map.of("vacancyId", vacancyId, "applicationId", applicationId));
    }

    public static Response post(String token, Object request) {
        return Api.as(token).header("Idempotency-Key", Api.key()).body(request).post(PATH);
    }

    /** Proposed by the first personnel officer; fails if it is refused. */
    public static Json proposed(Contest contest, String vacancy, UUID person) {
        return post(contest.cast().personnel(), request(vacancy, contest.application(vacancy, person)))
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class);
    }

    public static Json proposed(Contest contest, UUID person) {
        return proposed(contest, contest.vacancy(), person);
    }

    public static Response act(String token, Json appointment, String verb, Object body) {
        return act(token, appointment, appointment.getString("etag"), Api.key(), verb, body);
    }

    public static Response act(String token, Json appointment, String etag, String key, String verb, Object body) {
        return Api.as(token)
                .header("Idempotency-Key", key)
                .header("If-Match", etag)
                .body(body)
                .post(PATH + "/" + appointment.getString("id") + "/actions/" + verb);
    }

    public static Map<String, Object> consent(String whose) {
        return Map.of("decision", Rounds.decision(), "data", Map.of("consent", whose));
    }

    public static Map<String, Object> decision(LocalDate effectiveOn) {
        return Map.of("decision", Rounds.decision(), "effectiveOn", effectiveOn.toString());
    }

    public static Map<String, Object> ending(String reason) {
        return Map.of("decision", Rounds.decision(), "reason", Rounds.reason(reason));
    }

    /** With both consents. */
    public static Json consented(Contest contest, Json appointment) {
        var now = appointment;
        for (var whose : List.of("PARTY", "AUTHORITY")) {
            now = done(act(contest.cast().personnel(), now, "review", consent(whose)));
        }
        return now;
    }

    public static Json decided(Contest contest, UUID person, LocalDate effectiveOn) {
        var ready = consented(contest, proposed(contest, person));
        return done(act(contest.cast().approver(), ready, "decide", decision(effectiveOn)));
    }

    public static Json done(Response answer) {
        return answer.then().statusCode(200).extract().as(Json.class);
    }

    public static Json read(String token, Json appointment) {
        return done(Api.as(token).get(PATH + "/" + appointment.getString("id")));
    }

    /** A second official who decides. */
    public static String otherApprover(Cast cast) {
        return Tokens.user("deputy-" + cast.department().code())
                .unit(cast.department().code())
                .roles("selection-reader", "selection-approver")
                .token();
    }

    public static byte[] applied(Json appointment, int revision) {
        return answer(
                appointment,
                "applied",
                Map.of(
                        "appointmentId", appointment.getString("id"),
                        "revision", revision,
                        "officerId", appointment.getString("person.id"),
                        "unitId", appointment.getString("unitId"),
                        "assignmentId", UUID.randomUUID(),
                        "effectiveOn", Rounds.TODAY.toString()));
    }

    public static byte[] refused(Json appointment, int revision, String code) {
        return answer(
                appointment,
                "refused",
                Map.of(
                        "appointmentId", appointment.getString("id"),
                        "revision", revision,
                        "officerId", appointment.getString("person.id"),
                        "unitId", appointment.getString("unitId"),
                        "code", code,
                        "args", Map.of("validFrom", Rounds.TODAY.toString())));
    }

    private static byte[] answer(Json appointment, String fact, Map<String, Object> data) {
        var event = Events.envelope(
                TOPIC, fact, "appointment-orders", UUID.fromString(appointment.getString("id")), 1, data);
        Assertions.assertThat(errors("../evaluation-service", event)).isEmpty();
        return event;
    }

    /** What the schema of the service that tells an event says against it. */
    public static List<?> errors(String service, byte[] event) {
        var told = Events.parse(event);
        var type = told.path("type").asText().substring("vn.gov.hanoi.".length());
        try {
            return JsonSchemas.of(Files.readString(Path.of(service, "src/main/resources/schemas", type + ".json")))
                    .validate(told.path("data").toString(), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends answers of the directory in their order, and waits until each was taken. */
    public static void tell(Json appointment, byte[]... events) {
        for (var event : events) {
            Events.send(TOPIC, appointment.getString("person.id"), event);
            var id = UUID.fromString(Events.parse(event).path("id").asText());
            await("event is taken")
                    .atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> Database.count("select count(*) from inbox_events where id = ?", id) == 1);
        }
    }
}
