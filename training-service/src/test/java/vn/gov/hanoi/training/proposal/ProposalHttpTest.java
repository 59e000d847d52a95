package vn.gov.hanoi.training.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;
import static vn.gov.hanoi.training.support.TestProposal.act;
import static vn.gov.hanoi.training.support.TestProposal.draft;
import static vn.gov.hanoi.training.support.TestProposal.drafted;
import static vn.gov.hanoi.training.support.TestProposal.line;
import static vn.gov.hanoi.training.support.TestProposal.lineId;
import static vn.gov.hanoi.training.support.TestProposal.planner;
import static vn.gov.hanoi.training.support.TestProposal.read;
import static vn.gov.hanoi.training.support.TestProposal.replace;
import static vn.gov.hanoi.training.support.TestProposal.submitted;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestPlan;
import vn.gov.hanoi.training.support.TestProposal;

/** Lines go up the tree, each once, traceable both ways, and into the plan by who did not propose them. */
@QuarkusTest
@WithStack
class ProposalHttpTest {
    private static final String DISTRICTS = "DISTRICT_BUDGETS";
    private static final String OF_CITY = "CITY_BUDGET";
    private static final long MILLION = 1_000_000L;

    @BeforeEach
    void knowTheUnits() {
        City.known();
    }

    @Test
    void shouldCarryALineFromTheWardIntoThePlan() {
        // Given
        int year = TestPlan.nextYear();
        var ward = submitted(
                year, City.WARD, line("Kỹ năng số", DISTRICTS, 2, 80, null), line("Tiếng Anh", DISTRICTS, 1, 30, null));

        // When
        var district = submitted(
                year,
                City.DISTRICT,
                line("Kỹ năng số toàn quận", DISTRICTS, 3, 100, 90 * MILLION, lineId(ward, 0), lineId(ward, 1)));
        var city = submitted(
                year,
                City.CITY,
                line("Kỹ năng số các quận", DISTRICTS, 3, 90, 80 * MILLION, lineId(district, 0)),
                line("Lớp của Thành phố", OF_CITY, 1, 40, 50 * MILLION));
        var decision = decide(Callers.city(), year, lineId(city, 0))
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class);

