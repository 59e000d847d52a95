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
import vn.gov.hanoi.evaluation.support.Groups;
import vn.gov.hanoi.evaluation.support.Rules;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
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
        pooled();
        var above = Evaluations.agency(3);
        var first = Evaluations.below(above.department(), 2);
        var second = Evaluations.below(above.department(), 2);
        var top = decided(above, MONTH, 0);
        var closings = List.of(decided(first, MONTH, 2), decided(second, MONTH, 2));

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
        pooled();
        var above = Evaluations.agency(3);
        var first = Evaluations.below(above.department(), 2);
        var second = Evaluations.below(above.department(), 2);
        var open = Evaluations.below(above.department(), 1);
        var stranger = Evaluations.agency(1);
        var top = decided(above, MONTH, 0);
        var small = List.of(decided(first, MONTH, 2), decided(second, MONTH, 2));
        var undecided = Evaluations.open(open.keeper(), MONTH, open.department())
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class);
        var elsewhere = decided(stranger, MONTH, 0);
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
        // One statement: between two of them events move from one table to the other.
        return Database.count("""
                select (select count(*) from outbox_events where topic = 'evaluation.result')
                    + (select count(*) from event_log where topic = 'evaluation.result')""");
    }

    @Test
    void shouldLetOneOfASmallUnitBeTheBestAgainstAWrittenReasonAlsoWhenTwoGiveOneAtOnce() throws Exception {
        // Given
        var month = "2026-03";
        rules(
                "EVT-REASON",
                month,
                RuleSetDocuments.set("/rules/excellenceCap/smallUnits/poolWith", "[\"PARENT_UNIT\"]"),
                RuleSetDocuments.set("/rules/excellenceCap/smallUnits/oneWithReason", "true"));
        var above = Evaluations.agency(3);
        var first = Evaluations.below(above.department(), 2);
        var second = Evaluations.below(above.department(), 2);
        var top = decided(above, month, 0);
        var closings = List.of(decided(first, month, 1), decided(second, month, 1));
        var reason = Map.of("data", Map.of("smallUnitReason", "Chủ trì đề án vượt tiến độ 3 tháng"));

        // When
        var without = Evaluations.publish(first.keeper(), closings.getFirst(), Map.of());
        var unneeded = Evaluations.publish(above.keeper(), top, reason);
        List<Callable<Response>> both = List.of(
                () -> Evaluations.publish(first.keeper(), closings.getFirst(), reason),
                () -> Evaluations.publish(second.keeper(), closings.getLast(), reason));
        List<Response> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(both).stream().map(Future::resultNow).toList();
        }
        var after = Evaluations.publish(above.keeper(), top, Map.of());

        // Then
        without.then()
                .statusCode(422)
                .body(at("code", equalTo("evaluation.cap-reason-missing")))
                .body(at("errors[0].pointer", equalTo("/data/smallUnitReason")))
                .body(at("args.rated", equalTo(3)));
        unneeded.then().statusCode(422).body(at("code", equalTo("evaluation.cap-reason-unneeded")));
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 422);
        for (var answer : answers) {
            if (answer.statusCode() == 200) {
                answer.then().body(at("smallUnitReason", equalTo("Chủ trì đề án vượt tiến độ 3 tháng")));
                var winner = answer.as(Json.class).getString("id");
                Api.as(above.keeper())
                        .get(Evaluations.CLOSINGS + "/" + winner + "/cap")
                        .then()
                        .statusCode(200)
                        .body(at("items[0].smallUnitReason", equalTo("Chủ trì đề án vượt tiến độ 3 tháng")))
                        .body(at("items[0].countedWith.kind", equalTo("PARENT_UNIT")));
            } else {
                answer.then()
                        .body(at("code", equalTo("evaluation.cap-exceeded")))
                        .body(at("args.rated", equalTo(6)))
                        .body(at("args.allowed", equalTo(1)))
                        .body(at("args.used", equalTo(2)));
            }
        }
        after.then().statusCode(200);
    }

    @Test
    void shouldCountSmallUnitsOfAGroupTogetherWhereTheRulesNameItFirst() {
        // Given
        var month = "2026-04";
        rules(
                "EVT-SIMILAR",
                month,
                RuleSetDocuments.set(
                        "/rules/excellenceCap/smallUnits/poolWith", "[\"SIMILAR_TASK_GROUP\", \"PARENT_UNIT\"]"));
        var above = Evaluations.agency(3);
        var first = Evaluations.below(above.department(), 2);
        var second = Evaluations.below(above.department(), 2);
        var third = Evaluations.below(above.department(), 2);
        Groups.created(Groups.request(
                "2026-04-01",
                List.of(
                        first.department().id(),
                        second.department().id(),
                        third.department().id())));
        var top = decided(above, month, 2);
        var closings = List.of(decided(first, month, 1), decided(second, month, 0), decided(third, month, 1));

        // When
        var early = Evaluations.publish(first.keeper(), closings.getFirst(), Map.of());
        var told = List.of(
                Evaluations.publish(second.keeper(), closings.get(1), Map.of()),
                Evaluations.publish(first.keeper(), closings.get(0), Map.of()),
                Evaluations.publish(third.keeper(), closings.get(2), Map.of()));
        var parent = Evaluations.publish(above.keeper(), top, Map.of());
        var explained = Api.as(first.keeper())
                .get(Evaluations.CLOSINGS + "/" + closings.getFirst().getString("id") + "/cap");

        // Then
        early.then()
                .statusCode(422)
                .body(at("args.rated", equalTo(3)))
                .body(at("args.allowed", equalTo(0)))
                .body(at("args.countedWith", equalTo("SIMILAR_TASK_GROUP")));
        assertThat(told).extracting(Response::statusCode).containsExactly(200, 200, 200);
        // The small ones are counted once: the unit above has its own four alone.
        parent.then().statusCode(422).body(at("args.rated", equalTo(4))).body(at("args.allowed", equalTo(1)));
        explained
                .then()
                .statusCode(200)
                .body(at("items.size()", equalTo(1)))
                .body(at("items[0].rated", equalTo(9)))
                .body(at("items[0].allowed", equalTo(2)))
                .body(at("items[0].used", equalTo(2)))
                .body(at("items[0].countedWith.kind", equalTo("SIMILAR_TASK_GROUP")))
                .body(at("items[0].countedWith.name", equalTo("Trung tâm văn hóa các phường")))
                .body(at("items[0].refused", equalTo(false)));
    }

    /** Small units of the month count with the unit above. */
    private static void pooled() {
        rules("EVT-POOL", MONTH, RuleSetDocuments.set("/rules/excellenceCap/smallUnits/poolWith", "[\"PARENT_UNIT\"]"));
    }

    private static synchronized void rules(String code, String month, RuleSetDocuments.Change... changes) {
        if (Database.count("select count(*) from rule_sets where code = ?", code) == 0) {
            var document = Evaluations.document(code, LocalDate.parse(month + "-01"), changes);
            Rules.act(Rules.approver(), Rules.published(document), "make-official", Rules.legalCheck())
                    .then()
                    .statusCode(200);
        }
    }

    /** Opens the month and decides everybody, the first ones of the staff with the top grade. */
    private static Json decided(Agency agency, String month, int top) {
        Units.Unit unit = agency.department();
        var closing = Evaluations.open(agency.keeper(), month, unit)
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class);
        decide(agency, agency.manager(), month, "5");
        for (int i = 0; i < agency.staff().size(); i++) {
            decide(agency, agency.staff().get(i), month, i < top ? "0" : "5");
        }
        return closing;
    }

    private static void decide(Agency agency, Json officer, String month, String off) {
        var sheet = Evaluations.sheet(officer, month);
        var view = Evaluations.read(agency.director(), sheet);
        Evaluations.done(Evaluations.act(agency.director(), sheet, "review", Evaluations.manager(view, off)));
        Evaluations.done(Evaluations.act(agency.director(), sheet, "decide", Evaluations.decision()));
    }
}
