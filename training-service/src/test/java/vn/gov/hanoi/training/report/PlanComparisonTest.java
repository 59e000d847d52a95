package vn.gov.hanoi.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.gov.hanoi.kernel.testing.Json.at;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.Changes;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.Plan2020;
import vn.gov.hanoi.training.support.TestPlan;
import vn.gov.hanoi.training.support.TestProposal;

/** The stages of a plan side by side, by each group the same sums, as of any day. */
@QuarkusTest
@WithStack
class PlanComparisonTest {
    private static final long MILLION = 1_000_000L;

    private static Json compare(String plan, Map<String, ?> query) {
        return Callers.withRole("training-reader")
                .queryParams(query)
                .get("/training/v1/plans/" + plan + "/comparison")
                .then()
                .statusCode(200)
                .extract()
                .as(Json.class);
    }

    private static List<Long> stage(Json answer, String place) {
        return List.of(
                answer.getLong(place + ".classes"),
                answer.getLong(place + ".places"),
                answer.getLong(place + ".amountVnd"));
    }

    @ParameterizedTest
    @CsvSource({"BLOCK, 3", "UNIT, 1", "CATEGORY, 1", "LEARNERS, 1", "SOURCE, 2"})
    void shouldKeepTheFiguresOf2020InEveryGroup(String by, int rows) {
        // When
        var answer = compare(Plan2020.id(), Map.of("by", by));

        // Then
        long money = by.equals("CATEGORY") ? 0 : 200_394_000_000L;
        assertThat(answer.getList("rows")).hasSize(rows);
        assertThat(stage(answer, "totals.assigned")).containsExactly(1960L, 176_382L, money);
        assertThat(stage(answer, "totals.adjusted")).containsExactly(1960L, 176_382L, money);
        assertThat(stage(answer, "totals.delivered")).containsExactly(0L, 0L, 0L);
    }

    @Test
    void shouldFollowAPlanFromTheProposalToTheClasses() {
        // Given
        City.known();
        int year = TestPlan.nextYear();
        var district = TestProposal.submitted(
                year, City.DISTRICT, TestProposal.line("Kỹ năng số", "DISTRICT_BUDGETS", 4, 160, null));
        var city = TestProposal.submitted(
                year,
                City.CITY,
                TestProposal.line(
                        "Kỹ năng số", "DISTRICT_BUDGETS", 3, 120, 90 * MILLION, TestProposal.lineId(district, 0)));
        var line = TestPlan.line("D-1", 3, 120);
        line.put(
                "target",
                Map.of(
                        "proposalLineId",
                        TestProposal.lineId(city, 0),
                        "unitId",
                        City.DISTRICT.id(),
                        "content",
                        "STATE_MANAGEMENT"));
        var decision = TestPlan.post(
                        Callers.city(),
                        TestPlan.DECISIONS,
                        TestPlan.decision(
                                year, TestPlan.block("D", "DISTRICT_BUDGETS", 90 * MILLION, "ASSIGNED", line)))
                .then()
                .statusCode(201)
                .extract()
                .as(Json.class);
        var plan = new TestPlan(year, decision);
        Changes.made(
                plan,
                "ADJUST",
                Map.of(
                        "lines", List.of(Changes.line("D-1", 1, 40)),
                        "budgets", List.of(Changes.budget("D", City.DISTRICT.id(), 30 * MILLION))));
        TestPlan.post(Callers.city(), TestPlan.CLASSES, plan.newClass("D-1", 40, 25 * MILLION))
                .then()
                .statusCode(201);

        // When
        var byBlock = compare(plan.planId(), Map.of());
        var byUnit = compare(plan.planId(), Map.of("by", "UNIT"));
        var before = compare(plan.planId(), Map.of("asOf", year + "-05-31"));

        // Then
        assertThat(byBlock.getList("rows.code")).containsExactly("D");
        assertThat(stage(byBlock, "rows[0].stages.proposed")).containsExactly(3L, 120L, 90 * MILLION);
        assertThat(stage(byBlock, "rows[0].stages.assigned")).containsExactly(3L, 120L, 90 * MILLION);
        assertThat(stage(byBlock, "rows[0].stages.adjusted")).containsExactly(4L, 160L, 120 * MILLION);
        assertThat(stage(byBlock, "rows[0].stages.opened")).containsExactly(1L, 40L, 25 * MILLION);
        assertThat(stage(byBlock, "rows[0].stages.delivered")).containsExactly(0L, 0L, 0L);
        assertThat(byUnit.getList("rows.code")).containsExactly("H26", "H26.23");
        assertThat(stage(byUnit, "rows[1].stages.proposed")).containsExactly(4L, 160L, 0L);
        assertThat(stage(byUnit, "rows[1].stages.adjusted")).containsExactly(4L, 160L, 30 * MILLION);
        assertThat(stage(byUnit, "rows[0].stages.adjusted")).containsExactly(0L, 0L, 90 * MILLION);
        assertThat(stage(before, "totals.adjusted")).containsExactly(3L, 120L, 90 * MILLION);
        assertThat(compare(plan.planId(), Map.of("by", "CATEGORY")).getList("rows.code"))
                .contains("STATE_MANAGEMENT");
        reportAgrees(plan);
    }

    /** Two accounts of one block are one block in the report. */
    private static void reportAgrees(TestPlan plan) {
        Callers.city()
                .get("/training/v1/plans/" + plan.planId() + "/plan-versus-actual")
                .then()
                .statusCode(200)
                .body(at("blocks.size()", equalTo(1)))
                .body(at("blocks[0].lines.size()", equalTo(1)))
                .body(at("totals.assigned.budgetVnd", equalTo(120_000_000)))
                .body(at("totals.allocatedVnd", equalTo(120_000_000)))
                .body(at("totals.availableVnd", equalTo(95_000_000)));
    }

    @Test
    void shouldGiveTheSameFiguresAsCsv() {
        // When
        var answer = Callers.city()
                .accept("text/csv")
                .queryParam("by", "SOURCE")
                .get("/training/v1/plans/" + Plan2020.id() + "/comparison");

        // Then
        answer.then().statusCode(200);
        assertThat(answer.header("Content-Disposition")).contains("plan-comparison-2020-SOURCE.csv");
        assertThat(answer.asString().lines())
                .first()
                .asString()
                .startsWith(
                        "\uFEFFMã,Tên,Số lớp đề xuất,Số lượt học viên đề xuất,Kinh phí đề xuất (đồng),Số lớp được giao");
        assertThat(answer.asString().lines())
                .contains(
                        "DISTRICT_BUDGETS,DISTRICT_BUDGETS,0,0,0,920,133144,33107000000,920,133144,33107000000,0,0,0,0,0,0,,,,,")
                .last()
                .asString()
                .startsWith("Tổng số,,0,0,0,1960,176382,200394000000,1960,176382,200394000000");
    }

    @Test
    void shouldRefuseGroupsDaysAndPlansThatAreNone() {
        // Given
        var path = "/training/v1/plans/" + Plan2020.id() + "/comparison";

        // Then
        for (var bad : List.of(Map.of("by", "PERSON"), Map.of("asOf", "2020-13-01"), Map.of("knownAt", "today"))) {
            Callers.city()
                    .queryParams(bad)
                    .get(path)
                    .then()
                    .statusCode(400)
                    .body(at("code", equalTo("query.invalid-parameter")));
        }
        Callers.of(City.STRANGER, "training-reader").get(path).then().statusCode(404);
    }
}
