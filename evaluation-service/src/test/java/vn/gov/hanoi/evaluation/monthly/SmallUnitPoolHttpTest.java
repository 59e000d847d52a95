package vn.gov.hanoi.evaluation.monthly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Evaluations.Agency;
import vn.gov.hanoi.evaluation.support.Rules;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Units of three people have no place of their own under a cap of 30 %: they count with the unit above. */
@QuarkusTest
@WithStack
class SmallUnitPoolHttpTest {
    private static final String MONTH = "2026-06";

    @Test
    void shouldCountSmallUnitsWithTheOneAboveAlsoWhenTheyPublishAtOnce() throws Exception {
        // Given
        rules();
        var above = Evaluations.agency(3);
        var first = Evaluations.below(above.department(), 2);
        var second = Evaluations.below(above.department(), 2);
        var top = decided(above, 0);
        var closings = List.of(decided(first, 2), decided(second, 2));

        // When
        var early = Evaluations.publish(first.keeper(), closings.getFirst(), Map.of());
        Evaluations.publish(above.keeper(), top, Map.of()).then().statusCode(200);
        List<Callable<Response>> both = List.of(
                () -> Evaluations.publish(first.keeper(), closings.getFirst(), Map.of()),
                () -> Evaluations.publish(second.keeper(), closings.getLast(), Map.of()));
        List<Response> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(both).stream().map(Future::resultNow).toList();
        }

        // Then
        early.then()
                .statusCode(422)
                .body(at("code", equalTo("evaluation.cap-exceeded")))
                .body(at("args.rated", equalTo(3)))
                .body(at("args.allowed", equalTo(0)));
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 422);
        var refused = answers.stream()
                .filter(each -> each.statusCode() == 422)
                .findFirst()
                .orElseThrow();
        refused.then()
                .body(at("args.rated", equalTo(10)))
                .body(at("args.allowed", equalTo(3)))
                .body(at("args.used", equalTo(4)))
                // Nobody of the other units is in the list.
                .body(at("args.ranking.rank", contains(1, 1)));
        assertThat(Database.count(
                        """
                        select count(*) from sheets s join closings c on c.id = s.closing_id
                        where c.state = 'PUBLISHED' and c.id::text in (?, ?) and s.grade = 'A'""",
                        closings.getFirst().getString("id"),
                        closings.getLast().getString("id")))
                .isEqualTo(2);
    }

    @Test
    void shouldPublishManyClosingsAsIfOneAfterTheOtherAndRefuseOnlyTheRowsThatAreWrong() {
        // Given
        rules();
        var above = Evaluations.agency(3);
        var first = Evaluations.below(above.department(), 2);
        var second = Evaluations.below(above.department(), 2);
        var open = Evaluations.below(above.department(), 1);
        var stranger = Evaluations.agency(1);
        var top = decided(above, 0);
        var small = List.of(decided(first, 2), decided(second, 2));
        var undecided = Evaluations.open(open.keeper(), MONTH, open.department())
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class);
        var elsewhere = decided(stranger, 0);
        var rows = List.of(
                Evaluations.row("early", small.getFirst()),
                Evaluations.row("top", top),
                Evaluations.row("again", top),
                Evaluations.row("later", small.getFirst()),
                Evaluations.row("full", small.getLast()),
                Evaluations.row("undecided", undecided),
                Evaluations.row("elsewhere", elsewhere),
                Evaluations.row("stale", small.getLast(), "\"0\""));

        // When
        var tried = Evaluations.bulk(above.keeper(), "?validateOnly=true", rows);
        var atomic = Evaluations.bulk(above.keeper(), "", Map.of("atomic", true, "rows", rows));
        var before = told();
        var done = Evaluations.bulk(above.keeper(), "", rows);

        // Then
        for (var answer : List.of(tried, done)) {
            answer.then()
                    .statusCode(207)
                    .body(at(
                            "results.rowId",
                            contains("early", "top", "again", "later", "full", "undecided", "elsewhere", "stale")))
                    .body(at("results.status", contains(422, 200, 412, 200, 422, 409, 404, 412)))
                    .body(at(
                            "results.problem.code",
                            hasItems(
                                    "evaluation.cap-exceeded",
                                    "precondition.failed",
                                    "evaluation.sheets-undecided",
                                    "resource.not-found")))
                    .body(at("summary.succeeded", equalTo(2)))
                    .body(at("summary.failed", equalTo(6)));
        }
        atomic.then().statusCode(207).body(at("results.status", contains(422, 424, 412, 424, 422, 409, 404, 412)));
        assertThat(told() - before).isEqualTo(3 + 1 + 2 + 1);
        assertThat(Evaluations.closing(above.keeper(), small.getFirst()).getString("state"))
                .isEqualTo("PUBLISHED");
        assertThat(Evaluations.closing(above.keeper(), small.getFirst()).getString("etag"))
                .isEqualTo(done.as(Json.class).getString("results[3].etag"));
        assertThat(Evaluations.closing(above.keeper(), small.getLast()).getString("state"))
                .isEqualTo("OPEN");
        assertThat(Evaluations.closing(stranger.keeper(), elsewhere).getString("state"))
                .isEqualTo("OPEN");
    }

    @Test
    void shouldRefuseManyRowsThatAreNoRows() {
        // Given
        var keeper = Evaluations.token("keeper", Units.department(), "evaluation-keeper");

        // When
        var none = Evaluations.bulk(keeper, "", List.of());
        var unknown = Evaluations.bulk(
                keeper, "", List.of(Map.of("rowId", "1", "op", "ACTION", "id", UUID.randomUUID(), "action", "lock")));

        // Then
        none.then().statusCode(400).body(at("code", equalTo("request.invalid-value")));
        unknown.then().statusCode(400).body(at("errors.pointer", contains("/rows/0/action")));
    }

    private static long told() {
        return Database.count("select count(*) from outbox_events where topic = 'evaluation.result'")
                + Database.count("select count(*) from event_log where topic = 'evaluation.result'");
    }

    /** Small units of the month count with the unit above. */
    private static synchronized void rules() {
        if (Database.count("select count(*) from rule_sets where code = 'EVT-POOL'") == 0) {
            Rules.act(
                            Rules.approver(),
                            Rules.published(Evaluations.document(
                                    "EVT-POOL",
                                    LocalDate.of(2026, 6, 1),
                                    RuleSetDocuments.set(
                                            "/rules/excellenceCap/smallUnits/poolWith", "[\"PARENT_UNIT\"]"))),
                            "make-official",
                            Rules.legalCheck())
                    .then()
                    .statusCode(200);
        }
    }

    /** Opens the month and decides everybody, the first ones of the staff with the top grade. */
    private static Json decided(Agency agency, int top) {
        Units.Unit unit = agency.department();
        var closing = Evaluations.open(agency.keeper(), MONTH, unit)
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class);
        decide(agency, agency.manager(), "5");
        for (int i = 0; i < agency.staff().size(); i++) {
            decide(agency, agency.staff().get(i), i < top ? "0" : "5");
        }
        return closing;
    }

    private static void decide(Agency agency, Json officer, String off) {
        var sheet = Evaluations.sheet(officer, MONTH);
        var view = Evaluations.read(agency.director(), sheet);
        Evaluations.done(Evaluations.act(agency.director(), sheet, "review", Evaluations.manager(view, off)));
        Evaluations.done(Evaluations.act(agency.director(), sheet, "decide", Evaluations.decision()));
    }
}
