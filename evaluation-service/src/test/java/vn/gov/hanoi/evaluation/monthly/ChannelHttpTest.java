package vn.gov.hanoi.evaluation.monthly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.evaluation.support.Channels;
import vn.gov.hanoi.evaluation.support.Evaluations;
import vn.gov.hanoi.evaluation.support.Offers;
import vn.gov.hanoi.evaluation.support.Officers;
import vn.gov.hanoi.evaluation.support.Rules;
import vn.gov.hanoi.evaluation.support.Units;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;

/** Supporting channels and deciding collectives, as the evaluator matrix of the rule set has them. */
@QuarkusTest
@WithStack
class ChannelHttpTest {
    private static final String MONTH = "2025-11";
    private static boolean published;

    /** Staff are decided by the leadership of the agency; heads of specialised divisions have a second channel, which nobody holds. */
    @BeforeEach
    void publishRules() {
        if (!published) {
            var document = Evaluations.document(
                    "EVT-CHANNEL",
                    LocalDate.of(2025, 11, 1),
                    RuleSetDocuments.set("/rules/evaluators/10/collective", "\"AGENCY_LEADERSHIP\""),
                    RuleSetDocuments.set("/rules/evaluators/10/president", "\"AGENCY_HEAD\""),
                    RuleSetDocuments.set("/rules/evaluators/-", """
                            {"subject":"SPECIALISED_DIVISION_HEAD","role":"ADVISORY_CHANNEL","holder":"INSPECTOR","weight":0,
                             "effectiveFrom":"2018-07-01","source":{"basis":"framework","confidence":"LAW","legalCheck":true}}"""));
            Rules.act(Rules.approver(), Rules.published(document), "make-official", Rules.legalCheck())
                    .then()
                    .statusCode(200);
            published = true;
        }
    }

    @Test
    void shouldHearTheProfessionalLineUntilTheDecisionWithoutChangingPoints() {
        // Given
        var agency = Evaluations.agency(1);
        var sector = Units.department();
        var head = Evaluations.officer(Units.editor(sector), sector, "Ngô Giám Đốc", "HEAD", "CADRE");
        var adviser = Evaluations.participant(head, sector);
        var line = Channels.line(agency.keeper(), sector, agency.division());
        Evaluations.open(agency.keeper(), MONTH, agency.department()).then().statusCode(201);
        var sheet = Evaluations.sheet(agency.manager(), MONTH);
        var view = Evaluations.read(agency.director(), sheet);
        var staff = Evaluations.sheet(agency.staff().getFirst(), MONTH);
        var mismatches = new ArrayList<String>();
        Runnable tryAll = () -> List.of(agency.chief(), agency.director(), adviser)
                .forEach(who -> mismatches.addAll(Offers.mismatches(who, sheet, view)));

        // When
        tryAll.run();
        var seen = Evaluations.read(adviser, sheet);
        var listed = Api.as(adviser)
                .queryParam("period", MONTH)
                .get(Evaluations.PATH)
                .as(Json.class);
        Evaluations.done(Evaluations.act(adviser, sheet, "advise", Channels.advice("10")));
        Evaluations.done(Evaluations.act(agency.chief(), sheet, "submit", Evaluations.plan()));
        tryAll.run();
        Evaluations.done(Evaluations.act(agency.chief(), sheet, "submit", Evaluations.self(view, "5")));
        var newest = Evaluations.done(Evaluations.act(adviser, sheet, "advise", Channels.advice("20")));
        Evaluations.done(Evaluations.act(agency.director(), sheet, "return", Map.of("reason", Evaluations.REASON)));
        Evaluations.done(Evaluations.act(agency.chief(), sheet, "submit", Evaluations.self(view, "5")));
        Evaluations.done(Evaluations.act(agency.director(), sheet, "review", Evaluations.collective()));
        Evaluations.done(Evaluations.act(agency.director(), sheet, "review", Evaluations.manager(view, "5")));
        tryAll.run();
        told(
                Evaluations.act(adviser, sheet, "advise", Channels.advice("INSPECTOR", "20")),
                403,
                "evaluation.channel-not-held");
        told(
                Evaluations.act(adviser, sheet, "advise", Channels.advice("SOMEBODY", "20")),
                422,
                "score.channel-unknown");
        told(Evaluations.act(adviser, sheet, "advise", Channels.advice("100.5")), 422, "score.out-of-range");
        told(Evaluations.act(agency.director(), sheet, "advise", Channels.advice("20")), 403, "authority.missing");
        told(Evaluations.act(agency.chief(), sheet, "advise", Channels.advice("20")), 403, "authority.own-act");
        told(Evaluations.act(adviser, staff, "advise", Channels.advice("20")), 404, "resource.not-found");
        var decided = Evaluations.done(Evaluations.act(agency.director(), sheet, "decide", Evaluations.decision()));
        tryAll.run();
        told(Evaluations.act(adviser, sheet, "advise", Channels.advice("20")), 409, "evaluation.advice-too-late");

        // Then
        assertThat(mismatches).isEmpty();
        assertThat(seen.<Boolean>getList("detail.channels.held")).containsExactly(true, false);
        assertThat(listed.<String>getList("items.id")).containsExactly(sheet.getString("id"));
        assertThat(newest.<Object>get("detail.channels[0].points")).hasToString("20.0");
        assertThat(decided.<Object>get("detail.points")).hasToString("85.0");
        assertThat(decided.<Object>get("detail.channels[0].points")).hasToString("20.0");
        var path = Evaluations.PATH + "/" + sheet.getString("id");
        Api.as(agency.director())
                .get(path + "/explanation")
                .then()
                .statusCode(200)
                .body(at("steps.code", hasItem("ADVICE")))
                .body(at("digest", equalTo(decided.getString("detail.digest"))));
        var entries = Api.as(agency.director()).get(path + "/entries").as(Json.class);
        assertThat(entries.<String>getList("items.kind").stream().filter("ADVICE"::equals))
                .hasSize(2);
        var closed = Officers.act(
                agency.keeper(),
                Channels.LINES + "/" + line.getString("id") + "/actions/close",
                line.getString("etag"),
                Channels.closing("2025-01-01"));
        closed.then().statusCode(200).body(at("validTo", equalTo("2025-01-01")));
        Api.as(adviser).get(path).then().statusCode(404);
    }

