package vn.gov.hanoi.evaluation.monthly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.JsonSchemas;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Open months tell which step is due, once. The days are those of the rules of the tests: 25, 28, 3 and 5. */
@QuarkusTest
@WithStack
class ReminderTest {
    @Inject
    RemindOfSteps remind;

    @Test
    void shouldTellEachStepOnceBeforeAndOnceAfterItsLastDayWhoeverLooks() throws Exception {
        // Given
        var agency = Evaluations.agency(2);
        var closing = Evaluations.opened(agency);
        Evaluations.scored(agency, agency.staff().getFirst(), "5");

        // When
        look("2026-07-23");
        var early = told(closing);
        look("2026-07-24");
        var before = told(closing);
        look("2026-07-26");
        look("2026-07-28");
        var overdue = told(closing);
        look("2026-08-31");

        // Then
        assertThat(early).isEmpty();
        // The 25th is a Saturday: the step ends on Monday, and Friday is the working day before.
        assertThat(before).containsExactly("SELF_SCORED UPCOMING 2026-07-27 2");
        assertThat(overdue)
                .containsExactly(
                        "MANAGER_SCORED UPCOMING 2026-07-28 2",
                        "SELF_SCORED OVERDUE 2026-07-27 2",
                        "SELF_SCORED UPCOMING 2026-07-27 2");
        assertThat(told(closing)).hasSize(6).contains("DECIDED OVERDUE 2026-08-03 3", "PUBLISHED OVERDUE 2026-08-05 3");
        await("events")
                .atMost(Duration.ofSeconds(30))
                .until(() -> Database.count(
                                "select count(*) from event_log where topic = 'evaluation.reminder' and partition_key = ?",
                                agency.department().id())
                        == 6);
        var events = Events.read("evaluation.reminder", agency.department().id().toString());
        assertThat(events).hasSize(6);
        for (var event : events) {
            assertThat(errors(event.path("data").toString())).isEmpty();
            assertThat(event.path("data").properties()).hasSize(7);
        }
    }

    /** As many instances as there might be, all at the same moment. */
    private void look(String day) throws Exception {
        var all = new ArrayList<Callable<Void>>();
        for (int i = 0; i < 3; i++) {
            all.add(() -> {
                remind.remind(LocalDate.parse(day));
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(all.size())) {
            for (var each : threads.invokeAll(all)) {
                each.get();
            }
        }
    }

    private static List<String> told(Json closing) {
        return Database.query(
                        "select step || ' ' || kind || ' ' || due || ' ' || waiting as line from closing_reminders where closing_id = ?::uuid order by 1",
                        closing.getString("id"))
                .stream()
                .map(row -> String.valueOf(row.get("line")))
                .toList();
    }

    private static List<?> errors(String data) throws IOException {
        try (var file = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("schemas/evaluation.reminder.due.v1.json")) {
            return JsonSchemas.of(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8))
                    .validate(data, InputFormat.JSON);
        }
    }
}
