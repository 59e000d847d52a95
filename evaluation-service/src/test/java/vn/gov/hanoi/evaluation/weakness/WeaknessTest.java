package vn.gov.hanoi.evaluation.weakness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Rules;
import vn.gov.hanoi.evaluation.support.Schemas;
import vn.gov.hanoi.evaluation.support.Told;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** What is weak is told with the results, without points, and told again when a result is replaced. */
@QuarkusTest
@WithStack
class WeaknessTest {
    /** The first criterion has at most 5 points, so that 2.5 are half of it. */
    private static final String WEAK = "2.5001";

    private static final String HALF = "2.5";
    private static final String TOPIC = "evaluation.weakness";
    private static final String MEASURED = "evaluation.criterion";

    @Test
    void shouldTellTheCriteriaBelowHalfOfTheirMaximumAndThatACorrectionLeftNone() {
        // Given
        var agency = Evaluations.agency(2);
        var closing = Evaluations.opened(agency);
        var weak = agency.staff().getFirst();
        var half = agency.staff().getLast();
        Evaluations.decided(agency, agency.manager(), "1");
        Evaluations.decided(agency, weak, WEAK);
        Evaluations.decided(agency, half, HALF);
        var sheet = Evaluations.sheet(weak);
        assertThat(pending(weak)).as("told before it is published").isZero();

        // When
        Evaluations.publish(agency.keeper(), closing, Map.of()).then().statusCode(200);
        var first = Told.of(TOPIC, weak.getString("id"), 1).getFirst();
        Evaluations.done(Evaluations.act(agency.director(), sheet, "correct", correction(agency, sheet, HALF)));
        var second = Told.of(TOPIC, weak.getString("id"), 2).getLast();
        var third = Evaluations.sheet(weak);
        Evaluations.done(Evaluations.act(agency.director(), third, "correct", correction(agency, third, "1")));

        // Then
        assertThat(first.path("type").asText()).isEqualTo("vn.gov.hanoi.evaluation.weakness.found.v1");
        assertThat(codes(first)).containsExactly("I.1");
        assertThat(first.at("/data/evaluationId").asText()).isEqualTo(sheet.getString("id"));
        assertThat(first.at("/data/period").asText()).isEqualTo(Evaluations.MONTH);
        assertThat(first.at("/data/rules").asText()).isEqualTo("WEAK-CRITERIA v2");
        assertThat(codes(second)).isEmpty();
        assertThat(second.at("/data/revision").asInt()).isEqualTo(2);
        assertThat(second.path("subject")).isEqualTo(first.path("subject"));
        assertThat(second.path("sequence").asText()).isEqualTo("0000000002");
        for (var event : List.of(first, second)) {
            assertThat(Schemas.errors(event)).isEmpty();
            assertThat(event.toString()).doesNotContain("2.5", "points", "Trần");
        }
        assertThat(pending(weak))
                .as("what was not weak before and is not now is no news")
                .isEqualTo(2);
        assertThat(pending(half)).as("half is not below half").isZero();
    }

    @Test
    void shouldMeasureWhatWasWeakInLaterMonthsAndNothingElse() {
        // Given
        Rules.act(
                        Rules.approver(),
                        Rules.published(Evaluations.document(
                                "EVT-MEASURED",
                                LocalDate.of(2026, 9, 1),
                                RuleSetDocuments.set("/effectiveTo", "\"2026-11-01\""))),
                        "make-official",
                        Rules.legalCheck())
                .then()
                .statusCode(200);
        var agency = Evaluations.agency(2);
        var weak = agency.staff().getFirst();
        var strong = agency.staff().getLast();
        published(agency, "2026-09", "3");

        // When
        published(agency, "2026-10", "0.5");
        var told = Told.of(MEASURED, weak.getString("id"), 2);
        var sheet = Evaluations.sheet(weak, "2026-09");
        Evaluations.done(Evaluations.act(agency.director(), sheet, "correct", correction(agency, sheet, "1")));
        var corrected = Told.of(MEASURED, weak.getString("id"), 3).getLast();

        // Then
        assertThat(told.getFirst().path("type").asText()).isEqualTo("vn.gov.hanoi.evaluation.criterion.measured.v1");
        assertThat(told)
                .extracting(
                        each -> each.at("/data/period").asText(),
                        each -> each.at("/data/form").asText(),
                        each -> each.at("/data/criteria").toString())
                .containsExactly(
                        tuple("2026-09", "STAFF", "[{\"code\":\"I.1\",\"points\":2.0,\"maximum\":5.0}]"),
                        tuple("2026-10", "STAFF", "[{\"code\":\"I.1\",\"points\":4.5,\"maximum\":5.0}]"));
        assertThat(corrected.at("/data/criteria").isEmpty())
                .as("what was weak is not, so that nothing is measured")
                .isTrue();
        assertThat(corrected.path("subject")).isEqualTo(told.getFirst().path("subject"));
        for (var event : List.of(told.getFirst(), told.getLast(), corrected)) {
            assertThat(Schemas.errors(event)).isEmpty();
            assertThat(event.toString()).doesNotContain("Trần", "Nguyễn");
        }
        assertThat(Database.count(
                        "select count(*) from event_log where topic = ? and partition_key = ?::uuid",
                        MEASURED,
                        strong.getString("id")))
                .isZero();
    }

    /** A month in which only the first of the staff loses so much. */
    private static void published(Evaluations.Agency agency, String month, String off) {
        var closing = Evaluations.open(agency.keeper(), month, agency.department())
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class);
        decided(agency, agency.manager(), month, "1");
        decided(agency, agency.staff().getFirst(), month, off);
        decided(agency, agency.staff().getLast(), month, "1");
        Evaluations.publish(agency.keeper(), closing, Map.of()).then().statusCode(200);
    }

    private static void decided(Evaluations.Agency agency, Json officer, String month, String off) {
        var sheet = Evaluations.sheet(officer, month);
        var view = Evaluations.read(agency.director(), sheet);
        Evaluations.done(Evaluations.act(agency.director(), sheet, "review", Evaluations.manager(view, off)));
        Evaluations.done(Evaluations.act(agency.director(), sheet, "decide", Evaluations.decision()));
    }

    private static Map<String, Object> correction(Evaluations.Agency agency, Json sheet, String off) {
        var view = Evaluations.read(agency.director(), sheet);
        return Map.of(
                "reason",
                Evaluations.REASON,
                "decision",
                Evaluations.DECISION,
                "data",
                Map.of(
                        "presenceDays",
                        20,
                        "work",
                        Evaluations.work(view, off),
                        "reasons",
                        List.of(Map.of("criterion", "I.1", "text", "Đã có minh chứng"))));
    }

    private static List<String> codes(JsonNode event) {
        return event.at("/data/criteria").valueStream().map(JsonNode::asText).toList();
    }

    /** How many are told or wait for it. */
    private static long pending(Json officer) {
        return Database.count("""
                select (select count(*) from event_log where topic = 'evaluation.weakness' and partition_key = ?::uuid)
                    + (select count(*) from outbox_events where topic = 'evaluation.weakness' and partition_key = ?::uuid)""", officer.getString("id"), officer.getString("id"));
    }
}
