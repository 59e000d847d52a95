package vn.gov.hanoi.evaluation.quarterly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Rules;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Quarters of an agency that rates by months under the decree of 2025, over HTTP. */
@QuarkusTest
@WithStack
class QuarterHttpTest {
    private static final String PATH = "/evaluation/v1/quarterly-results";
    private static final String QUARTER = "2026-Q1";
    private static final String CODE = "EVT-QUARTER";

    /** An agency with three told months of three people, of whom the second was away in the first. */
    private record Town(Units.Unit unit, Json head, Json first, Json second, Json third) {
        String keeper() {
            return Evaluations.token("keeper", unit, "evaluation-keeper");
        }

        String director() {
            return Evaluations.participant(head, unit);
        }
    }

    private static @Nullable Town made;

    private Town town;

    @BeforeEach
    void tellThreeMonths() {
        var known = made;
        town = known == null ? told() : known;
        made = town;
    }

    private static Town told() {
        rules();
        var unit = Units.unit("TOWNSHIP", Units.city());
        var editor = Units.editor(unit);
        var told = new Town(
                unit,
                Evaluations.officer(editor, unit, "Lê Chủ Tịch", "HEAD", "CADRE"),
                Evaluations.officer(editor, unit, "Trần Thị Một", "STAFF", "COMMUNE_PART_TIME"),
                Evaluations.officer(editor, unit, "Trần Văn Hai", "STAFF", "COMMUNE_PART_TIME"),
                Evaluations.officer(editor, unit, "Trần Thị Ba", "STAFF", "COMMUNE_PART_TIME"));
        for (int month = 1; month <= 3; month++) {
            var text = "2026-0" + month;
            var closing = Evaluations.open(told.keeper(), text, unit)
                    .then()
                    .statusCode(201)
                    .extract()
                    .as(Json.class);
            // 1 of 1, 1 of 4, 1 of 4: the mean of the ratios is 50 %, the sums are 3 of 9.
            decide(told, told.third(), text, 1);
            decide(told, told.first(), text, month == 1 ? 1 : 4);
            if (month == 1) {
                Evaluations.done(Evaluations.act(
                        told.director(),
                        Evaluations.sheet(told.second(), text),
                        "decide",
                        Map.of("data", Map.of("presenceDays", 0, "notRated", "MATERNITY_ALL_PERIOD"))));
            } else {
                decide(told, told.second(), text, 1);
            }
            if (month < 3) {
                Evaluations.publish(told.keeper(), closing, Map.of()).then().statusCode(200);
            } else {
                var early = list(told.keeper(), unit);
                early.then().body(at("items.state", contains("OPEN", "OPEN", "OPEN")));
                Evaluations.publish(told.keeper(), closing, Map.of()).then().statusCode(200);
            }
        }
        return told;
    }

    private static void rules() {
        var yaml = RuleSetDocuments.altered(
                "VN-CC-2026",
                RuleSetDocuments.set("/id", '"' + CODE + '"'),
                RuleSetDocuments.set("/status", "\"DRAFT\""),
                RuleSetDocuments.set("/effectiveTo", "\"2026-04-01\""),
                RuleSetDocuments.set("/appliesTo/2", null),
                RuleSetDocuments.set("/appliesTo/1", null),
                RuleSetDocuments.set("/appliesTo/0/categories", "[\"COMMUNE_PART_TIME\"]"),
                RuleSetDocuments.set("/appliesTo/0/unitTypes", "[\"TOWNSHIP\"]"));
        Rules.act(
                        Rules.approver(),
                        Rules.published(new Rules.Document(CODE, LocalDate.of(2026, 1, 1), yaml)),
                        "make-official",
                        Rules.legalCheck())
                .then()
                .statusCode(200);
    }

    private static void decide(Town town, Json officer, String month, int assigned) {
        var sheet = Evaluations.sheet(officer, month);
        var work = work(Evaluations.read(town.director(), sheet), assigned);
        Evaluations.done(Evaluations.act(
                town.director(), sheet, "review", Map.of("data", Map.of("step", "MANAGER", "work", work))));
        Evaluations.done(Evaluations.act(town.director(), sheet, "decide", Map.of("data", Map.of("presenceDays", 15))));
    }

    /** Full general points but what is taken off, and one product completed of those assigned. */
    private static Map<String, @Nullable Object> work(Json view, int assigned) {
        var work = new LinkedHashMap<>(Evaluations.work(view, "0"));
        work.put(
                "products",
                List.of(Map.of("code", "P", "factor", 1, "assigned", assigned, "completed", 1, "errors", List.of())));
        return work;
    }

