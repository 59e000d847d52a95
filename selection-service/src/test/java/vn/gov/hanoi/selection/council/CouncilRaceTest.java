package vn.gov.hanoi.selection.council;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.Councils;
import vn.gov.hanoi.selection.support.Org;
import vn.gov.hanoi.selection.support.Rounds;

@QuarkusTest
@WithStack
class CouncilRaceTest {
    private static @Nullable Cast shared;
    private static UUID candidate = UUID.randomUUID();
    private static UUID rival = UUID.randomUUID();

    private Cast cast;

    @BeforeEach
    void assemble() {
        if (shared == null) {
            shared = Cast.assemble();
            candidate = Org.officer(shared.division());
            rival = Org.officer(shared.division());
        }
        cast = shared;
    }

    @Test
    void shouldBeFormedOnceHoweverManyFormIt() throws Exception {
        // Given
        var round = Rounds.listed(cast, candidate, rival);
        var elsewhere = Org.department();
        var people = List.of(Org.officer(elsewhere), Org.officer(elsewhere), Org.officer(elsewhere));
        var marking = Councils.request(round, Councils.seats(people));
        marking.put("body", "MARKING");
        var remarking = Councils.request(round, Councils.seats(people));
        remarking.put("body", "REMARKING");
        var second = Tokens.user("second-approver")
                .unit(cast.department().code())
                .roles("selection-approver")
                .token();
        var key = Api.key();

        // When: two form one board, each again and again with a key, and a third forms the one that excludes it
        var calls = new ArrayList<Callable<Response>>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> Api.as(cast.approver())
                    .header("Idempotency-Key", key)
                    .body(marking)
                    .post(Councils.BOARDS));
            calls.add(() -> Councils.post(second, Councils.BOARDS, marking));
            calls.add(() -> Councils.post(second, Councils.BOARDS, remarking));
        }
        var answers = allAtOnce(calls);

        // Then
        assertThat(Database.count("select count(*) from panels where round_id = ?::uuid", round.id()))
                .isEqualTo(1);
        assertThat(answers.stream()
                        .filter(each -> each.statusCode() == 201)
                        .map(Api::json)
                        .map(each -> each.path("id")))
                .isNotEmpty()
                .allMatch(each -> each.asText().length() == 36);
        assertThat(answers.stream()
                        .filter(each -> each.statusCode() != 201)
                        .map(each -> Api.json(each).path("code").asText()))
                .isNotEmpty()
                .allMatch(
                        List.of("selection.panel-exists", "selection.member-incompatible", "idempotency.in-progress")
                                ::contains);
        assertThat(Database.count(
                        "select count(*) from audit_entries a join panels p on p.id = a.resource_id where p.round_id = ?::uuid",
                        round.id()))
                .isEqualTo(1);

        // When: two replace different members with the same tag
        var panel = Database.query("select id, version from panels where round_id = ?::uuid", round.id())
                .getFirst();
        var etag = "\"" + panel.get("version") + "\"";
        var joins = List.of(Org.officer(elsewhere), Org.officer(elsewhere));
        var replaced = allAtOnce(IntStream.range(0, 2)
                .<Callable<Response>>mapToObj(i -> () -> Councils.act(
                        i == 0 ? cast.approver() : second,
                        Councils.BOARDS,
                        String.valueOf(panel.get("id")),
                        etag,
                        "replace",
                        Councils.replacement(people.get(i), joins.get(i))))
                .toList());

        // Then
        assertThat(replaced).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);

        // When: one conflict is told and waived by many at once
        var member = people.getLast();
        var told = allAtOnce(IntStream.range(0, 6)
                .<Callable<Response>>mapToObj(_ -> () -> Councils.post(
                        Councils.member(member),
                        Councils.CONFLICTS,
                        Councils.conflict(round, member, candidate, "CHILD")))
                .toList());

        // Then
        assertThat(told.stream().filter(each -> each.statusCode() == 201)).hasSize(1);
        assertThat(told.stream().filter(each -> each.statusCode() != 201))
                .allSatisfy(each ->
                        assertThat(Api.json(each).path("code").asText()).isEqualTo("selection.conflict-exists"));
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
