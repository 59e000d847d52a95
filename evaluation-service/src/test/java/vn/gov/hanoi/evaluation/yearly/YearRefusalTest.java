package vn.gov.hanoi.evaluation.yearly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.evaluation.support.Years;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** What is refused of a year, to whom, and with which words. */
@QuarkusTest
@WithStack
class YearRefusalTest {
    @Test
    void shouldOfferExactlyTheActionsThatSucceed() {
        // Given
        var agency = Years.agency(1);
        var person = agency.staff().getFirst();
        Years.month(person, agency.department(), 1, "80");
        var closing = Years.opened(agency);
        var row = Years.classification(person, Years.YEAR);
        var steps = List.<Runnable>of(
                () -> {},
                () -> Years.decided(agency, person, Years.decision("B")),
                () -> Years.publish(agency.keeper(), closing, Map.of()).then().statusCode(200),
                () -> Evaluations.done(Years.act(agency.director(), row, "correct", Years.reasoned("C"))));
        var mismatches = new ArrayList<String>();
        var seen = new ArrayList<String>();

        // When
        for (var step : steps) {
            step.run();
            for (var who :
                    List.of(agency.director(), Evaluations.participant(person, agency.department()), agency.keeper())) {
                var now = Years.read(who, row);
                for (var action : now.<Map<String, Object>>getList("_actions")) {
                    var tried = tried(who, row, String.valueOf(action.get("name")));
                    boolean succeeds = tried.statusCode() == 200;
                    // The role is asked before anything else.
                    boolean sameReason = succeeds
                            || who.equals(agency.keeper())
                            || told(tried).equals(blockers(action).getFirst());
                    if (!action.get("enabled").equals(succeeds) || !sameReason) {
                        mismatches.add(now.getString("state") + " " + action + " " + tried.asString());
                    }
                    if (succeeds) {
                        seen.add(now.getString("state") + " " + action.get("name"));
                    }
                }
            }
        }

        // Then
        assertThat(mismatches).isEmpty();
        assertThat(seen).containsExactly("SUGGESTED decide", "DECIDED decide", "PUBLISHED correct");
    }

    private static Response tried(String token, Json row, String verb) {
        var version = Database.count(
                "select row_version from annual_classifications where id = ?::uuid", row.getString("id"));
        return Api.as(token)
                .header("If-Match", "\"%d\"".formatted(version))
                .body(Years.reasoned("B"))
                .post(Years.PATH + "/" + row.getString("id") + "/actions/" + verb + "?validateOnly=true");
    }

    private static List<String> blockers(Map<String, Object> action) {
        return ((List<?>) action.get("blockedBy"))
                .stream()
                        .map(each -> String.valueOf(((Map<?, ?>) each).get("code")))
                        .toList();
    }

    private static String told(Response answer) {
        return answer.as(Json.class).getString("code");
    }