        // Then
        var wardLine = read(planner(City.WARD), ward);
        assertThat(wardLine.getString("lines[0].state")).isEqualTo("ASSIGNED");
        assertThat(wardLine.getString("lines[0].consolidatedInto.lineId"))
                .isEqualTo(lineId(district, 0).toString());
        assertThat(wardLine.getString("lines[0].planLineId")).isEqualTo(decision.getString("blocks[0].lines[0].id"));
        var districtLine = read(planner(City.DISTRICT), district);
        assertThat(districtLine.getList("lines[0].sources.unit.code")).containsExactly("H26.23.13", "H26.23.13");
        assertThat(List.of(
                        districtLine.getInt("lines[0].asked.classes"),
                        districtLine.getInt("lines[0].asked.places"),
                        districtLine.getInt("lines[0].places")))
                .containsExactly(3, 110, 100);
        var cityRead = read(Callers.city(), city);
        assertThat(cityRead.getList("lines.state")).containsExactly("ASSIGNED", "COSTED");
        assertThat(cityRead.getList("estimates.estimateVnd")).containsExactly(50_000_000, 80_000_000);
        assertThat(cityRead.getString("dueOn")).isEqualTo(year - 1 + "-10-31");
        decide(Callers.city(), year, lineId(city, 0)).then().statusCode(409);
    }

    private static Response decide(RequestSpecification who, int year, UUID proposalLine) {
        var line = TestPlan.line("D-1", 3, 90);
        line.put("target", Map.of("proposalLineId", proposalLine, "content", "STATE_MANAGEMENT"));
        var body = TestPlan.decision(year, TestPlan.block("D", DISTRICTS, 80 * MILLION, "ASSIGNED", line));
        return TestPlan.post(who, TestPlan.DECISIONS, body);
    }

    @Test
    void shouldSayWhereEachLineStandsOnItsWay() {
        // Given
        int year = TestProposal.nextYear();
        var draft = drafted(year, City.WARD, line("A", DISTRICTS, 1, 20, null));
        var states = new ArrayList<String>();

        // When
        states.add(read(planner(City.WARD), draft).getString("lines[0].state"));
        var sent = act(planner(City.WARD), draft, "submit", null).as(Json.class);
        states.add(read(planner(City.WARD), sent).getString("lines[0].state"));
        var above = drafted(year, City.DISTRICT, line("A", DISTRICTS, 1, 20, null, lineId(sent, 0)));
        states.add(read(planner(City.WARD), sent).getString("lines[0].state"));
        var aboveSent = act(planner(City.DISTRICT), above, "submit", null).as(Json.class);
        states.add(read(planner(City.WARD), sent).getString("lines[0].state"));
        submitted(year, City.CITY, line("A", DISTRICTS, 1, 20, 1L, lineId(aboveSent, 0)));
        states.add(read(planner(City.WARD), sent).getString("lines[0].state"));

        // Then
        assertThat(states).containsExactly("NEED_SURVEYED", "PROPOSED", "PROPOSED", "CONSOLIDATED", "COSTED");
    }

    @Test
    void shouldReturnChangeAndWithdrawOnlyWhatHasNotGoneOn() {
        // Given
        int year = TestProposal.nextYear();
        var ward = submitted(year, City.WARD, line("A", DISTRICTS, 1, 20, null));

        // When
        var own = act(planner(City.WARD), ward, "return", "Sai số liệu");
        var returned = act(planner(City.DISTRICT), ward, "return", "Thiếu căn cứ");
        var again = returned.as(Json.class);
        var changed = replace(planner(City.WARD), again, line("B", DISTRICTS, 2, 40, null))
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
        var sent = act(planner(City.WARD), changed, "submit", null).as(Json.class);
        var district = submitted(year, City.DISTRICT, line("B", DISTRICTS, 2, 40, null, lineId(sent, 0)));
        var tooLate = act(planner(City.DISTRICT), sent, "return", "Muộn");
        var stuck = act(planner(City.WARD), sent, "withdraw", null);
        var freed = act(planner(City.DISTRICT), district, "withdraw", null);
        var withdrawn = act(planner(City.WARD), sent, "withdraw", null);

        // Then
        own.then().statusCode(403).body(at("code", equalTo("authority.own-act")));
        returned.then()
                .statusCode(200)
                .body(at("state", equalTo("RETURNED")))
                .body(at("returnReason", equalTo("Thiếu căn cứ")));
        assertThat(changed.getList("lines.name")).containsExactly("B");
        tooLate.then().statusCode(409).body(at("code", equalTo("training.proposal-gone-on")));
        stuck.then().statusCode(409).body(at("code", equalTo("training.proposal-gone-on")));
        freed.then().statusCode(200);
        withdrawn.then().statusCode(200).body(at("state", equalTo("WITHDRAWN")));
        act(planner(City.WARD), withdrawn.as(Json.class), "submit", null)
                .then()
                .statusCode(409)
                .body(at("code", equalTo("training.proposal-state-differs")));
        drafted(year, City.WARD, line("C", DISTRICTS, 1, 1, null));
        var audit = Database.query(
                "select action from audit_entries where resource_id = ? order by id",
                UUID.fromString(sent.getString("id")));
        assertThat(audit)
                .extracting(row -> row.get("action"))
                .containsExactly(
                        "plan-proposal.draft",
                        "plan-proposal.submit",
                        "plan-proposal.return",
                        "plan-proposal.update",
                        "plan-proposal.submit",
                        "plan-proposal.withdraw");
    }

    @Test
    void shouldRefuseWhatDoesNotFitAndKeepNothing() {
        // Given
        int year = TestProposal.nextYear();
        var ward = submitted(year, City.WARD, line("A", DISTRICTS, 1, 20, null));
        var city = drafted(year, City.CITY, line("A", DISTRICTS, 1, 20, null, lineId(ward, 0)));
        long before = Database.count("select count(*) from plan_proposals");

        // When
        var second = draft(planner(City.WARD), year, City.WARD);
        var money = draft(planner(City.DISTRICT), year, City.DISTRICT, line("A", OF_CITY, 1, 1, null));
        var taken =
                draft(planner(City.DISTRICT), year, City.DISTRICT, line("A", DISTRICTS, 1, 1, null, lineId(ward, 0)));
        var beside = draft(
                planner(City.OTHER_DISTRICT),
                year,
                City.OTHER_DISTRICT,
                line("A", DISTRICTS, 1, 1, null, lineId(ward, 0)));
        var outside = draft(planner(City.OTHER_DISTRICT), year, City.WARD, line("A", DISTRICTS, 1, 1, null));
        var negative = draft(planner(City.DISTRICT), year, City.DISTRICT, line("A", DISTRICTS, -1, 1, null));
        var uncosted = act(planner(City.CITY), city, "submit", null);
        var stale = replace(planner(City.CITY), ward);
        var strange = planner(City.CITY)
                .header("If-Match", city.getString("etag"))
                .header("Idempotency-Key", Api.key())
                .contentType("application/merge-patch+json")
                .body(Map.of("lines", List.of(), "seal", true))
                .patch(TestProposal.PROPOSALS + "/" + city.getString("id"));
        var hidden = planner(City.OTHER_DISTRICT).get(TestProposal.PROPOSALS + "/" + ward.getString("id"));

        // Then
        refused(second, 409, "training.proposal-exists");
        refused(money, 422, "training.funding-source-differs", "/lines/0/fundingSource");
        refused(taken, 409, "training.source-line-taken");
        refused(beside, 422, "training.source-line-unknown", "/lines/0/sources/0");
        refused(outside, 403, "scope.outside");
        refused(negative, 400, "request.invalid-value", "/lines/0/classes");
        refused(uncosted, 422, "training.estimate-missing", "/lines/0/estimateVnd");
        refused(stale, 409, "training.proposal-state-differs");
        refused(strange, 400, "request.unknown-property", "/seal");
        refused(hidden, 404, "resource.not-found");
        assertThat(Database.count("select count(*) from plan_proposals")).isEqualTo(before);
    }

    private static void refused(Response answer, int status, String code, String... pointers) {
        answer.then().statusCode(status).contentType("application/problem+json").body(at("code", equalTo(code)));
        if (pointers.length > 0) {
            answer.then().body(at("errors.pointer", contains(pointers)));
        }
    }

    @Test
    void shouldNotLetWhoProposedDecide() {
        // Given
        int year = TestPlan.nextYear();
        var city = submitted(year, City.CITY, line("A", DISTRICTS, 1, 20, 5L));

        // When
        var own = decide(planner(City.CITY), year, lineId(city, 0));
        var mixed = TestPlan.line("C-1", 1, 20);
        mixed.put("target", Map.of("proposalLineId", lineId(city, 0)));
        var other = TestPlan.post(
                Callers.city(),
                TestPlan.DECISIONS,
                TestPlan.decision(year, TestPlan.block("C", OF_CITY, 5, "ASSIGNED", mixed)));

        // Then
        refused(own, 403, "authority.own-act");
        refused(other, 422, "training.funding-source-mixed", "/blocks/0/lines/0/target/proposalLineId");
        decide(Callers.city(), year, lineId(city, 0)).then().statusCode(201);
        refused(act(Callers.city(), city, "return", "Muộn"), 409, "training.proposal-gone-on");
    }

    @Test
    void shouldLetOneOfTwoUnitsAboveTakeALine() throws Exception {
        // Given
        int year = TestProposal.nextYear();
        var ward = submitted(year, City.WARD, line("A", DISTRICTS, 1, 20, null));
        List<Callable<Integer>> acts = List.of(
                () -> draft(
                                planner(City.DISTRICT),
                                year,
                                City.DISTRICT,
                                line("A", DISTRICTS, 1, 1, null, lineId(ward, 0)))
                        .statusCode(),
                () -> draft(planner(City.CITY), year, City.CITY, line("A", DISTRICTS, 1, 1, null, lineId(ward, 0)))
                        .statusCode());

        // When
        var answers = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var each : threads.invokeAll(acts)) {
                answers.add(each.get());
            }
        }

        // Then
        assertThat(answers).containsExactlyInAnyOrder(201, 409);
    }
}
