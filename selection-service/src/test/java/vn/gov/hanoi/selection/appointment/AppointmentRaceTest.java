package vn.gov.hanoi.selection.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Appointments;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.Contests;
import vn.gov.hanoi.selection.support.Rounds;

/** Several at once: one effect, and a clear answer for the others. */
@QuarkusTest
@WithStack
class AppointmentRaceTest {
    @Test
    void F21_shouldProposeDecideAndEndOnce() throws Exception {
        // Given
        var cast = Cast.assemble();
        var people = Contests.people(cast, 2);
        var person = people.getFirst();
        var contest = Contests.published(cast, people);
        var request = Appointments.request(contest.vacancy(), contest.application(person));
        var key = Api.key();

        // When: two propose, and one of them again and again under one key
        var proposals = allAtOnce(Stream.<Callable<Response>>of(
                () -> Appointments.post(cast.personnel(), request),
                () -> Appointments.post(cast.otherPersonnel(), request),
                () -> Api.as(cast.personnel())
                        .header("Idempotency-Key", key)
                        .body(request)
                        .post(Appointments.PATH)));

        // Then
        assertThat(ids(proposals, 201)).hasSize(1);
        assertRefused(proposals, 201, "selection.post-filled", "idempotency.in-progress");
        assertThat(count("appointments", contest.roundId(), "PROPOSED")).isEqualTo(1);

        // When: two decide, one withdraws
        var proposed = Appointments.done(Api.as(cast.personnel())
                .get(Appointments.PATH + "/" + ids(proposals, 201).getFirst()));
        var ready = Appointments.consented(contest, proposed);
        var own = Api.key();
        var decisions = allAtOnce(Stream.<Callable<Response>>of(
                () -> Appointments.act(cast.approver(), ready, "decide", Appointments.decision(Rounds.TODAY)),
                () -> Appointments.act(
                        Appointments.otherApprover(cast), ready, "decide", Appointments.decision(Rounds.TODAY)),
                () -> Appointments.act(
                        cast.approver(),
                        ready,
                        ready.getString("etag"),
                        own,
                        "decide",
                        Appointments.decision(Rounds.TODAY)),
                () -> Appointments.act(
                        Cast.candidate(person), ready, "withdraw", Map.of("reason", Rounds.reason("OWN_WISH")))));

        // Then
        assertRefused(decisions, 200, "precondition.failed", "idempotency.in-progress");
        var after = Appointments.read(cast.approver(), ready);
        assertThat(after.getString("state")).isIn("DECIDED", "DECLINED");
        assertThat(after.getInt("version")).isEqualTo(ready.getInt("version") + 1);
        assertThat(events(ready)).isEqualTo(after.getString("state").equals("DECIDED") ? 1 : 0);
        assertThat(Database.count(
                        "select count(*) from audit_entries where resource_id = ? and action in ('appointment.decide', 'appointment.withdraw')",
                        UUID.fromString(ready.getString("id"))))
                .isEqualTo(1);
    }

    @Test
    void D19_shouldDecideOneOfTwoAppointmentsOfOnePersonInTwoRounds() throws Exception {
        // Given
        var cast = Cast.assemble();
        var people = Contests.people(cast, 2);
        var person = people.getFirst();
        var one = Contests.published(cast, people);
        var other = Contests.published(cast, people);
        var here = Appointments.consented(one, Appointments.proposed(one, person));
        var there = Appointments.consented(other, Appointments.proposed(other, person));

        // When
        var answers = allAtOnce(Stream.of(
                () -> Appointments.act(cast.approver(), here, "decide", Appointments.decision(Rounds.TODAY)),
                () -> Appointments.act(
                        Appointments.otherApprover(cast), there, "decide", Appointments.decision(Rounds.TODAY))));

        // Then
        assertRefused(answers, 200, "precondition.failed");
        assertThat(Stream.of(here, there)
                        .map(each -> Appointments.read(cast.approver(), each).getString("state"))
                        .sorted())
                .containsExactly("DECIDED", "LAPSED");
        assertThat(Database.query(
                        "select state, count(*) as many from applications where officer_id = ? group by state order by state",
                        person))
                .extracting(row -> row.get("state") + " " + row.get("many"))
                .containsExactly("CHOSEN_ELSEWHERE 1", "RECEIVED 1");
        assertThat(events(here) + events(there)).isEqualTo(1);
    }

    private static long events(Json appointment) {
        return Database.count(
                "select count(*) from (select aggregate_id from outbox_events union all select aggregate_id from event_log) e "
                        + "where aggregate_id = ?",
                UUID.fromString(appointment.getString("id")));
    }

    private static long count(String table, String roundId, String state) {
        return Database.count(
                "select count(*) from " + table + " where round_id = ? and state = ?", UUID.fromString(roundId), state);
    }

    private static List<String> ids(List<Response> answers, int status) {
        return answers.stream()
                .filter(answer -> answer.statusCode() == status)
                .map(answer -> Api.json(answer).path("id").asText())
                .distinct()
                .toList();
    }

    private static void assertRefused(List<Response> answers, int done, String... codes) {
        assertThat(answers).anyMatch(answer -> answer.statusCode() == done);
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() != done)
                        .map(answer -> Api.json(answer).path("code").asText()))
                .isSubsetOf(codes);
    }

    private static List<Response> allAtOnce(Stream<Callable<Response>> kinds) throws Exception {
        var calls =
                kinds.flatMap(call -> IntStream.range(0, 5).mapToObj(_ -> call)).toList();
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            var answers = new ArrayList<Response>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
