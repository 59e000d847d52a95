package vn.gov.hanoi.selection.vacancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Org;
import vn.gov.hanoi.selection.support.Vacancies;

@QuarkusTest
@WithStack
class VacancyRaceTest {
    private static final int MANY = 50;
    private static final LocalDate DAY = LocalDate.of(2020, 3, 16);

    private Org.Unit division;
    private String organiser;

    @BeforeEach
    void makeUnits() {
        var department = Org.department();
        division = Org.division(department);
        organiser = Org.organiser(department);
    }

    @Test
    void shouldLetOneOfFiftyPublishAndRefuseTheOthersClearly() throws Exception {
        // Given
        var draft = Vacancies.draft(organiser, division.id(), "Trưởng phòng Tranh chấp");
        var id = draft.getString("id");

        // When
        var answers =
                allAtOnce(() -> Vacancies.publish(organiser, id, draft.getString("etag"), Vacancies.announcement(DAY)));

        // Then
        assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 409, 412);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(1);
        assertThat(facts(id)).isEqualTo(List.of(1L, 1L, 1L));
    }

    @Test
    void shouldPublishOnceUnderOneKeyHoweverOftenItIsSent() throws Exception {
        // Given
        var draft = Vacancies.draft(organiser, division.id(), "Trưởng phòng Gửi lại");
        var id = draft.getString("id");
        var key = Api.key();

        // When
        var answers = allAtOnce(() -> Api.as(organiser)
                .header("Idempotency-Key", key)
                .header("If-Match", draft.getString("etag"))
                .body(Vacancies.announcement(DAY))
                .post(Vacancies.PATH + "/" + id + "/actions/publish"));

        // Then
        var successes =
                answers.stream().filter(answer -> answer.statusCode() == 200).toList();
        assertThat(successes)
                .isNotEmpty()
                .extracting(Response::asString)
                .containsOnly(successes.getFirst().asString());
        assertThat(successes.stream().filter(answer -> answer.header("Idempotency-Replayed") == null))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 200))
                .allSatisfy(answer ->
                        assertThat(answer.as(Json.class).getString("code")).isEqualTo("idempotency.in-progress"));
        assertThat(facts(id)).isEqualTo(List.of(1L, 1L, 1L));
    }

    @Test
    void shouldOpenOneVacancyForOnePostUnderOneDecision() throws Exception {
        // When
        var answers =
                allAtOnce(() -> Vacancies.post(organiser, Vacancies.request(division.id(), "Trưởng phòng Duy nhất")));

        // Then
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 201))
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(409);
                    assertThat(answer.as(Json.class).getString("code")).isEqualTo("selection.vacancy-exists");
                });
        assertThat(Database.count("select count(*) from vacancies where unit_id = ?", division.id()))
                .isEqualTo(1);
    }

    /** Version, audit entries of the announcement, events. */
    private static List<Long> facts(String id) {
        var uuid = UUID.fromString(id);
        return List.of(
                Database.count("select version from vacancies where id = ?", uuid),
                Database.count(
                        "select count(*) from audit_entries where resource_id = ? and action = 'vacancy.announce'",
                        uuid),
                Database.count("select last from event_sequences where aggregate_id = ?", uuid));
    }

    private static List<Response> allAtOnce(Callable<Response> call) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(MANY)) {
            List<Callable<Response>> calls =
                    IntStream.range(0, MANY).mapToObj(_ -> call).toList();
            var answers = new ArrayList<Response>();
            for (Future<Response> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