    private static Response list(String token, Units.Unit unit) {
        return Api.as(token)
                .queryParams("period", QUARTER, "unitId", unit.id(), "count", "true")
                .get(PATH);
    }

    private static Response explain(String token, Json officer) {
        return Api.as(token).queryParam("period", QUARTER).get(PATH + "/" + officer.getString("id") + "/explanation");
    }

    /** The line of somebody. */
    private static Json of(Json officer, Response list) {
        return list.then()
                .statusCode(200)
                .extract()
                .as(Json.class)
                .find("items", "officer.id", officer.getString("id"));
    }

    @Test
    void shouldDeriveTheQuarterOfEverybodyFromToldMonths() {
        // When
        var list = list(town.keeper(), town.unit());
        var first = of(town.first(), list);
        var second = of(town.second(), list);
        var explained = explain(town.keeper(), town.first());

        // Then: 30 + 70 / 3, and 30 + 70 without the month of maternity
        list.then().body(at("page.count", equalTo(3)));
        assertThat(first.getString("state")).isEqualTo("PUBLISHED");
        assertThat(first.getString("grade")).isEqualTo("C");
        assertThat(new BigDecimal(first.getString("detail.points"))).isEqualByComparingTo("53.3333");
        assertThat(first.getList("months.period")).isEqualTo(List.of("2026-01", "2026-02", "2026-03"));
        assertThat(second.getString("grade")).isEqualTo("A");
        assertThat(second.getList("months.outcome")).isEqualTo(List.of("NOT_RATED", "RATED", "RATED"));
        explained
                .then()
                .statusCode(200)
                .body(at("digest", equalTo(first.getString("detail.digest"))))
                .body(at("months", equalTo(first.getList("months"))))
                .body(at("ruleSet.code", equalTo(CODE)))
                .body(at("steps.code", hasItems("MONTH", "MEAN", "QUANTITY", "RESULT")));
    }

    @Test
    void shouldShowPointsToWhoSeesThoseOfTheLastMonthOnly() {
        // Given
        var reader = Evaluations.token("reader", town.unit(), "evaluation-reader");
        var own = Evaluations.participant(town.first(), town.unit());
        var stranger = Evaluations.token("keeper", Units.department(), "evaluation-keeper");

        // When
        var read = of(town.first(), list(reader, town.unit()));
        var mine = list(own, town.unit());
        var decided = of(town.second(), list(town.director(), town.unit()));

        // Then
        assertThat(read.getString("grade")).isEqualTo("C");
        assertThat(read.getMap("")).doesNotContainKey("detail");
        assertThat(read.getList("hiddenFields.pointer")).isEqualTo(List.of("/detail"));
        assertThat(read.getList("months.digest")).containsOnlyNulls();
        mine.then().body(at("items.officer.id", contains(town.first().getString("id"))));
        assertThat(of(town.first(), mine).getMap("")).containsKey("detail");
        assertThat(decided.getMap("")).containsKey("detail");
        list(stranger, town.unit()).then().statusCode(200).body(at("items", equalTo(List.of())));
        explain(reader, town.first()).then().statusCode(403).body(at("code", equalTo("authority.missing")));
        explain(own, town.first()).then().statusCode(200);
        explain(own, town.second()).then().statusCode(404).body(at("code", equalTo("resource.not-found")));
        explain(stranger, town.first()).then().statusCode(404).body(at("code", equalTo("resource.not-found")));
    }

    @Test
    void shouldFollowACorrectedMonthAndStillGiveWhatFollowedBefore() {
        // Given
        var before = of(town.third(), list(town.keeper(), town.unit()));
        var known = Instant.now().toString();
        var sheet = Evaluations.sheet(town.third(), "2026-03");
        var work = work(Evaluations.read(town.director(), sheet), 2);

        // When
        Evaluations.done(Evaluations.act(
                town.director(),
                sheet,
                "correct",
                Map.of(
                        "reason",
                        Evaluations.REASON,
                        "decision",
                        Evaluations.DECISION,
                        "data",
                        Map.of("presenceDays", 15, "work", work))));
        var after = of(town.third(), list(town.keeper(), town.unit()));
        var then = of(
                town.third(),
                Api.as(town.keeper())
                        .queryParams("period", QUARTER, "unitId", town.unit().id(), "knownAt", known)
                        .get(PATH));

        // Then: 3 of 4 products
        assertThat(new BigDecimal(after.getString("detail.points"))).isEqualByComparingTo("82.5");
        assertThat(after.getList("months.revision")).isEqualTo(List.of(1, 1, 2));
        assertThat(then.getMap("")).isEqualTo(before.getMap(""));
        assertThat(after.getString("detail.digest")).isNotEqualTo(before.getString("detail.digest"));
    }