    @Test
    void shouldMeetEveryCodeWithItsText() {
        // Given
        var agency = Years.agency(2);
        var keeper = agency.keeper();
        var old = Units.department();
        var moved = Evaluations.officer(Units.editor(old), old, "Vũ Chuyển Đến", "STAFF", "COMMUNE_PART_TIME");
        Officers.move(Units.editor(Units.city()), moved, agency.department(), "2026-09-01", "COMMUNE_PART_TIME");
        Years.month(moved, agency.department(), 9, "80");
        Years.month(agency.staff().get(0), agency.department(), 1, "95");
        var closing = Years.opened(agency);
        var first = Years.classification(agency.staff().get(0), Years.YEAR);
        var second = Years.classification(agency.staff().get(1), Years.YEAR);
        var third = Years.classification(moved, Years.YEAR);
        var answers = new ArrayList<Response>();

        // When
        answers.add(Years.publish(keeper, closing, Map.of()));
        answers.add(Years.act(agency.director(), second, "decide", Years.decision("B")));
        answers.add(Years.act(agency.director(), first, "decide", Years.decision(null)));
        answers.add(Years.act(agency.director(), first, "decide", Years.decision("A", facts())));
        answers.add(Years.act(agency.director(), third, "decide", Years.decision("A")));
        Years.month(agency.staff().get(0), agency.department(), 2, "95");
        answers.add(Years.act(agency.director(), first, "decide", Years.decision("A")));
        Years.open(keeper, Years.YEAR, agency.department()).then().statusCode(200);
        Years.decided(agency, agency.staff().get(0), Years.decision("A"));
        Years.decided(agency, agency.staff().get(1), Years.decision(null));
        Years.decided(agency, moved, Years.decision("B", Map.of("opinions", List.of(old.id()))));
        answers.add(Years.publish(keeper, closing, Map.of()));
        answers.add(headWithoutLevelOfTheUnit(agency));

        // Then
        var met = new TreeSet<String>();
        for (var answer : answers) {
            var problem = answer.as(Json.class);
            met.addAll(problem.getList("errors.code"));
            assertThat(problem.<String>getList("errors.detail"))
                    .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{", "annual."));
        }
        assertThat(met)
                .containsAll(Arrays.stream(EvaluationProblem.values())
                        .filter(each -> each.name().startsWith("ANNUAL_"))
                        .map(EvaluationProblem::code)
                        .toList());
    }

    /** One that the rules count, one twice, one in the form of another, and a part above its whole. */
    private static Map<String, Object> facts() {
        return Map.of(
                "facts",
                List.of(
                        Map.of("fact", "DISCIPLINED_IN_DUTY", "holds", false, "source", "x"),
                        Map.of("fact", "CONDUCT_MET", "holds", true, "source", "x"),
                        Map.of("fact", "CONDUCT_MET", "holds", true, "source", "x"),
                        Map.of("fact", "FORBIDDEN_ACT", "part", 1, "whole", 2, "source", "x"),
                        Map.of("fact", "TASKS_EXCEEDED", "part", 3, "whole", 2, "source", "x")));
    }

    private static Response headWithoutLevelOfTheUnit(Years.Agency agency) {
        var unit = Units.unit("PUBLIC_UNIT", agency.department());
        var head = Evaluations.officer(
                Units.editor(agency.department()), unit, "Phạm Thủ Trưởng", "HEAD", "COMMUNE_PART_TIME");
        Years.month(head, unit, 5, "80");
        Years.open(agency.keeper(), Years.YEAR, unit).then().statusCode(201);
        return Years.act(agency.director(), Years.classification(head, Years.YEAR), "decide", Years.decision("B"));
    }

    @Test
    void shouldRefuseEachStatementThatNobodyCanMake() {
        // Given
        var agency = Years.agency(1);
        Years.month(agency.staff().getFirst(), agency.department(), 1, "95");
        Years.opened(agency);
        var row = Years.classification(agency.staff().getFirst(), Years.YEAR);

        // When
        var refused = Years.act(agency.director(), row, "decide", Years.decision("A", facts()));

        // Then
        refused.then()
                .statusCode(422)
                .body(at(
                        "errors.code",
                        equalTo(List.of(
                                "annual.fact-refused",
                                "annual.fact-refused",
                                "annual.fact-refused",
                                "annual.fact-refused"))))
                .body(at(
                        "errors.pointer",
                        contains("/data/facts/0", "/data/facts/2", "/data/facts/3", "/data/facts/4")));
    }

    @Test
    void shouldOpenNoYearOfADivisionNorOneToCome() {
        // Given
        var department = Units.department();
        var keeper = Evaluations.token("keeper", department, "evaluation-keeper");

        // Then
        Years.open(keeper, Years.YEAR, Units.unit("DIVISION", department))
                .then()
                .statusCode(422)
                .body(at("code", equalTo("evaluation.not-a-rating-unit")));
        Years.open(keeper, 2199, department)
                .then()
                .statusCode(422)
                .body(at("code", equalTo("evaluation.period-not-begun")))
                .body(at("errors.pointer", contains("/year")));
    }

    @Test
    void shouldHideYearsFromOthersAndMonthsFromReaders() {
        // Given
        var agency = Years.agency(2);
        Years.month(agency.staff().getFirst(), agency.department(), 1, "87.6543");
        Years.opened(agency);
        var row = Years.classification(agency.staff().getFirst(), Years.YEAR);
        var path = Years.PATH + "/" + row.getString("id");
        var subject = Evaluations.participant(agency.staff().getFirst(), agency.department());
        var colleague = Evaluations.participant(agency.staff().getLast(), agency.department());
        var reader = Evaluations.token("reader", agency.department(), "evaluation-reader");

        // When
        var hidden = Api.as(colleague).get(path);
        var read = Api.as(reader).get(path);
        var own = Years.act(subject, row, "decide", Years.decision("B"));

        // Then
        hidden.then().statusCode(404);
        read.then()
                .statusCode(200)
                .body(at("state", equalTo("SUGGESTED")))
                .body(at("hiddenFields.pointer", contains("/detail")));
        assertThat(read.asString()).doesNotContain("87.65", "\"detail\":{", "suggestion");
        Years.read(subject, row);
        own.then().statusCode(403).body(at("code", equalTo("authority.own-act")));
        assertThat(listed(colleague)).isEqualTo(1);
        assertThat(listed(subject)).isEqualTo(1);
        assertThat(listed(agency.director())).isEqualTo(2);
        assertThat(listed(reader)).isEqualTo(2);
    }

    private static int listed(String token) {
        return Api.as(token)
                .queryParam("year", Years.YEAR)
                .get(Years.PATH)
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class)
                .getList("items")
                .size();
    }
}
