package vn.gov.hanoi.training.course;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.JsonSchemas;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestClass;
import vn.gov.hanoi.training.support.TestOfficers;

/** What is told of classes and learners, held against what is promised. */
@QuarkusTest
@WithStack
class ClassEventTest {
    private final Clock clock;

    ClassEventTest(Clock clock) {
        this.clock = clock;
    }

    @Test
    void shouldTellTheLifeOfAClassAndOfItsLearnersAsPromised() {
        // Given
        var training = TestClass.open(1);
        training.patch(TestClass.organiser(), Map.of("courseCode", "KNQL"));
        var officers = TestOfficers.of(City.WARD, 2);
        var first = training.enrolled(officers.getFirst());
        training.enrolled(officers.getLast());
        training.began(LocalDate.now(clock));

        // When
        training.act(
                        TestClass.organiser(),
                        "close",
                        Map.of("outcomes", List.of(Map.of("enrolmentId", first, "outcome", "FAILED"))))
                .then()
                .statusCode(200);

        // Then
        assertThat(told(training.id(), "classes/" + training.id()))
                .containsExactly("class.opened", "class.changed", "class.delivered");
        assertThat(told(training.id(), "enrolments/" + first))
                .containsExactly("enrolment.changed", "enrolment.changed", "completion.recorded");
    }

    /** Topics and facts about the subject in their order; each is what its schema says. */
    private static List<String> told(UUID training, String subject) {
        return Database.query("""
                        select envelope from (select envelope from event_log union all select envelope from outbox_events) t
                        where convert_from(envelope, 'UTF8') like ?""", "%\"" + subject + "\"%").stream()
                .map(row -> Events.parse((byte[]) row.get("envelope")))
                .sorted(java.util.Comparator.comparing(
                        event -> event.path("sequence").asText()))
                .peek(event -> assertThat(errors(event)).isEmpty())
                .peek(event -> assertThat(event.path("data").findValuesAsText("classId"))
                        .allMatch(training.toString()::equals))
                .map(event -> event.path("type").asText().replaceAll("^vn\\.gov\\.hanoi\\.training\\.|\\.v1$", ""))
                .toList();
    }

    private static List<?> errors(JsonNode event) {
        var type = event.path("type").asText().substring("vn.gov.hanoi.".length());
        var schema = Path.of("src/main/resources/schemas", type + ".json");
        try {
            return JsonSchemas.of(Files.readString(schema, StandardCharsets.UTF_8))
                    .validate(event.path("data").toString(), InputFormat.JSON);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
