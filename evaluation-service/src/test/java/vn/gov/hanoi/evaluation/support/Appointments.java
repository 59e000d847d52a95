package vn.gov.hanoi.evaluation.support;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.JsonSchemas;

/** Appointments as selection-service tells them; each event is held against the schema of the teller when it is sent. */
public final class Appointments {
    private static final String TOPIC = "selection.appointment";

    private Appointments() {}

    /** An appointment of an officer as head of a unit, or as deputy. */
    public record Told(UUID id, UUID officerId, UUID unitId, LocalDate effectiveOn, String position) {
        public static Told of(Json officer, Units.Unit unit, LocalDate effectiveOn) {
            return new Told(
                    UUID.randomUUID(), UUID.fromString(officer.getString("id")), unit.id(), effectiveOn, "HEAD");
        }

        public Told asDeputy() {
            return new Told(id, officerId, unitId, effectiveOn, "DEPUTY_HEAD");
        }

        public byte[] decided(int revision) {
            return event("decided", revision);
        }

        public byte[] revoked(int revision) {
            return event("revoked", revision);
        }

        private byte[] event(String fact, int revision) {
            var data = new LinkedHashMap<String, @Nullable Object>();
            data.put("id", id);
            data.put("revision", revision);
            data.put("roundId", UUID.randomUUID());
            data.put("vacancyId", UUID.randomUUID());
            data.put("officerId", officerId);
            data.put("unitId", unitId);
            data.put("position", position);
            data.put("title", "Trưởng phòng");
            data.put("effectiveOn", effectiveOn.toString());
            data.put("termMonths", 60);
            data.put("probationMonths", 0);
            data.put("decisionNumber", "45/QĐ-SNV");
            var event = Events.envelope(TOPIC, fact, "appointments", id, revision, data);
            var schema = Path.of(
                    "../selection-service/src/main/resources/schemas/selection.appointment." + fact + ".v1.json");
            try {
                assertThat(JsonSchemas.of(Files.readString(schema))
                                .validate(Events.parse(event).path("data").toString(), InputFormat.JSON))
                        .isEmpty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return event;
        }

        /** Sends events of this appointment in their order, and waits until the service has taken each. */
        public Told tell(byte[]... events) {
            for (var event : events) {
                Events.send(TOPIC, officerId.toString(), event);
                var eventId = UUID.fromString(Events.parse(event).path("id").asText());
                await("event is taken")
                        .atMost(Duration.ofSeconds(20))
                        .pollInterval(Duration.ofMillis(50))
                        .until(() -> Database.count("select count(*) from inbox_events where id = ?", eventId) == 1);
            }
            return this;
        }

        public String state() {
            return String.valueOf(Database.query("select state from appointment_orders where id = ?", id)
                    .getFirst()
                    .get("state"));
        }
    }
}
