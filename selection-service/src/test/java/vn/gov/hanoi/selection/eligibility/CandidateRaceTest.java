package vn.gov.hanoi.selection.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Applications;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.Org;
import vn.gov.hanoi.selection.support.Rounds;

@QuarkusTest
@WithStack
class CandidateRaceTest {
    @Test
    void shouldTakeOneOfManyApplicationsOfOnePerson() throws Exception {
        // Given
        var cast = Cast.assemble();
        var round = Rounds.receiving(cast);
        var person = Org.officer(cast.division());

        // When
        var answers = allAtOnce(Stream.<Callable<Response>>of(
                        () -> Applications.post(cast.personnel(), Applications.request(round.vacancyId(), person)),
                        () -> Applications.post(cast.otherPersonnel(), Applications.request(round.vacancyId(), person)),
                        () -> Applications.post(Cast.candidate(person), Applications.own(round.vacancyId(), person)))
                .flatMap(call -> IntStream.range(0, 8).mapToObj(_ -> call))
                .toList());

        // Then
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 201))
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(409);
                    assertThat(Api.json(answer).path("code").asText()).isEqualTo("selection.application-exists");
                });
        assertThat(Database.count("select count(*) from applications where officer_id = ?", person))
                .isEqualTo(1);
        assertThat(Database.count(
                        "select count(*) from audit_entries a join applications p on p.id = a.resource_id where p.officer_id = ?",
                        person))
                .isEqualTo(1);
    }

    @Test
    void shouldCountACandidateWhoWithdrawsEitherBeforeOrAfterTheList() throws Exception {
        // Given
        var cast = Cast.assemble();
        var round = Rounds.checking(cast);
        var people = List.of(Org.officer(cast.division()), Org.officer(cast.division()));
        var applications = new ArrayList<vn.gov.hanoi.kernel.testing.Json>();
        for (var person : people) {
            Applications.tellGoodResults(person, Rounds.TODAY.minusDays(1));
            applications.add(Applications.entered(cast, round, person));
        }
        var locks = allAtOnce(IntStream.range(0, 6)
                .<Callable<Response>>mapToObj(
                        _ -> () -> Rounds.act(cast.personnel(), round.id(), round.etag(), "lock", Map.of()))
                .toList());
        var locked = locks.stream()
                .filter(answer -> answer.statusCode() == 200)
                .map(answer -> Rounds.played(round.vacancyId(), answer, 200))
                .toList();
        assertThat(locked).hasSize(1);
        assertThat(locks).extracting(Response::statusCode).isSubsetOf(200, 409, 412);
        assertThat(Database.count(
                        "select count(*) from eligibility_checks c join applications a on a.id = c.application_id where a.round_id = ?",
                        UUID.fromString(round.id())))
                .isEqualTo(2);

        // When
        var answers = allAtOnce(List.of(
                () -> Rounds.issue(cast, locked.getFirst()),
                () -> Applications.act(
                        Cast.candidate(people.getFirst()),
                        applications.getFirst(),
                        "withdraw",
                        Map.of("reason", Rounds.reason("OWN_WISH")))));

        // Then
        assertThat(answers).extracting(Response::statusCode).containsExactly(200, 200);
        boolean withdrewFirst = Database.count(
                        "select count(*) from applications a join rounds r on r.id = a.round_id where a.round_id = ? and a.state = 'WITHDRAWN' "
                                + "and r.state = 'SUSPENDED_LT_2'",
                        UUID.fromString(round.id()))
                == 1;
        assertThat(Api.json(answers.getFirst()).path("state").asText())
                .isEqualTo(withdrewFirst ? "SUSPENDED_LT_2" : "LIST_PUBLISHED");
        // Whoever came second saw what the first had done: the order of the audit is the order of the effects.
        var order = Database.query(
                "select action from audit_entries where action in ('round.issue', 'application.withdraw') and unit_id = ? order by at, id",
                cast.department().id());
        assertThat(order).hasSize(2);
    }

    private static List<Response> allAtOnce(List<Callable<Response>> calls) throws Exception {
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            var answers = new ArrayList<Response>();
            for (Future<Response> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