    @Test
    void shouldWalkAllPagesInOneOrder() {
        // Given
        var seen = new ArrayList<Object>();
        String cursor = null;

        // When
        do {
            var call = Api.as(town.keeper())
                    .queryParams("period", QUARTER, "unitId", town.unit().id(), "limit", 1);
            var page = (cursor == null ? call : call.queryParam("cursor", cursor))
                    .get(PATH)
                    .then()
                    .statusCode(200)
                    .extract()
                    .as(Json.class);
            seen.addAll(page.getList("items.officer.id"));
            cursor = page.getString("page.next");
        } while (cursor != null);

        // Then
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        town.first().getString("id"),
                        town.second().getString("id"),
                        town.third().getString("id"));
    }

    @Test
    void shouldRefuseWhatHasNoQuarter() {
        // Given
        var agency = Evaluations.agency(0);
        var closing = Evaluations.opened(agency);
        Evaluations.decided(agency, agency.manager(), "5");
        Evaluations.publish(agency.keeper(), closing, Map.of()).then().statusCode(200);
        var unit = agency.department().id();

        // When
        var old = Api.as(agency.keeper()).queryParams("period", "2024-Q2").get(PATH);
        var year = Api.as(agency.keeper()).queryParams("period", "2026").get(PATH);
        var later = Api.as(agency.keeper())
                .queryParams("period", QUARTER, "knownAt", "2099-01-01T00:00:00Z")
                .get(PATH);
        var line = Api.as(agency.keeper())
                .queryParams("period", "2026-Q3", "unitId", unit, "unitScope", "SUBTREE")
                .get(PATH);
        var explained = Api.as(agency.keeper())
                .queryParam("period", "2026-Q3")
                .get(PATH + "/" + agency.manager().getString("id") + "/explanation");
        var nobody = Api.as(agency.keeper())
                .queryParam("period", "2026-Q3")
                .get(PATH + "/" + UUID.randomUUID() + "/explanation");

        // Then
        old.then()
                .statusCode(422)
                .body(at("code", equalTo("evaluation.no-quarter-rules")))
                .body(at("detail", not(equalTo("evaluation.no-quarter-rules.detail"))));
        year.then().statusCode(400).body(at("code", equalTo("query.invalid-parameter")));
        later.then().statusCode(400).body(at("code", equalTo("query.invalid-parameter")));
        line.then()
                .statusCode(200)
                .body(at("items[0].obstacle", equalTo("NO_QUARTER_RULES")))
                .body(at("items[0].outcome", nullValue()));
        explained.then().statusCode(422).body(at("code", equalTo("score.period-not-rated")));
        nobody.then().statusCode(404).body(at("code", equalTo("resource.not-found")));
    }

    @Test
    void shouldShowNothingThatRestsOnAlteredOrMixedMonths() {
        // Given
        var sheet = Evaluations.sheet(town.first(), "2026-02").getString("id");

        // When
        var digest = altered(sheet, "digest = decode(repeat('ab', 32), 'hex')", "digest");
        var mixed = altered(
                sheet,
                "rule_set_id = (select id from rule_sets where code = 'VN-CC-2026' and version = 1)",
                "rule_set_id");

        // Then
        digest.then().statusCode(500).body(at("code", equalTo("evaluation.explanation-differs")));
        mixed.then()
                .statusCode(422)
                .body(at("code", equalTo("evaluation.quarter-rules-differ")))
                .body(at("args.ruleSets", equalTo("EVT-QUARTER 1, VN-CC-2026 1")));
        explain(town.keeper(), town.first()).then().statusCode(200);
    }

    /** The explanation while a column of a month is another one; past the triggers, which keep it as it is. */
    private Response altered(String sheet, String change, String column) {
        Database.execute("""
                set session_replication_role = replica;
                create table altered as select id, %2$s from sheets where id = '%3$s';
                update sheets set %1$s where id = '%3$s'""".formatted(change, column, sheet));
        try {
            return explain(town.keeper(), town.first());
        } finally {
            Database.execute("""
                    set session_replication_role = replica;
                    update sheets s set %1$s = a.%1$s from altered a where a.id = s.id;
                    drop table altered""".formatted(column));
        }
    }
}
