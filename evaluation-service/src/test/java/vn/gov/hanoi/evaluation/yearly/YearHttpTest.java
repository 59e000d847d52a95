package vn.gov.hanoi.evaluation.yearly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.evaluation.support.Years;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** A year of an agency over HTTP. */
@QuarkusTest
@WithStack
class YearHttpTest {
    @Test
    void shouldRollUpTheMonthsOfThreeUnitsForTheLastOne() {
        // Given
        var agency = Years.agency(0);
        var first = Units.department();
        var second = Units.department();
        var person = Evaluations.officer(Units.editor(first), first, "Vũ Ba Nơi", "STAFF", "COMMUNE_PART_TIME");
        var city = Units.editor(Units.city());
        person = Officers.move(city, person, second, "2026-03-01", "COMMUNE_PART_TIME");
        person = Officers.move(city, person, agency.department(), "2026-06-01", "COMMUNE_PART_TIME");
        Years.month(person, first, 1, "95");
        Years.month(person, first, 2, null);
        Years.month(person, second, 4, "80");
        Years.month(person, agency.department(), 7, "65");

        // When
        var opened = Years.open(agency.keeper(), Years.YEAR, agency.department());

        // Then
        opened.then().statusCode(201).body(at("opened.added", equalTo(1)));
        var seen = Years.read(agency.keeper(), Years.classification(person, Years.YEAR));
        assertThat(seen.getList("detail.months.period")).containsExactly("2026-01", "2026-02", "2026-04", "2026-07");
        assertThat(new BigDecimal(seen.getString("detail.pointsMean"))).isEqualByComparingTo("80");
        assertThat(seen.getString("detail.suggestion")).isEqualTo("B");
        assertThat(seen.getString("detail.monthsNotRated")).isEqualTo("1");
    }

    @Test
    void shouldOpenTheYearOfManyUnitsRowByRow() {
        // Given
        var first = Years.agency(2);
        var second = Years.agency(1);
        var stranger = Years.agency(1);
        first.staff().forEach(person -> Years.month(person, first.department(), 3, "91"));
        var division = Units.unit("DIVISION", first.department());
        var city = Evaluations.token("keeper", Units.city(), "evaluation-keeper");
        var rows = List.of(
                Years.row("first", Years.YEAR, first.department()),
                Years.row("division", Years.YEAR, division),
                Years.row("second", Years.YEAR, second.department()),
                Years.row("early", 2199, second.department()));

        // When
        var atomic = Years.bulk(city, true, rows);
        var none = Database.count(
                "select count(*) from annual_closings where unit_id = ?::uuid",
                first.department().id());
        var done = Years.bulk(city, false, rows);
        var again = Years.bulk(
                first.keeper(),
                false,
                List.of(
                        Years.row("mine", Years.YEAR, first.department()),
                        Years.row("other", Years.YEAR, stranger.department())));

        // Then
        atomic.then().statusCode(207).body(at("results.status", contains(424, 422, 424, 422)));
        assertThat(none).isZero();
        done.then()
                .statusCode(207)
                .body(at("results.status", contains(201, 422, 201, 422)))
                .body(at("summary.failed", equalTo(2)));
        again.then()
                .statusCode(207)
                .body(at("results.status", contains(200, 403)))
                .body(at("results[1].problem.code", equalTo("scope.outside")));
        for (var person : first.staff()) {
            var seen = Years.read(first.keeper(), Years.classification(person, Years.YEAR));
            assertThat(seen.getList("detail.months.period")).containsExactly("2026-03");
            assertThat(seen.getString("detail.suggestion")).isNotNull();
        }
        assertThat(Database.count(
                        "select count(*) from annual_closings where unit_id = ?::uuid",
                        stranger.department().id()))
                .isZero();
    }

