package vn.gov.hanoi.evaluation.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Evaluations.Agency;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.Tokens;
import vn.gov.hanoi.kernel.testing.WithStack;

/** What the told months of a year come to, over HTTP and under all that changes months. */
@QuarkusTest
@WithStack
class StandingHttpTest {
    private static final String PATH = "/evaluation/v1/annual-standings";
    private static final int YEAR = 2026;
    /** Of copied months, which no other test looks at. */
    private static final int COPIED = 2019;

    /** Standings of officers that are not what their living published months add up to. */
    private static final String WRONG = """
            select count(*) from (
                select s.officer_id, count(*) filter (where s.grade = 'A') as a, count(*) filter (where s.grade = 'B') as b,
                    count(*) filter (where s.grade = 'C') as c, count(*) filter (where s.grade = 'D') as d,
                    count(*) filter (where s.grade is null) as without, coalesce(sum(s.points), 0) as points
                from sheets s
                where s.superseded_at is null and s.state in ('PUBLISHED', 'LOCKED') and s.outcome in ('RATED', 'NOT_RATED')
                    and s.period_type = 'MONTH' and extract(year from s.period_from) = ? and s.rating_unit_id = ?::uuid
                group by s.officer_id) f
            full join (select * from annual_standings where year = ?
                and officer_id in (select officer_id from sheets where rating_unit_id = ?::uuid)) k on k.officer_id = f.officer_id
            where (k.count_a, k.count_b, k.count_c, k.count_d, k.left_out, k.points_sum)
                is distinct from (coalesce(f.a, 0), coalesce(f.b, 0), coalesce(f.c, 0), coalesce(f.d, 0), coalesce(f.without, 0),
                    coalesce(f.points, 0))""";

    /** The told month of July once more in a month of 2019, told at once, in an order of the people. */
    private static final String ANOTHER_MONTH = """
            insert into closings (id, period_type, period_from, unit_id, state, opened_by, opened_at, published_by, published_at, row_version)
            select uuidv7(), period_type, date '%1$s', unit_id, state, opened_by, opened_at, published_by, published_at, 1
            from closings where period_from = '2026-07-01' and unit_id = '%2$s';
            insert into sheets (id, closing_id, period_type, period_from, officer_id, assignment_id, unit_id, rating_unit_id, category, position,
                title, leader, unit_type, sheet_kind, rule_set_id, state, marks, extras, working_days, presence_days, outcome, not_rated,
                points, grade_by_points, grade, digest, decided_by, decided_at, decision_number, published_at)
            select uuidv7(), k.id, s.period_type, k.period_from, s.officer_id, s.assignment_id, s.unit_id, s.rating_unit_id, s.category,
                s.position, s.title, s.leader, s.unit_type, s.sheet_kind, s.rule_set_id, s.state, s.marks, s.extras, s.working_days,
                s.presence_days, s.outcome, s.not_rated, s.points, s.grade_by_points, s.grade, s.digest, s.decided_by, s.decided_at,
                s.decision_number, s.published_at
            from sheets s join closings k on k.period_from = '%1$s' and k.unit_id = s.rating_unit_id
            where s.period_from = '2026-07-01' and s.rating_unit_id = '%2$s' and s.superseded_at is null order by s.officer_id %3$s""";

