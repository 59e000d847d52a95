package vn.gov.hanoi.training.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.gov.hanoi.training.support.Delivery.act;
import static vn.gov.hanoi.training.support.Delivery.certifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.JsonSchemas;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.Delivery;

/** What the broker says about certificates, and what the database lets nobody change. */
@QuarkusTest
@WithStack
class CertificateEventTest {
    @Test
    void shouldTellEachActOnceWithoutNamesAndNumbers() throws IOException {
        // Given
        var made = new Delivery(City.DEPARTMENT).issued();
        var id = UUID.fromString(made.getString("id"));
        act(certifier(City.CITY), made, "suspend", "\"1\"", "COMPLAINT");
        act(certifier(City.CITY), made, "restore", "\"2\"", "CLEARED");
        act(certifier(City.CITY), made, "restore", "\"3\"", "CLEARED");
        act(certifier(City.CITY), made, "revoke", "\"3\"", "FRAUD");

        // When
        await("events of the certificate")
                .atMost(Duration.ofSeconds(20))
                .until(() -> Database.count("select count(*) from event_log where aggregate_id = ?", id) == 4);
        var events = Events.read("certificate", made.getString("holder.id"));

        // Then
        assertThat(events)
                .extracting(event -> event.path("type").asText())
                .containsExactly(
                        "vn.gov.hanoi.certificate.issued.v1",
                        "vn.gov.hanoi.certificate.suspended.v1",
                        "vn.gov.hanoi.certificate.restored.v1",
                        "vn.gov.hanoi.certificate.revoked.v1");
        for (var event : events) {
            var fact = event.path("type").asText().split("\\.")[4];
            assertThat(event.path("subject").asText()).isEqualTo("certificates/" + id);
            assertThat(schemaErrors(fact, event.path("data"))).isEmpty();
            assertThat(event.toString()).doesNotContain("Nguyễn", made.getString("number"));
        }
        assertThat(events.getLast().at("/data/reason").asText()).isEqualTo("FRAUD");
        assertThat(events.getLast().at("/data/version").asLong()).isEqualTo(4);
        var without = ((ObjectNode) events.getFirst().path("data")).without("officerId");
        assertThat(schemaErrors("issued", without)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update certificates set signed = 'x'",
                "update certificates set number = 'x'",
                "update certificates set holder_name = 'x'",
                "update certificates set expires_on = null",
                "delete from certificates",
                "delete from certificate_acts",
                "update certificate_acts set reason_code = 'X'",
                "update certificate_keys set public_key = private_sealed",
                "update certificate_keys set valid_from = now()",
                "delete from certificate_keys",
                "delete from certificate_lists"
            })
    void shouldNotBeChangeableByTheServiceItself(String statement) throws SQLException {
        try (var connection = Database.connectAs("training_app");
                var change = connection.createStatement()) {
            assertThatThrownBy(() -> change.execute(statement)).hasMessageContaining("permission denied");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state = 'REVOKED'; ck_certificates_reason",
                "reason_code = 'FRAUD'; ck_certificates_reason",
                "signed = null; ck_certificates_kind",
                "legacy_number = '1'; ck_certificates_kind",
                "state = 'LEGACY'; ck_certificates_kind",
                "list_index = 131072; ck_certificates_list_index",
                "expires_on = issued_on; ck_certificates_expires_on",
                "kid = 'x'; fk_certificates_kid"
            })
    void shouldRefuseCertificatesThatCannotBe(String change) {
        // Given
        var id = UUID.fromString(new Delivery(City.DEPARTMENT).issued().getString("id"));
        var parts = change.split("; ");

        // Then
        assertThatThrownBy(() -> Database.execute("update certificates set " + parts[0] + " where id = ?", id))
                .hasMessageContaining(parts[1]);
    }

    private static List<?> schemaErrors(String fact, JsonNode data) throws IOException {
        var name = "schemas/certificate." + fact + ".v1.json";
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            var schema = new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
            return JsonSchemas.of(schema).validate(data.toString(), InputFormat.JSON);
        }
    }
}
