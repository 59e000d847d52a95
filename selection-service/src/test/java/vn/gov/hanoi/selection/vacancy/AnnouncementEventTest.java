package vn.gov.hanoi.selection.vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
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
import vn.gov.hanoi.selection.support.Org;
import vn.gov.hanoi.selection.support.Vacancies;

@QuarkusTest
@WithStack
class AnnouncementEventTest {
    private static final String TOPIC = "selection.announcement";
    private static final String TYPE = "vn.gov.hanoi.selection.announcement.published.v1";
    private static final String SCHEMA = "schemas/selection.announcement.published.v1.json";
    private static final LocalDate DAY = LocalDate.of(2020, 3, 16);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldTellAnAnnouncementOnceUnderTheUnit() throws IOException {
        // Given
        var department = Org.department();
        var division = Org.division(department);
        var organiser = Org.organiser(department);
        Vacancies.draft(organiser, division.id(), "Trưởng phòng Không sự kiện");

        // When
        var announced = Vacancies.announced(organiser, division.id(), "Trưởng phòng Sự kiện", DAY);

        // Then
        var id = announced.getString("id");
        await("event of " + id)
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        Database.count("select count(*) from event_log where aggregate_id = ?", UUID.fromString(id))
                                == 1);
        var events = Events.read(TOPIC, division.id().toString());
        assertThat(events).hasSize(1);
        var event = events.getFirst();
        assertThat(event.path("type").asText()).isEqualTo(TYPE);
        assertThat(event.path("source").asText()).isEqualTo("/selection/v1");
        assertThat(event.path("subject").asText()).isEqualTo("vacancies/" + id);
        assertThat(event.path("sequence").asText()).isEqualTo("0000000001");
        assertThat(event.path("partitionkey").asText()).isEqualTo(division.id().toString());
        assertThat(event.path("data")).isEqualTo(JSON.readTree("""
                {"id":"%s","version":1,"unitId":"%s","postTitle":"Trưởng phòng Sự kiện","positions":1,
                 "announcedOn":"2020-03-16","dossiersFrom":"2020-03-16","dossiersTo":"2020-04-15"}""".formatted(id, division.id())));
        assertThat("\"" + event.path("data").path("version").asLong() + "\"").isEqualTo(announced.getString("etag"));
        assertThat(schemaErrors(event.path("data"))).isEmpty();
    }

    @Test
    void shouldTellNothingIfTheAnnouncementIsRefused() {
        // Given
        var department = Org.department();
        var division = Org.division(department);
        var organiser = Org.organiser(department);
        var draft = Vacancies.draft(organiser, division.id(), "Trưởng phòng Từ chối");

        // When
        Vacancies.publish(organiser, draft.getString("id"), "\"99\"", Vacancies.announcement(DAY));

        // Then
        assertThat(Database.count(
                        "select count(*) from event_sequences where aggregate_id = ?",
                        UUID.fromString(draft.getString("id"))))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id", "version", "unitId", "postTitle", "positions", "announcedOn", "dossiersFrom", "dossiersTo"
            })
    void shouldDescribeEveryPropertyAsRequired(String property) throws IOException {
        // Given
        var data = JSON.readTree("""
                {"id":"0197c363-ff40-7a11-8c02-5b1d0e77a9c4","version":1,"unitId":"0197c363-ff40-7a11-8c02-5b1d0e77a9c5",
                 "postTitle":"x","positions":1,"announcedOn":"2020-03-16","dossiersFrom":"2020-03-16","dossiersTo":"2020-04-15"}""");
        var without = data.deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) without).remove(property);

        // Then
        assertThat(schemaErrors(data)).isEmpty();
        assertThat(schemaErrors(without)).hasSize(1);
    }

    private static List<?> schemaErrors(JsonNode data) throws IOException {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(SCHEMA)) {
            var schema = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return JsonSchemas.of(schema).validate(data.toString(), InputFormat.JSON);
        }
    }
}
