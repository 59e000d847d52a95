package vn.gov.hanoi.evaluation.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.evaluation.support.Rules;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Lists of rule sets, and which one holds. */
@QuarkusTest
@WithStack
class RuleSetListTest {
    private static final String SHIPPED =
            "HN-M-2018 HN-M-2021 HN-M-2022 VN-CC-2026 VN-CC-2026-Y VN-VC-2026 VN-VC-2026-Y"
                    + " VN-Y-2015 VN-Y-2020 VN-Y-2023";

    /** Codes that came with the product, in the order of the answer. */
    private static String shipped(Response list) {
        var answer = list.then().statusCode(200).extract().as(Json.class);
        return answer.<Map<String, Object>>getList("items").stream()
                .filter(item -> Boolean.TRUE.equals(item.get("shipped")))
                .map(item -> String.valueOf(item.get("code")))
                .filter(code -> !code.startsWith("TST-"))
                .collect(Collectors.joining(" "));
    }

    @Test
    void shouldHaveWhatComesWithTheProductOnTrial() {
        // When
        var list = Api.as(Rules.approver()).queryParam("limit", 500).get(Rules.PATH);

        // Then
        assertThat(shipped(list)).isEqualTo(SHIPPED);
        var found = list.as(Json.class).find("items", "code", "VN-Y-2023");
        assertThat(found.getString("kind")).isEqualTo("ANNUAL");
        assertThat(found.getString("status")).isEqualTo("PILOT");
        assertThat(found.getString("digest"))
                .isEqualTo(RuleSetDocuments.read(RuleSetDocuments.text("VN-Y-2023.yaml"))
                        .digest());
        assertThat(found.getString("title.vi")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code=VN-CC-2026&code=HN-M-2018 | HN-M-2018 VN-CC-2026",
                "kind=ANNUAL | VN-CC-2026-Y VN-VC-2026-Y VN-Y-2015 VN-Y-2020 VN-Y-2023",
                "kind=PERIODIC&inForceOn=2026-07-31 | VN-CC-2026 VN-VC-2026",
                "kind=PERIODIC&inForceOn=2026-06-30 | HN-M-2022 VN-CC-2026",
                // The same set, but for civil servants it ended on 31/12/2025.
                "kind=PERIODIC&inForceOn=2026-06-30&category=CIVIL_SERVANT | VN-CC-2026",
                "kind=PERIODIC&inForceOn=2026-06-30&category=PUBLIC_EMPLOYEE&unitType=PUBLIC_UNIT | HN-M-2022",
                "inForceOn=2018-12-31&category=CIVIL_SERVANT | HN-M-2018 VN-Y-2015",
                "status=OFFICIAL | ''",
                "inForceOn=2010-01-01 | ''"
            })
    void shouldFindByWhatIsAsked(String query, String codes) {
        // When
        var list = Api.as(Rules.approver()).get(Rules.PATH + "?limit=500&" + query);

        // Then
        assertThat(shipped(list)).isEqualTo(codes);
    }