    /** Some living months are replaced by revisions with other points, of which some have no grade. */
    private static final String CORRECTED = """
            create temp table chosen as select id from sheets
            where rating_unit_id = '%1$s' and period_from < '2020-01-01' and superseded_at is null and published_at is not null
                and hashtext(id::text || '%2$d') %% 3 = 0;
            update sheets s set superseded_at = now() from chosen c where c.id = s.id;
            insert into sheets (id, closing_id, period_type, period_from, officer_id, assignment_id, unit_id, rating_unit_id, category, position,
                title, leader, unit_type, sheet_kind, rule_set_id, state, marks, extras, working_days, presence_days, outcome, not_rated,
                points, grade_by_points, grade, digest, decided_by, decided_at, decision_number, published_at, revision, supersedes)
            select uuidv7(), s.closing_id, s.period_type, s.period_from, s.officer_id, s.assignment_id, s.unit_id, s.rating_unit_id, s.category,
                s.position, s.title, s.leader, s.unit_type, s.sheet_kind, s.rule_set_id, s.state, s.marks, s.extras, s.working_days,
                s.presence_days, n.outcome, case n.outcome when 'NOT_RATED' then 'SICK_LEAVE' end,
                case n.outcome when 'RATED' then n.points end, case n.outcome when 'RATED' then n.grade end,
                case n.outcome when 'RATED' then n.grade end, s.digest, s.decided_by, s.decided_at, s.decision_number, s.published_at,
                s.revision + 1, s.id
            from chosen c join sheets s on s.id = c.id,
            lateral (select (array['RATED', 'RATED', 'NOT_RATED', 'INSUFFICIENT_DATA'])[1 + abs(hashtext(s.id::text)) %% 4] as outcome,
                round(abs(hashtext(s.id::text || 'p')) %% 1000000 / 10000.0, 4) as points,
                (array['A', 'B', 'C', 'D'])[1 + abs(hashtext(s.id::text || 'g')) %% 4] as grade) n;
            drop table chosen""";

    private static @Nullable Agency made;

    private Agency agency;

    /** An agency with a told July: three with 85 points, one on maternity leave. */
    @BeforeEach
    void tellAMonth() {
        var known = made;
        agency = known == null ? told() : known;
        made = agency;
    }

    private static Agency told() {
        var agency = Evaluations.agency(3);
        var closing = Evaluations.opened(agency);
        Evaluations.decided(agency, agency.manager(), "5");
        Evaluations.decided(agency, agency.staff().get(0), "5");
        Evaluations.decided(agency, agency.staff().get(1), "5");
        Evaluations.done(Evaluations.act(
                agency.director(),
                Evaluations.sheet(agency.staff().get(2)),
                "decide",
                Map.of("data", Map.of("presenceDays", 0, "notRated", "MATERNITY_ALL_PERIOD"))));
        Evaluations.publish(agency.keeper(), closing, Map.of()).then().statusCode(200);
        return agency;
    }

    private Response list(String token) {
        return Api.as(token)
                .queryParams("year", YEAR, "unitId", agency.department().id(), "unitScope", "SUBTREE", "count", "true")
                .get(PATH);
    }

    private static Json of(Json officer, Response list) {
        return list.then()
                .statusCode(200)
                .extract()
                .as(Json.class)
                .find("items", "officer.id", officer.getString("id"));
    }

    private long wrong() {
        var unit = agency.department().id();
        return Database.count(WRONG, YEAR, unit, YEAR, unit) + Database.count(WRONG, COPIED, unit, COPIED, unit);
    }

    private void anotherMonth(String month, String order) {
        Database.execute(ANOTHER_MONTH.formatted(month, agency.department().id(), order));
    }

    @Test
    void shouldAddUpToldMonthsAndShowPointsToWhoSeesThem() {
        // When
        var kept = list(agency.keeper());
        var first = of(agency.staff().get(0), kept);
        var away = of(agency.staff().get(2), kept);
        var read = of(agency.staff().get(0), list(agency.reader()));
        var mine = list(agency.person(0));
        var stranger = list(Evaluations.token("keeper", Units.department(), "evaluation-keeper"));

        // Then
        kept.then().body(at("page.count", equalTo(4)));
        assertThat(first.getMap("months").values().stream()
                        .mapToInt(each -> (int) each)
                        .sum())
                .isPositive();
        assertThat(new BigDecimal(first.getString("points.mean"))).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
        assertThat(away.getInt("months.leftOut")).isPositive();
        assertThat(read.getMap("months")).isEqualTo(first.getMap("months"));
        assertThat(read.getMap("")).doesNotContainKey("points");
        assertThat(read.getList("hiddenFields.pointer")).isEqualTo(List.of("/points"));
        mine.then()
                .body(at(
                        "items.officer.id",
                        containsInAnyOrder(agency.staff().get(0).getString("id"))));
        stranger.then().statusCode(200).body(at("items", equalTo(List.of())));
        assertThat(wrong()).isZero();
    }

