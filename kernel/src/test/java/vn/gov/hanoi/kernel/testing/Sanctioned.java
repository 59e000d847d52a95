package vn.gov.hanoi.kernel.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sanction for twelve months, or a case that is considered, as evaluation-service tells it on discipline.
 *
 * @param fact for example sanction.imposed
 * @param sequence of the event within its case
 * @param data payload; held against the schema of the teller when it is sent
 */
public record Sanctioned(UUID officerId, String fact, int sequence, Map<String, @Nullable Object> data) {
    private static final String TOPIC = "discipline";
    private static final Duration SOON = Duration.ofSeconds(20);

    public static Sanctioned imposed(UUID officerId, String form, LocalDate effectiveOn) {
        return of(officerId, UUID.randomUUID(), 1, form, effectiveOn, null);
    }

    /** The next revision, with another first day. */
    public Sanctioned corrected(LocalDate effectiveOn) {
        return of(officerId, caseId(), revision() + 1, String.valueOf(data.get("form")), effectiveOn, null);
    }

    /** The next revision, which ends it. */
    public Sanctioned lifted(LocalDate day) {
        var effectiveOn = LocalDate.parse(String.valueOf(data.get("effectiveOn")));
        return of(officerId, caseId(), revision() + 1, String.valueOf(data.get("form")), effectiveOn, day);
    }

    /** A case that is considered from a day on. */
    public static Sanctioned considered(UUID officerId, LocalDate beganOn) {
        return examination(officerId, UUID.randomUUID(), beganOn.toString(), null);
    }

    /** The case is considered no more from a day on. */
    public Sanctioned consideredUntil(LocalDate endedOn) {
        return examination(officerId, caseId(), String.valueOf(data.get("beganOn")), endedOn.toString());
    }

    private static Sanctioned examination(UUID officerId, UUID caseId, String beganOn, @Nullable String endedOn) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("caseId", caseId);
        data.put("officerId", officerId);
        data.put("beganOn", beganOn);
        data.put("endedOn", endedOn);
        data.put("bans", List.of("APPOINTMENT", "TRAINING", "CANDIDACY"));
        boolean begun = endedOn == null;
        return new Sanctioned(officerId, begun ? "examination.begun" : "examination.ended", begun ? 1 : 2, data);
    }

    private static Sanctioned of(
            UUID officerId, UUID caseId, int revision, String form, LocalDate effectiveOn, @Nullable LocalDate lifted) {
        var endsOn = effectiveOn.plusMonths(12).minusDays(1).toString();
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("caseId", caseId);
        data.put("revision", revision);
        data.put("officerId", officerId);
        data.put("form", form);
        data.put("category", "CIVIL_SERVANT");
        data.put("effectiveOn", effectiveOn.toString());
        data.put("endsOn", endsOn);
        data.put(
                "bans",
                Stream.of("APPOINTMENT", "PLANNING", "TRAINING", "CANDIDACY")
                        .map(kind -> Map.of("kind", kind, "endsOn", endsOn))
                        .toList());
        data.put("liftedOn", lifted == null ? null : lifted.toString());
        var fact = revision == 1 ? "imposed" : lifted == null ? "corrected" : "lifted";
        return new Sanctioned(officerId, "sanction." + fact, revision, data);
    }

    private UUID caseId() {
        return (UUID) data.get("caseId");
    }

    private int revision() {
        return (Integer) data.get("revision");
    }

    /** Tells all of these in their order, and waits until the service has taken them. */
    public static void tell(List<Sanctioned> all) {
        var ids = all.stream()
                .map(each -> {
                    var event = each.event();
                    Events.send(TOPIC, each.officerId.toString(), event);
                    return UUID.fromString(Events.parse(event).path("id").asText());
                })
                .toList();
        for (var id : ids) {
            await("event is taken")
                    .atMost(SOON)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> Database.count("select count(*) from inbox_events where id = ?", id) == 1);
        }
    }

    private byte[] event() {
        var event = Events.envelope(TOPIC, fact, "discipline-cases", caseId(), sequence, data);
        var type = Events.parse(event).path("type").asText().substring("vn.gov.hanoi.".length());
        var schema = Path.of("../evaluation-service/src/main/resources/schemas", type + ".json");
        try {
            assertThat(JsonSchemas.of(Files.readString(schema))
                            .validate(Events.parse(event).path("data").toString(), InputFormat.JSON))
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return event;
    }
}