    @Test
    void shouldTakeTheUndecidedToTheAgencyThatTheyMovedToAndLeaveTheDecidedWhereTheyWere() {
        // Given
        var from = Years.agency(3);
        var to = Years.agency(0);
        from.staff().forEach(person -> Years.month(person, from.department(), 1, "80"));
        Years.opened(from);
        Years.decided(from, from.staff().get(1), Years.decision("B"));
        var city = Units.editor(Units.city());
        Officers.move(city, from.staff().get(0), to.department(), "2026-11-01", "COMMUNE_PART_TIME");
        Officers.move(city, from.staff().get(1), to.department(), "2026-11-01", "COMMUNE_PART_TIME");

        // When
        var opened = Years.open(to.keeper(), Years.YEAR, to.department());
        var again = Years.open(to.keeper(), Years.YEAR, to.department());
        var left = Years.open(from.keeper(), Years.YEAR, from.department());

        // Then
        opened.then().statusCode(201).body(at("opened.added", equalTo(1))).body(at("progress.count", contains(1)));
        again.then().statusCode(200).body(at("opened.added", equalTo(0)));
        left.then()
                .statusCode(200)
                .body(at("opened.added", equalTo(0)))
                .body(at("progress.state", contains("DECIDED", "SUGGESTED")))
                .body(at("progress.count", contains(1, 1)));
        var moved = Years.read(to.director(), Years.classification(from.staff().getFirst(), Years.YEAR));
        assertThat(moved.getString("closingId")).isEqualTo(opened.as(Json.class).getString("id"));
        assertThat(moved.getString("decidingUnitId"))
                .isEqualTo(to.department().id().toString());
        assertThat(moved.getList("detail.missingOpinions")).hasSize(1);
    }

    @Test
    void shouldNotRateAYearWithoutARatedMonthAndNeverTakeItAsZero() {
        // Given
        var agency = Years.agency(1);
        var person = agency.staff().getFirst();
        Years.month(person, agency.department(), 1, null);
        Years.open(agency.keeper(), Years.YEAR, agency.department()).then().statusCode(201);
        var row = Years.classification(person, Years.YEAR);

        // When
        var refused = Years.act(agency.director(), row, "decide", Years.decision("D"));
        var decided = Years.act(agency.director(), row, "decide", Years.decision(null));

        // Then
        refused.then().statusCode(422).body(at("code", equalTo("annual.year-not-rated")));
        decided.then()
                .statusCode(200)
                .body(at("notRated", equalTo("NO_RATED_PERIOD")))
                .body(at("level", nullValue()))
                .body(at("detail.pointsMean", nullValue()));
    }

