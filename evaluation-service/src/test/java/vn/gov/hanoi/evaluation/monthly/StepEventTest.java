package vn.gov.hanoi.evaluation.monthly;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Evaluations.Agency;
import vn.gov.hanoi.evaluation.support.Schemas;
import vn.gov.hanoi.evaluation.support.Told;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Each step on a sheet is told to whoever may see it, in order, and says nothing of what was scored. */
@QuarkusTest
@WithStack
class StepEventTest {
    private static final String FEED = "/evaluation/v1/events";

    @Test
    void shouldTellEachStepToThePersonAndToReadersOfTheUnitOnly() {
        // Given
        var agency = Evaluations.agency(2);
        var elsewhere = Evaluations.agency(1);
        var closing = Evaluations.opened(agency);
        var person = agency.staff().getFirst();
        var sheet = Evaluations.sheet(person);

        // When
        steps(agency, sheet);
        refusedAndTried(agency, sheet);
        Evaluations.decided(agency, agency.staff().get(1), "5");
        Evaluations.decided(agency, agency.manager(), "5");
        Evaluations.publish(agency.keeper(), closing, Map.of()).then().statusCode(200);
        var revision = Evaluations.done(Evaluations.act(
                agency.director(),
                sheet,
                "correct",
                Map.of(
                        "reason", Evaluations.REASON,
                        "decision", Evaluations.DECISION,
                        "data", Map.of("presenceDays", 19))));
        Told.of("evaluation.sheet", person.getString("id"), 8);
        Told.of("evaluation.result", person.getString("id"), 2);

        // Then
        var subject = "evaluations/" + sheet.getString("id");
        var corrected = "evaluations/" + revision.getString("id");
        var own = seen(agency.person(0), subject, corrected);
        assertThat(own)
                .extracting(StepEventTest::line)
                .containsExactly(
                        "1 sheet.moved PLAN OPENED PLANNED 1",
                        "2 sheet.moved SELF PLANNED SELF_SCORED 1",
                        "3 sheet.moved COLLECTIVE SELF_SCORED COLLECTIVE_REVIEWED 1",
                        "4 sheet.moved MANAGER COLLECTIVE_REVIEWED MANAGER_SCORED 1",
                        "5 sheet.moved RETURN MANAGER_SCORED COLLECTIVE_REVIEWED 1",
                        "6 sheet.moved MANAGER COLLECTIVE_REVIEWED MANAGER_SCORED 1",
                        "7 sheet.moved DECISION MANAGER_SCORED DECIDED 1",
                        "8 result.published 1",
                        "1 sheet.moved CORRECTION PUBLISHED PUBLISHED 2",
                        "2 result.superseded 2");
        assertThat(own)
                .filteredOn(event -> Told.fact(event).equals("sheet.moved"))
                .allSatisfy(event -> assertTellsNothingElse(event, agency, closing, person));
        for (var who : List.of(agency.reader(), agency.keeper())) {
            assertThat(seen(who, subject, corrected)).isEqualTo(own);
        }
        for (var who : List.of(agency.person(1), agency.chief(), agency.director(), elsewhere.reader())) {
            assertThat(seen(who, subject, corrected)).isEmpty();
        }
        toldOfTheClosing(agency, elsewhere, closing);
    }

    private static void steps(Agency agency, Json sheet) {
        var own = agency.person(0);
        var view = Evaluations.done(Evaluations.act(own, sheet, "submit", Evaluations.plan()));
        Evaluations.done(Evaluations.act(own, sheet, "submit", Evaluations.self(view, "1.5")));
        Evaluations.done(Evaluations.act(agency.chief(), sheet, "review", Evaluations.collective()));
        Evaluations.done(Evaluations.act(agency.chief(), sheet, "review", Evaluations.manager(view, "1.5")));
        Evaluations.done(Evaluations.act(agency.director(), sheet, "return", Map.of("reason", Evaluations.REASON)));
        Evaluations.done(Evaluations.act(agency.chief(), sheet, "review", Evaluations.manager(view, "1.5")));
        Evaluations.done(Evaluations.act(agency.director(), sheet, "decide", Evaluations.decision()));
    }

    /** None of it is told: the steps that are, are contiguous. */
    private static void refusedAndTried(Agency agency, Json sheet) {
        var body = Map.of("reason", Evaluations.REASON);
        Evaluations.act(agency.person(0), sheet, "return", body).then().statusCode(403);
        Evaluations.act(agency.director(), sheet, "\"0\"", "return", body, "")
                .then()
                .statusCode(412);
        Evaluations.act(agency.director(), sheet, Evaluations.etag(sheet), "return", body, "?validateOnly=true")
                .then()
                .statusCode(200);
    }

    private static void assertTellsNothingElse(JsonNode event, Agency agency, Json closing, Json person) {
        assertThat(Schemas.errors(event)).isEmpty();
        var data = event.path("data");
        assertThat(data.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly(
                        "evaluationId",
                        "officerId",
                        "unitId",
                        "ratingUnitId",
                        "closingId",
                        "period",
                        "kind",
                        "from",
                        "state",
                        "revision");
        assertThat("evaluations/" + data.path("evaluationId").asText())
                .isEqualTo(event.path("subject").asText());
        assertThat(data.path("officerId").asText()).isEqualTo(person.getString("id"));
        assertThat(event.path("partitionkey").asText()).isEqualTo(person.getString("id"));
        assertThat(data.path("unitId").asText())
                .isEqualTo(agency.division().id().toString());
        assertThat(data.path("ratingUnitId").asText())
                .isEqualTo(agency.department().id().toString());
        assertThat(data.path("closingId").asText()).isEqualTo(closing.getString("id"));
        assertThat(data.path("period").asText()).isEqualTo(Evaluations.MONTH);
    }

    private static void toldOfTheClosing(Agency agency, Agency elsewhere, Json closing) {
        var subject = "closings/" + closing.getString("id");
        var told = seen(agency.reader(), subject);
        assertThat(told).extracting(Told::fact).containsExactly("closing.opened", "closing.published");
        assertThat(told).allSatisfy(event -> assertThat(Schemas.errors(event)).isEmpty());
        assertThat(told.getFirst().at("/data/added").asInt()).isEqualTo(3);
        assertThat(told.getLast().at("/data/results").asInt()).isEqualTo(3);
        assertThat(seen(elsewhere.reader(), subject)).isEmpty();
        assertThat(seen(agency.person(0), subject)).isEmpty();
    }

    private static String line(JsonNode event) {
        var parts = new ArrayList<String>();
        parts.add(String.valueOf(Integer.parseInt(event.path("sequence").asText())));
        parts.add(Told.fact(event));
        for (var name : List.of("kind", "from", "state", "revision")) {
            if (event.path("data").has(name)) {
                parts.add(event.path("data").path(name).asText());
            }
        }
        return String.join(" ", parts);
    }

    /** What somebody reads of records in the feed; all of it was sent. */
    private static List<JsonNode> seen(String token, String... subjects) {
        var page = Api.as(token).queryParam("subject", (Object[]) subjects).get(FEED);
        page.then().statusCode(200);
        var found = new ArrayList<JsonNode>();
        Api.json(page).path("items").forEach(found::add);
        return found;
    }
}
