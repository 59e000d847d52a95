package vn.gov.hanoi.evaluation.monthly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Many decisions and publications of one closing at once. */
@QuarkusTest
@WithStack
class EvaluationRaceTest {
    private static final int MANY = 50;

    @Test
    void F21_shouldLoseNoDecisionOfFiftyAndKeepTheCapExactWhenTwoPublish() throws Exception {
        // Given
        var agency = Evaluations.agency(MANY);
        var closing = Evaluations.opened(agency);
        var sheets = agency.staff().stream()
                .map(each -> Evaluations.scoredAlone(agency, each, "0"))
                .toList();
        Evaluations.decided(agency, agency.manager(), "5");
        var director = agency.director();

        // When
        var decided = allAtOnce(sheets.stream()
                .<Callable<Response>>map(
                        sheet -> () -> Evaluations.act(director, sheet, "decide", Evaluations.decision()))
                .toList());
        var tooMany = Evaluations.publish(agency.keeper(), closing, Map.of());
        var mixed = new ArrayList<Callable<Response>>();
        // 51 are rated, so 15 of 50 may stay; the publications run into the lowering of the others.
        for (var sheet : sheets.subList(15, MANY)) {
            mixed.add(() -> Evaluations.act(director, sheet, "decide", lowered()));
            if (mixed.size() % 8 == 0) {
                mixed.add(() -> Evaluations.publish(agency.keeper(), closing, Map.of()));
            }
        }
        var answers = new ArrayList<>(allAtOnce(mixed));
        var published = allAtOnce(List.of(
                () -> Evaluations.publish(agency.keeper(), closing, Map.of()),
                () -> Evaluations.publish(
                        Evaluations.token("second", agency.department(), "evaluation-keeper"), closing, Map.of())));

        // Then
        assertThat(decided).extracting(Response::statusCode).containsOnly(200);
        tooMany.then()
                .statusCode(422)
                .body(at("code", equalTo("evaluation.cap-exceeded")))
                .body(at("args.allowed", equalTo(15)))
                .body(at("args.used", equalTo(50)));
        assertThat(tooMany.as(Json.class).getList("args.ranking")).hasSize(MANY);
        // One of those among the last lowerings may have been the publication.
        answers.addAll(published);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200).filter(answer -> answer.as(Json.class)
                        .getString("state")
                        .equals("PUBLISHED")))
                .as("publications")
                .hasSize(1);
        assertThat(Database.count(
                        "select count(*) from sheets where closing_id = ?::uuid and state = 'PUBLISHED' and grade = 'A'",
                        closing.getString("id")))
                .isEqualTo(15);
        assertThat(Database.count(
                        "select count(*) from sheet_entries e join sheets s on s.id = e.sheet_id where s.closing_id = ?::uuid and kind = 'DECISION'",
                        closing.getString("id")))
                .isEqualTo(1 + MANY + (MANY - 15));
        assertThat(Database.count("""
                        select count(*) from sheets s where s.closing_id = ?::uuid and 1 = (select count(*) from (
                            select aggregate_id, topic from outbox_events union all select aggregate_id, topic from event_log) told
                            where told.aggregate_id = s.id and told.topic = 'evaluation.result')""", closing.getString("id")))
                .as("results told once")
                .isEqualTo(MANY + 1);
        assertThat(Database.count("""
                        select count(*) from event_sequences q join sheets s on s.id = q.aggregate_id
                        where s.closing_id = ?::uuid
                            and q.last <> 1 + (select count(*) from sheet_entries e where e.sheet_id = s.id)""", closing.getString("id")))
                .as("sheets with steps that are not told once")
                .isZero();
    }

    @Test
    void shouldRaiseTheCapByADecision() {
        // Given
        var agency = Evaluations.agency(4);
        var closing = Evaluations.opened(agency);
        Evaluations.decided(agency, agency.manager(), "5");
        for (int i = 0; i < 4; i++) {
            Evaluations.decided(agency, agency.staff().get(i), i < 2 ? "0" : "5");
        }
        var raise = Map.of(
                "data", Map.of("raise", Map.of("decision", Evaluations.DECISION, "reason", "Thành tích nổi trội")));

        // When
        var refused = Evaluations.publish(agency.keeper(), closing, Map.of());
        var published = Evaluations.publish(agency.keeper(), closing, raise);

        // Then
        refused.then().statusCode(422).body(at("args.allowed", equalTo(1)));
        published.then().statusCode(200).body(at("raisedBy.number", equalTo("41/QĐ-SNV")));
    }

    private static Map<String, Object> lowered() {
        return Map.of("reason", Evaluations.REASON, "data", Map.of("presenceDays", 20, "grade", "B"));
    }

    private static List<Response> allAtOnce(List<? extends Callable<Response>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Response>();
            for (var each : threads.invokeAll(
                    calls.stream().map(EvaluationRaceTest::patient).toList())) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    /** As clients do whom a busy service sends away: 503 says that nothing was done, so the counts must come out all the same. */
    private static Callable<Response> patient(Callable<Response> call) {
        return () -> {
            var answer = call.call();
            for (int attempt = 0; answer.statusCode() == 503 && attempt < 100; attempt++) {
                assertThat(answer.header("Retry-After")).isNotNull();
                Thread.sleep(100);
                answer = call.call();
            }
            return answer;
        };
    }
}