    @Test
    void shouldFollowACorrectionAtOnceAndALockNotAtAll() {
        // Given
        agency = told();
        var person = agency.staff().get(1);
        var before = of(person, list(agency.keeper()));
        var sheet = Evaluations.sheet(person);

        // When: the one told month turns out to have been one of leave
        Evaluations.done(Evaluations.act(
                agency.director(),
                sheet,
                "correct",
                Map.of(
                        "reason",
                        Evaluations.REASON,
                        "decision",
                        Evaluations.DECISION,
                        "data",
                        Map.of("presenceDays", 0, "notRated", "MATERNITY_ALL_PERIOD"))));
        var after = of(person, list(agency.keeper()));
        Database.execute(
                "update sheets set state = 'LOCKED' where state = 'PUBLISHED' and superseded_at is null and officer_id = '%s'"
                        .formatted(person.getString("id")));

        // Then
        assertThat(new BigDecimal(before.getString("points.sum"))).isPositive();
        assertThat(after.getMap("")).doesNotContainKey("points");
        assertThat(after.getMap("months")).isEqualTo(Map.of("a", 0, "b", 0, "c", 0, "d", 0, "leftOut", 1));
        assertThat(of(person, list(agency.keeper())).getMap("")).isEqualTo(after.getMap(""));
        assertThat(wrong()).isZero();
    }

    @Test
    void shouldAlwaysBeWhatTheLivingMonthsAddUpTo() {
        // Given
        agency = told();
        var random = new Random(2026);
        var months = new ArrayList<>(List.of("2019-01-01", "2019-02-01", "2019-03-01"));

        // When: months told and corrected in turn
        for (int step = 0; step < 24; step++) {
            if (!months.isEmpty() && random.nextInt(4) == 0) {
                anotherMonth(months.removeFirst(), "asc");
            } else {
                Database.execute(CORRECTED.formatted(agency.department().id(), random.nextInt(1000)));
            }

            // Then
            assertThat(wrong()).as("after step %d", step).isZero();
        }
    }

    @Test
    void shouldAddBothOfTwoMonthsToldAtOnceInOppositeOrders() throws Exception {
        // Given
        agency = told();
        var acts = List.<Callable<@Nullable Void>>of(
                () -> {
                    anotherMonth("2019-05-01", "asc");
                    return null;
                },
                () -> {
                    anotherMonth("2019-06-01", "desc");
                    return null;
                });

        // When
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var done : both.invokeAll(acts)) {
                done.get();
            }
        }

        // Then
        assertThat(wrong()).isZero();
    }

    @Test
    void shouldCountAgainWhatWasChangedPastTheService() {
        // Given
        var operator = Tokens.user("operator").unit("H26").roles("operator").token();
        var officer = agency.manager().getString("id");
        recompute(operator, YEAR).then().statusCode(200);
        Database.execute("update annual_standings set points_sum = 0 where year = 2026 and officer_id = '%s'"
                .formatted(officer));

        // When
        var found = recompute(operator, YEAR);
        var again = recompute(operator, YEAR);

        // Then
        found.then().statusCode(200).body(at("corrected", equalTo(1)));
        again.then().statusCode(200).body(at("corrected", equalTo(0)));
        assertThat(wrong()).isZero();
        recompute(operator, 1800).then().statusCode(400).body(at("code", equalTo("request.invalid-value")));
        recompute(agency.keeper(), YEAR).then().statusCode(403);
    }

    private static Response recompute(String token, int year) {
        return Api.as(token)
                .header("Idempotency-Key", Api.key())
                .body(Map.of("year", year))
                .post(PATH + "/actions/recompute");
    }

    @ParameterizedTest
    @CsvSource({"year,2026-07", "year,", "knownAt,2026-01-01T00:00:00Z", "officerId,x", "sort,name"})
    void shouldRefuseWhatNoStandingCanBeAskedFor(String name, @Nullable String value) {
        // When
        var call = Api.as(agency.keeper());
        var answer = (name.equals("year") ? call : call.queryParam("year", YEAR))
                .queryParam(name, value == null ? "" : value)
                .get(PATH);

        // Then
        answer.then().statusCode(400).body(at("code", equalTo("query.invalid-parameter")));
    }
}
