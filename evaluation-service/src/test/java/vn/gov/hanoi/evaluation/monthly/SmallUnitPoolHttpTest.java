package vn.gov.hanoi.evaluation.monthly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
        Rules.act(
                        Rules.approver(),
                        Rules.published(Evaluations.document(
                                "EVT-POOL",
                                LocalDate.of(2026, 6, 1),
                                RuleSetDocuments.set("/rules/excellenceCap/smallUnits/poolWith", "[\"PARENT_UNIT\"]"))),
                        "make-official",
                        Rules.legalCheck())
                .then()
                .statusCode(200);
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
        assertThat(Database.count("""
                        select count(*) from sheets s join closings c on c.id = s.closing_id
                        where c.state = 'PUBLISHED' and s.period_from = '2026-06-01' and s.grade = 'A'""")).isEqualTo(2);
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