    @Test
    void shouldShowTheLatestVersionFirstOnPagesWithoutGaps() {
        // Given
        var first = Rules.document();
        Rules.drafted(first);
        for (var version : List.of("2", "3", "10")) {
            Rules.drafted(first.with(RuleSetDocuments.set("/version", version)));
        }
        var versions = new ArrayList<Integer>();

        // When
        var path = Rules.PATH + "?count=true&limit=1&code=" + first.code();
        var page = Api.as(Rules.approver()).get(path).as(Json.class);
        var count = page.getInt("page.count");
        for (versions.add(page.getInt("items[0].version")); page.get("page.next") != null; ) {
            page = Api.as(Rules.approver())
                    .queryParam("cursor", page.getString("page.next"))
                    .get(path)
                    .as(Json.class);
            versions.add(page.getInt("items[0].version"));
        }

        // Then
        assertThat(versions).containsExactly(10, 3, 2, 1);
        assertThat(count).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=WEEKLY",
                "status=FINAL",
                "category=SOLDIER",
                "unitType=VILLAGE",
                "inForceOn=2026-02-30",
                "asOf=2026-01-01",
                "sort=code",
                "limit=0",
                "cursor=x"
            })
    void shouldRefuseWhatCannotBeAsked(String query) {
        // When
        var refused = Api.as(Rules.approver()).get(Rules.PATH + "?" + query);

        // Then
        assertThat(refused.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "CIVIL_SERVANT, WARD, 2026-07, VN-CC-2026",
        "CIVIL_SERVANT, WARD, 2026-Q3, VN-CC-2026",
        "CIVIL_SERVANT, WARD, 2026, VN-CC-2026-Y",
        "CIVIL_SERVANT, WARD, 2020-03, HN-M-2018",
        "CIVIL_SERVANT, WARD, 2020, VN-Y-2020",
        "PUBLIC_EMPLOYEE, PUBLIC_UNIT, 2026-06, HN-M-2022",
        "PUBLIC_EMPLOYEE, PUBLIC_UNIT, 2026-07, VN-VC-2026"
    })
    void shouldTellWhichRuleSetHolds(String category, String unitType, String period, String code) {
        // When
        var selected = Rules.selected(Rules.approver(), category, unitType, period);

        // Then
        selected.then()
                .statusCode(200)
                .body(at("ruleSet.code", equalTo(code)))
                .body(at("ratingBlockers.code", equalTo(List.of("rule-set.not-official"))));
    }

    @Test
    void shouldFollowWhatTheUnitSwitched() {
        // Given
        var path = Rules.PATH + "/selected?category=CADRE&unitType=WARD&period=2026-03";

        // When
        var off = Api.as(Rules.approver()).get(path);
        var on = Api.as(Rules.approver()).get(path + "&switchedOn=CADRES_BY_CITY");
        var both = Api.as(Rules.approver()).get(path + "&switchedOn=X&switchedOff=X");

        // Then
        off.then()
                .statusCode(422)
                .body(at("code", equalTo("rule-set.none")))
                .body(at("args.switch", equalTo("CADRES_BY_CITY")));
        on.then().statusCode(200).body(at("ruleSet.code", equalTo("VN-CC-2026")));
        both.then().statusCode(400);
    }

    @Test
    void shouldRefuseWhereTwoRuleSetsHold() {
        // Given
        var one = Rules.document();
        var two = Rules.document(
                RuleSetDocuments.set("/effectiveFrom", "\"" + one.from() + "\""),
                RuleSetDocuments.set("/effectiveTo", "\"" + one.from().plusMonths(1) + "\""));
        Rules.published(one);
        var alone = Rules.selected(Rules.approver(), one.month());

        // When
        Rules.drafted(two.with(
                RuleSetDocuments.set("/version", "2"),
                RuleSetDocuments.set("/effectiveFrom", "\"" + one.from() + "\""),
                RuleSetDocuments.set("/effectiveTo", "\"" + one.from().plusMonths(1) + "\"")));
        var besideADraft = Rules.selected(Rules.approver(), one.month());
        Rules.published(two);
        var ambiguous = Rules.selected(Rules.approver(), one.month());

        // Then
        alone.then().statusCode(200).body(at("ruleSet.code", equalTo(one.code())));
        besideADraft.then().statusCode(200).body(at("ruleSet.code", equalTo(one.code())));
        ambiguous
                .then()
                .statusCode(422)
                .body(at("code", equalTo("rule-set.ambiguous")))
                .body(at("args.ruleSets", equalTo(one.code() + ", " + two.code())));
    }

    @Test
    void shouldPreferTheOfficialVersionToALaterOneOnTrial() {
        // Given
        var first = Rules.document();
        var official = Rules.act(Rules.approver(), Rules.published(first), "make-official", Rules.legalCheck());
        official.then().statusCode(200);

        // When
        Rules.published(first.with(RuleSetDocuments.set("/version", "2")));

        // Then
        Rules.selected(Rules.approver(), first.month()).then().statusCode(200).body(at("ruleSet.version", equalTo(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "category=CADRE&unitType=WARD",
                "category=CADRE&period=2026",
                "unitType=WARD&period=2026",
                "category=CADRE&unitType=WARD&period=2026-13",
                "category=CADRE&unitType=WARD&period=2026-Q5",
                "category=CADRE&unitType=WARD&period=2030-2025",
                "category=CADRE&unitType=WARD&period=1800",
                "category=CADRE&unitType=WARD&period=2026-07-01"
            })
    void shouldWantToKnowWhoAndWhen(String query) {
        // When
        var refused = Api.as(Rules.approver()).get(Rules.PATH + "/selected?" + query);

        // Then
        refused.then().statusCode(400).body(at("code", equalTo("query.invalid-parameter")));
    }
}
