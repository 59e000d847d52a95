package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A month of an agency and the end of its year through the gateway, with people who have an account each: two of the staff, their chief,
 * the director, the personnel officer who keeps the closings, and the head of the City, who rates the director and answers an objection.
 */
class MonthJourneyTest {
    private static final String SHEETS = "/evaluation/v1/evaluations";
    private static final String CLOSINGS = "/evaluation/v1/closings";
    private static final String YEARS = "/evaluation/v1/annual-classifications";
    private static final String MONTH = "2026-07";
    private static final String DECISION = """
            {"number":"41/QĐ-SNV","signedOn":"2026-08-03","issuer":"Sở Nội vụ"}""";
    private static final String REASON = """
            {"code":"DECIDED_OTHERWISE","text":"Xem xét toàn diện"}""";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Cast cast = new Cast();

    @BeforeEach
    void makeTheAgency() {
        rules();
        var division = cast.unit(cast.code + ".P", "DIVISION", cast.agencyId);
        officer("director", cast.agencyId, "HEAD");
        officer("chief", division, "HEAD");
        officer("first", division, "STAFF");
        officer("second", division, "STAFF");
        cast.account("keeper", "", "evaluation-reader", "evaluation-keeper");
        cast.demo("city", "minh.trinh");
    }

    @Test
    void shouldPlayAMonthWithSixPeopleAnObjectionAndTheEndOfTheYear() {
        playTheMonth();
        playTheYear();
        othersAreTold();
    }

    private void playTheMonth() {
        // Given
        var opened = City.gateway().post(CLOSINGS, cast.token("keeper"), """
                {"period":"%s","unitId":"%s"}""".formatted(MONTH, cast.agencyId));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        var closing = CLOSINGS + "/" + opened.json().path("id").asText();

        // When all have had their part
        for (var who : List.of("first", "second")) {
            cast.did(who, sheet(who), "submit", """
                    {"data":{"step":"PLAN","comment":"Soạn thảo 4 văn bản"}}""");
            cast.did(who, sheet(who), "submit", step("SELF", who, "5"));
            cast.did("chief", sheet(who), "review", """
                    {"data":{"step":"COLLECTIVE","minutes":"Biên bản họp 27/7"}}""");
            cast.did("chief", sheet(who), "review", step("MANAGER", who, "5"));
            cast.did("director", sheet(who), "decide", "{\"data\":{\"presenceDays\":20}}");
        }
        for (var head : Map.of("chief", "director", "director", "city").entrySet()) {
            cast.did(head.getValue(), sheet(head.getKey()), "review", step("MANAGER", head.getKey(), "5"));
            cast.did(head.getValue(), sheet(head.getKey()), "decide", "{\"data\":{\"presenceDays\":20}}");
        }
        cast.did("keeper", closing, "publish", "{}");

        // Then everybody sees the own result, and nobody that of a colleague
        assertThat(cast.read("first", sheet("first")).path("grade").asText()).isEqualTo("B");
        assertThat(City.gateway().get(sheet("first"), cast.token("second")).status())
                .isEqualTo(404);
        assertThat(cast.read("first", sheet("first") + "/explanation")
                        .path("digest")
                        .asText())
                .matches("[0-9a-f]{64}");

        // When one objects, the City's head accepts, and the director may not
        var contested = sheet("first");
        var received = City.gateway().post("/evaluation/v1/objections", cast.token("first"), """
                {"evaluationId":"%s","grounds":"Đã nộp báo cáo tháng 7 đúng hạn","evidence":["Công văn 12/BC"]}""".formatted(
                        contested.substring(SHEETS.length() + 1)));
        assertThat(received.status()).as(received.body()).isEqualTo(201);
        var objection =
                "/evaluation/v1/objections/" + received.json().path("id").asText();
        var resolution = """
                {"reason":%s,"decision":%s,"data":{"outcome":"ACCEPTED","result":{"presenceDays":20,"work":%s,
                 "reasons":[{"criterion":"I.1","text":"Báo cáo đã nộp đúng hạn"}]}}}""".formatted(REASON, DECISION, work("first", "3"));
        var refused = cast.act("director", objection, "resolve", resolution);
        var early = cast.act("keeper", closing, "lock", "");
        cast.did("city", objection, "resolve", resolution);

        // Then
        assertThat(refused.status()).as(refused.body()).isEqualTo(403);
        assertThat(early.status()).as(early.body()).isEqualTo(409);
        assertThat(sheet("first")).isNotEqualTo(contested);
        assertThat(cast.read("first", sheet("first")).at("/detail/points").decimalValue())
                .isEqualByComparingTo("87");
        assertThat(cast.read("first", contested).path("supersededAt").isTextual())
                .isTrue();
    }

