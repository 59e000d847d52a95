package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The rules of the City through the gateway: what came with the product, and a version that two people bring in. */
class RuleSetTest {
    private static final String RULES = "/evaluation/v1/rule-sets";

    @Test
    void shouldShowTheRulesThatCameWithTheProduct() {
        // When
        var list = City.gateway().get(RULES + "?limit=500", City.token("giang.do"));
        var month = City.gateway()
                .get(RULES + "/selected?category=CIVIL_SERVANT&unitType=WARD&period=2026-07", City.token("giang.do"));
        var foreign = City.gateway().get(RULES, City.token("chi.le"));

        // Then
        assertThat(list.status()).as(list.body()).isEqualTo(200);
        assertThat(list.json().findValuesAsText("code"))
                .contains("HN-M-2018", "HN-M-2021", "HN-M-2022", "VN-CC-2026", "VN-VC-2026")
                .contains("VN-Y-2015", "VN-Y-2020", "VN-Y-2023", "VN-CC-2026-Y", "VN-VC-2026-Y");
        assertThat(month.json().at("/ruleSet/code").asText()).as(month.body()).isEqualTo("VN-CC-2026");
        assertThat(foreign.status()).isEqualTo(403);
    }

    @Test
    void shouldBringInAVersionByTwoPeople() {
        // Given
        var writer = City.token("linh.dang");
        var approver = City.token("khanh.bui");
        var first = City.gateway()
                .get(RULES + "?code=HN-M-2018", writer)
                .json()
                .at("/items")
                .path(0);
        var path = RULES + "/" + first.path("id").asText() + "/document";
        var document = City.gateway().getAs(path, writer, "application/yaml").body();
        var code = "TST-" + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
        var yaml = document.replace("id: HN-M-2018", "id: " + code).replace("status: PILOT", "status: DRAFT");

        // When
        var draft = City.gateway().postYaml(RULES, writer, yaml);
        var version = RULES + "/" + draft.json().path("id").asText();
        var own = City.gateway().act(version + "/actions/publish", writer, draft.header("ETag"), "");
        var published = City.gateway().act(version + "/actions/publish", approver, draft.header("ETag"), "");

        // Then
        assertThat(draft.status()).as(draft.body()).isEqualTo(201);
        assertThat(own.status()).isEqualTo(403);
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        assertThat(published.json().path("status").asText()).isEqualTo("PILOT");
        assertThat(City.gateway()
                        .getAs(version + "/document", approver, "application/yaml")
                        .body())
                .isEqualTo(yaml);
    }
}