    @Test
    void shouldLetTheDistrictChairmanScoreTheHeadOfACommune() {
        // Given
        var district = Units.unit("DISTRICT", Units.city());
        var ward = Units.unit("WARD", district);
        var editor = Units.editor(district);
        var chairman = Evaluations.officer(editor, district, "Bùi Chủ Tịch", "HEAD", "CADRE");
        var head = Evaluations.officer(editor, ward, "Hồ Phường Trưởng", "HEAD", "COMMUNE_PART_TIME");
        Evaluations.open(Evaluations.token("keeper", ward, "evaluation-keeper"), MONTH, ward)
                .then()
                .statusCode(201);
        var sheet = Evaluations.sheet(head, MONTH);
        var token = Evaluations.participant(chairman, district);

        // When
        var advised =
                Evaluations.done(Evaluations.act(token, sheet, "advise", Channels.advice("DISTRICT_CHAIRMAN", "70.5")));

        // Then
        assertThat(advised.<String>getList("detail.channels.channel")).containsExactly("DISTRICT_CHAIRMAN");
        assertThat(advised.<Object>get("detail.channels[0].points")).hasToString("70.5");
        assertThat(advised.<Object>get("detail.channels[0].weight")).hasToString("0.0");
    }

    @Test
    void shouldDecideTogetherWhereTheRulesWantACollective() {
        // Given
        var agency = Evaluations.agency(1);
        Evaluations.open(agency.keeper(), MONTH, agency.department()).then().statusCode(201);
        var sheet = Evaluations.sheet(agency.staff().getFirst(), MONTH);
        var view = Evaluations.read(agency.director(), sheet);
        Evaluations.done(Evaluations.act(agency.director(), sheet, "review", Evaluations.manager(view, "5")));
        var mismatches = new ArrayList<String>();
        for (var who : List.of(agency.person(0), agency.chief(), agency.director())) {
            mismatches.addAll(Offers.mismatches(who, sheet, view));
        }

        // When, then
        assertThat(mismatches).isEmpty();
        told(decide(agency, sheet, Map.of()), 422, "evaluation.collective-missing")
                .body(at("errors[0].pointer", equalTo("/data/collective")))
                .body(at("errors[0].args.collective", equalTo("AGENCY_LEADERSHIP")))
                .body(at("errors[0].args.president", equalTo("AGENCY_HEAD")))
                .body(at("errors[0].args.ruleSet", equalTo("EVT-CHANNEL")));
        told(
                        decide(agency, sheet, Map.of("collective", "CITY_COMMITTEE", "minutes", "1/BB")),
                        422,
                        "evaluation.collective-differs")
                .body(at("errors.code", contains("evaluation.collective-differs", "evaluation.meeting-missing")));
        told(decide(agency, sheet, Map.of("collective", "AGENCY_LEADERSHIP")), 422, "evaluation.minutes-missing");
        told(meeting(agency, sheet, Map.of("heldOn", "2025-10-31")), 422, "evaluation.meeting-contradictory")
                .body(at("errors[0].pointer", equalTo("/data/meeting/heldOn")));
        told(
                        meeting(
                                agency,
                                sheet,
                                Map.of("heldOn", "2025-12-01", "quorum", 4, "present", 3, "votesFor", 4)),
                        422,
                        "evaluation.meeting-contradictory")
                .body(at("errors.args.rule", contains("quorum-present", "votes-within-present")));
        var manager = new LinkedHashMap<String, Object>(Offers.collective());
        manager.put("presenceDays", 18);
        told(Evaluations.act(agency.chief(), sheet, "decide", Map.of("data", manager)), 403, "authority.missing");
        var decided = Evaluations.done(decide(agency, sheet, Offers.collective()));
        assertThat(decided.getString("detail.collective")).isEqualTo("AGENCY_LEADERSHIP");
        assertThat(decided.getString("detail.decidingCollective")).isEqualTo("AGENCY_LEADERSHIP");
        Api.as(agency.director())
                .get(Evaluations.PATH + "/" + sheet.getString("id") + "/entries")
                .then()
                .statusCode(200)
                .body(at("items[1].details.minutes", equalTo("12/BB-SNV")))
                .body(at("items[1].details.meeting.votesFor", equalTo(3)))
                .body(at("items[1].officerId", equalTo(agency.head().getString("id"))));
    }

