package vn.gov.hanoi.selection.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.selection.support.Cast;
import vn.gov.hanoi.selection.support.Rounds;
import vn.gov.hanoi.selection.support.SecondRound;

/** Every transition from the lot to the publication, asked for by many at once: one effect, a clear refusal for the others. */
@QuarkusTest
@WithStack
class ContestRaceTest {
    private static final int MANY = 6;

    @Test
    void shouldHaveOneEffectHoweverManyAskAtOnce() throws Exception {
        var cast = Cast.assemble();
        var contest = SecondRound.listed(cast, 2).held();
        var key = Api.key();

        // The same person with the same key, and with others
        once(409, 200, many(contest::commit));
        assertThat(count("select count(*) from draws where round_id = ?", contest))
                .isEqualTo(1);
        contest.marked("70.00", "80.00");
        var drawTag = SecondRound.etag(contest.secretary(), contest.drawPath());
        var drawn = allAtOnce(many(() -> Api.as(contest.secretary())
                .header("Idempotency-Key", key)
                .header("If-Match", drawTag)
                .body(Map.of("data", SecondRound.sessions(2)))
                .post(contest.drawPath() + "/actions/reveal")));
        assertThat(drawn).extracting(Response::statusCode).isSubsetOf(200, 409).contains(200);
        assertThat(drawn.stream()
                        .filter(each -> each.statusCode() == 200)
                        .map(Response::asString)
                        .distinct())
                .hasSize(1);
        assertThat(count("select count(*) from defences where round_id = ?", contest))
                .isEqualTo(2);
        once(409, 200, many(() -> contest.assign(0, contest.council().subList(0, 4))));
        assertThat(Database.count("select count(*) from score_sheets where defence_id = ?", contest.defenceId(0)))
                .isEqualTo(4);

        // Sealing against opening: the chair opens four sheets, or learns that one is missing
        for (int i = 0; i < 3; i++) {
            seal(contest, i);
        }
        var last = contest.sheetPath(contest.member(3), 0);
        SecondRound.write(contest.member(3), last, SecondRound.sheet("70"))
                .then()
                .statusCode(200);
        var mixed = allAtOnce(Stream.<Callable<Response>>concat(
                        many(() -> SecondRound.seal(contest.member(3), last)).stream(),
                        many(() -> contest.act(contest.chair(), 0, "reveal", Map.of())).stream())
                .toList());
        assertThat(mixed.subList(0, MANY).stream().filter(each -> each.statusCode() == 200))
                .hasSize(1);
        assertThat(mixed).extracting(Response::statusCode).isSubsetOf(200, 409, 412);
        if (!contest.defence(contest.chair(), 0).getString("state").equals("OPENED")) {
            contest.act(contest.chair(), 0, "reveal", Map.of()).then().statusCode(200);
        }
        assertThat(contest.defence(contest.chair(), 0).getInt("scores.count")).isEqualTo(4);
        contest.scored(1, "80", "80", "80", "80");

        // The end of scoring, and the way to the public
        once(409, 201, many(contest::list));
        once(409, 200, many(() -> contest.onResult(contest.secretary(), "submit", contest.minutes())));
        var decision = Map.<String, Object>of("decision", Rounds.decision());
        var verdicts = allAtOnce(Stream.<Callable<Response>>concat(
                        many(() -> contest.onResult(cast.approver(), "approve", decision)).stream(),
                        many(() -> contest.onResult(
                                        cast.approver(), "return", Map.of("reason", Rounds.reason("MARKS_CHANGED"))))
                                .stream())
                .toList());
        assertThat(verdicts.stream().filter(each -> each.statusCode() == 200)).hasSize(1);
        assertThat(verdicts).extracting(Response::statusCode).isSubsetOf(200, 404, 409, 412, 428);
        if (contest.state().equals("ROUND2_SCORED")) {
            contest.onResult(contest.secretary(), "submit", contest.minutes())
                    .then()
                    .statusCode(200);
            contest.onResult(cast.approver(), "approve", decision).then().statusCode(200);
        }
        once(409, 200, many(() -> contest.onResult(cast.organiser(), "publish", Map.of())));
        assertThat(contest.state()).isEqualTo("RESULT_PUBLISHED");
        assertThat(count(
                        "select count(*) from (select partition_key from outbox_events union all select partition_key from event_log) e "
                                + "where partition_key = ?",
                        contest))
                .isEqualTo(1);
    }

    private static void seal(SecondRound contest, int member) {
        var path = contest.sheetPath(contest.member(member), 0);
        SecondRound.write(contest.member(member), path, SecondRound.sheet("70"))
                .then()
                .statusCode(200);
        SecondRound.seal(contest.member(member), path).then().statusCode(200);
    }

    private static long count(String sql, SecondRound contest) {
        return Database.count(sql, contest.id());
    }

    private static List<Callable<Response>> many(Callable<Response> call) {
        return IntStream.range(0, MANY).mapToObj(_ -> call).toList();
    }

    /** One succeeds; the others come too late for the state or for the tag. */
    private static void once(int refused, int done, List<Callable<Response>> calls) throws Exception {
        var answers = allAtOnce(calls);
        assertThat(answers.stream().filter(each -> each.statusCode() == done)).hasSize(1);
        assertThat(answers).extracting(Response::statusCode).isSubsetOf(done, refused, 412);
    }

    private static List<Response> allAtOnce(List<Callable<Response>> calls) throws Exception {
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            var answers = new ArrayList<Response>();
            for (Future<Response> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return Collections.unmodifiableList(answers);
        }
    }
}