    @Test
    void F21_shouldAllowFiveAndSixOfThirtyUnderTheTwoReadingsAndPublishOnce() throws Exception {
        // Given
        var agency = Years.agency(30);
        for (int i = 0; i < 30; i++) {
            Years.month(agency.staff().get(i), agency.department(), 1, i < 6 ? "95" : "80");
        }
        var closing =
                Years.open(agency.keeper(), Years.YEAR, agency.department()).as(Json.class);
        var decisions = new ArrayList<Callable<Response>>();
        for (int i = 0; i < 30; i++) {
            var row = Years.classification(agency.staff().get(i), Years.YEAR);
            var body = Years.decision(i < 6 ? "A" : "B");
            decisions.add(() -> Years.act(agency.director(), row, "decide", body));
        }

        // When
        var decided = allAtOnce(decisions);
        var tooMany = Years.publish(agency.keeper(), closing, Map.of());
        var last = Years.classification(agency.staff().get(5), Years.YEAR);
        var unexplained = Years.act(agency.director(), last, "decide", Years.decision("B"));
        var lowered = Years.act(agency.director(), last, "decide", Years.reasoned("B"));
        var published = allAtOnce(List.of(
                () -> Years.publish(agency.keeper(), closing, Map.of()),
                () -> Years.publish(agency.keeper(), closing, Map.of())));

        // Then
        assertThat(decided).extracting(Response::statusCode).containsOnly(200);
        tooMany.then()
                .statusCode(422)
                .body(at("code", equalTo("annual.cap-exceeded")))
                .body(at("args.allowed", equalTo(5)))
                .body(at("args.used", equalTo(6)))
                .body(at("args.readings.GOOD_ONLY", equalTo(5)))
                .body(at("args.readings.GOOD_OR_BETTER", equalTo(6)));
        unexplained.then().statusCode(422).body(at("code", equalTo("evaluation.reason-missing")));
        lowered.then().statusCode(200);
        assertThat(published.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(1);
        assertThat(Database.count(
                        "select count(*) from annual_classifications where closing_id = ?::uuid and state = 'PUBLISHED' and level = 'A'",
                        closing.getString("id")))
                .isEqualTo(5);
    }

    @Test
    void shouldTellASuggestionStaleOnceAMonthIsAnotherAndTakeTheDecisionBack() {
        // Given
        var agency = Years.agency(1);
        var person = agency.staff().getFirst();
        Years.month(person, agency.department(), 1, "95");
        Years.open(agency.keeper(), Years.YEAR, agency.department()).then().statusCode(201);
        var row = Years.classification(person, Years.YEAR);
        Years.act(agency.director(), row, "decide", Years.decision("A")).then().statusCode(200);

        // When
        Years.month(person, agency.department(), 2, "55");
        var stale = Years.read(agency.keeper(), row);
        var refused = Years.act(agency.director(), row, "decide", Years.decision("A"));
        var again = Years.open(agency.keeper(), Years.YEAR, agency.department());
        var fresh = Years.read(agency.keeper(), row);

        // Then
        assertThat(stale.getBoolean("stale")).isTrue();
        refused.then().statusCode(409).body(at("code", equalTo("annual.stale")));
        again.then().statusCode(200).body(at("opened.reopened", equalTo(1)));
        assertThat(fresh.getBoolean("stale")).isFalse();
        assertThat(fresh.getString("state")).isEqualTo("SUGGESTED");
        assertThat(fresh.getString("detail.suggestion")).isEqualTo("B");
    }

    @Test
    void shouldRollUpAsANaiveRecountDoes() {
        // Given
        var random = new Random(20261128);
        var agency = Years.agency(30);
        for (var person : agency.staff()) {
            for (int month = 1; month <= 12; month++) {
                switch (random.nextInt(3)) {
                    case 0 -> {}
                    case 1 -> Years.month(person, agency.department(), month, null);
                    default ->
                        Years.month(
                                person,
                                agency.department(),
                                month,
                                BigDecimal.valueOf(random.nextInt(1_000_001), 4).toPlainString());
                }
            }
        }

        // When
        Years.open(agency.keeper(), Years.YEAR, agency.department()).then().statusCode(201);

        // Then
        for (var person : agency.staff()) {
            var months = Database.query(
                    "select grade, points from sheets where officer_id = ?::uuid and superseded_at is null",
                    person.getString("id"));
            var rated =
                    months.stream().filter(each -> each.get("grade") != null).toList();
            var row = Database.query(
                            "select * from annual_classifications where officer_id = ?::uuid", person.getString("id"))
                    .getFirst();
            for (var grade : List.of("A", "B", "C", "D")) {
                long expected = rated.stream()
                        .filter(each -> grade.equals(each.get("grade")))
                        .count();
                assertThat(String.valueOf(row.get("count_" + grade.toLowerCase(java.util.Locale.ROOT))))
                        .isEqualTo(Long.toString(expected));
            }
            assertThat(String.valueOf(row.get("left_out"))).isEqualTo(Integer.toString(months.size() - rated.size()));
            var sum = rated.stream()
                    .map(each -> new BigDecimal(String.valueOf(each.get("points"))))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (rated.isEmpty()) {
                assertThat(row.get("points_sum")).isNull();
            } else {
                assertThat(new BigDecimal(String.valueOf(row.get("points_sum"))))
                        .isEqualByComparingTo(sum);
            }
        }
    }

    private static List<Response> allAtOnce(List<? extends Callable<Response>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Response>();
            for (var each : threads.invokeAll(calls)) {
                answers.add(each.get());
            }
            return answers;
        }
    }
}