    private static Response meeting(Evaluations.Agency agency, Json sheet, Map<String, Object> meeting) {
        return decide(agency, sheet, Map.of("collective", "AGENCY_LEADERSHIP", "minutes", "1/BB", "meeting", meeting));
    }

    private static Response decide(Evaluations.Agency agency, Json sheet, Map<String, Object> by) {
        var data = new LinkedHashMap<String, Object>(by);
        data.put("presenceDays", 18);
        return Evaluations.act(agency.director(), sheet, "decide", Map.of("data", data));
    }

    @Test
    void shouldRefuseLinesThatCannotBe() {
        // Given
        var department = Units.department();
        var division = Units.unit("DIVISION", department);
        var sector = Units.department();
        var keeper = Evaluations.token("keeper", department, "evaluation-keeper");
        var line = Channels.line(keeper, sector, division);

        // When, then
        told(Channels.post(keeper, Channels.request(division, division)), 422, "advisory-line.to-itself");
        told(
                Channels.post(keeper, with(sector, division, "channel", "DISTRICT_CHAIRMAN")),
                422,
                "advisory-line.channel-unknown");
        told(
                Channels.post(keeper, with(sector, division, "validFrom", "2001-01-01")),
                422,
                "advisory-line.unit-not-in-force");
        told(Channels.post(keeper, with(sector, division, "validTo", "2020-01-01")), 422, "validity.empty");
        told(Channels.post(keeper, Channels.request(department, division)), 409, "advisory-line.overlaps");
        told(Channels.post(keeper, Channels.request(department, sector)), 403, "scope.outside");
        told(close(keeper, line, "2019-12-31"), 409, "advisory-line.not-in-force");
        told(close(Evaluations.token("keeper", sector, "evaluation-keeper"), line, "2025-01-01"), 403, "scope.outside");
        close(keeper, line, "2020-01-01").then().statusCode(200);
        Channels.line(keeper, department, division);
        var answer = Api.as(keeper).get(Channels.LINES + "?inForceOn=2025-11-30&unitId=" + division.id());
        answer.then()
                .statusCode(200)
                .body(at("items.adviserUnit.id", contains(department.id().toString())));
    }

    private static Map<String, Object> with(Units.Unit adviser, Units.Unit advised, String name, String value) {
        var request = Channels.request(adviser, advised);
        request.put(name, value);
        return request;
    }

    private static Response close(String token, Json line, String day) {
        return Officers.act(
                token,
                Channels.LINES + "/" + line.getString("id") + "/actions/close",
                line.getString("etag"),
                Channels.closing(day));
    }

    private static ValidatableResponse told(Response refused, int status, String code) {
        return refused.then()
                .statusCode(status)
                .body(at("code", equalTo(code)))
                .body(at("errors.detail", everyItem(not(containsString("{")))));
    }
}