    private void playTheYear() {
        // Given
        var opened = City.gateway()
                .post("/evaluation/v1/annual-closings", cast.token("keeper"), """
                {"year":2026,"unitId":"%s"}""".formatted(cast.agencyId));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        var closing =
                "/evaluation/v1/annual-closings/" + opened.json().path("id").asText();

        // When
        cast.did("director", year("first"), "decide", """
                {"decision":%s,"data":{"level":"B"}}""".formatted(DECISION));
        for (var head : Map.of("chief", "director", "director", "city").entrySet()) {
            cast.did(head.getValue(), year(head.getKey()), "decide", """
                    {"decision":%s,"data":{"level":"B","unitLevel":"B"}}""".formatted(DECISION));
        }
        var early = cast.act("keeper", closing, "publish", "{}");
        cast.did("director", year("second"), "decide", """
                {"decision":%s,"data":{"level":"D"}}""".formatted(DECISION));
        cast.did("keeper", closing, "publish", "{}");

        // Then
        assertThat(early.status()).as(early.body()).isEqualTo(409);
        assertThat(cast.read("first", year("first")).path("level").asText()).isEqualTo("B");
        assertThat(cast.read("second", year("second")).path("level").asText()).isEqualTo("D");
        assertThat(City.gateway().get(year("first"), cast.token("second")).status())
                .isEqualTo(404);
    }

    /** Selection looks at records of ratings, training at what is needed; neither asks evaluation-service. */
    private void othersAreTold() {
        var records = "/selection/v1/rating-records?officerId=" + cast.id("first");
        var needs = "/training/v1/training-needs?officerId=" + cast.id("second");
        await("the others know").atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(City.gateway().get(records, City.token("chi.le")).json().path("items"))
                    .extracting(record -> record.path("period").asText() + " "
                            + record.path("grade").asText() + " "
                            + record.at("/source/revision").asInt())
                    .containsExactlyInAnyOrder("2026-07 B 2", "2026 B 1");
            assertThat(City.gateway().get(needs, City.token("binh.tran")).json().path("items"))
                    .extracting(need ->
                            need.path("year").asInt() + " " + need.path("state").asText() + " "
                                    + need.path("origin").asText())
                    .as("the year calls for training, and so does each weak criterion, once a manager says so")
                    .contains("2026 OPEN CLASSIFICATION", "2027 PROPOSED WEAK_CRITERION");
        });
    }

    private String year(String who) {
        return YEARS + "/" + Cast.id(YEARS + "?year=2026&officerId=" + cast.id(who), cast.token("keeper"));
    }

    private static void rules() {
        rules("TST-MONTH", "HN-M-2018", yaml -> yaml.replace("effectiveFrom: 2018-07-01", "effectiveFrom: 2026-07-01")
                .replace("effectiveTo: 2021-11-01", "effectiveTo: 2026-08-01")
                .replace("[CADRE, CIVIL_SERVANT, PUBLIC_EMPLOYEE, CONTRACT_WORKER]", "[COMMUNE_PART_TIME]"));
        rules("TST-YEAR", "VN-CC-2026-Y", yaml -> yaml.replace("[CIVIL_SERVANT]", "[COMMUNE_PART_TIME]")
                .replace("effectiveFrom: 2026-01-01\n", "effectiveFrom: 2026-01-01\neffectiveTo: 2027-01-01\n"));
    }

    /** Shipped rules, for people whom no shipped ones rate, made official by two people. */
    private static void rules(String code, String shipped, UnaryOperator<String> change) {
        var rules = "/evaluation/v1/rule-sets";
        var writer = City.token("linh.dang");
        var approver = City.token("khanh.bui");
        var document = rules + "/" + Cast.id(rules + "?code=" + shipped, writer) + "/document";
        var yaml = change.apply(City.gateway()
                .getAs(document, writer, "application/yaml")
                .body()
                .replace("id: " + shipped, "id: " + code)
                .replace("status: PILOT", "status: DRAFT"));
        var draft = City.gateway().postYaml(rules, writer, yaml);
        assertThat(draft.status()).as(draft.body()).isEqualTo(201);
        var version = rules + "/" + draft.json().path("id").asText();
        var published = City.gateway().act(version + "/actions/publish", approver, draft.header("ETag"), "");
        var official = City.gateway()
                .act(version + "/actions/make-official", approver, published.header("ETag"), """
                {"decision":%s,"data":{"checkedBy":"Phòng Pháp chế"}}""".formatted(DECISION));
        assertThat(official.status()).as(official.body()).isEqualTo(200);
    }

    private void officer(String who, String unit, String position) {
        cast.officer(who, unit, position, "COMMUNE_PART_TIME", "evaluation-participant");
    }

    /** Path of the living sheet of somebody. */
    private String sheet(String who) {
        var list = SHEETS + "?period=" + MONTH + "&officerId=" + cast.id(who);
        return SHEETS + "/" + Cast.id(list, cast.token("keeper"));
    }

    private String step(String step, String who, String off) {
        return "{\"data\":{\"step\":\"%s\",\"work\":%s}}".formatted(step, work(who, off));
    }

    /** Full marks but for what is taken off the first criterion; the second has less than half of everything. */
    private String work(String who, String off) {
        var work = JSON.createObjectNode();
        var marks = work.putArray("marks");
        for (var each : cast.read("director", sheet(who)).at("/detail/marks")) {
            var most = new BigDecimal(each.path("maximum").asText());
            var points = who.equals("second")
                    ? most.multiply(new BigDecimal("0.4"))
                    : marks.isEmpty() ? most.subtract(new BigDecimal(off)) : most;
            marks.addObject().put("criterion", each.path("criterion").asText()).put("points", points);
        }
        return work.toString();
    }
}
