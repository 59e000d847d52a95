package vn.gov.hanoi.training.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.Database;
import vn.gov.hanoi.kernel.testing.DraftedPlan;
import vn.gov.hanoi.kernel.testing.Events;
import vn.gov.hanoi.kernel.testing.WithStack;
import vn.gov.hanoi.training.support.Callers;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestDegree;
import vn.gov.hanoi.training.support.TestPlan;

/** A drafted reorganisation comes in, counts go out: one answer to each newer version, in the same transaction. */
@QuarkusTest
@WithStack
class ReorganisationImpactTest {
    private final DraftedPlan draft = new DraftedPlan();
    private UUID unit;

    @BeforeEach
    void inventAUnit() {
        City.known();
        unit = UUID.randomUUID();
        Events.directoryUnit(
                unit, "H26.R" + unit.toString().substring(0, 8), "Trung tâm", "PUBLIC_UNIT", City.CITY.id(), 1);
        City.awaitCopy(unit, 1);
    }

    @Test
    void shouldCountClassesPlanLinesBudgetsAndCommitmentsOfTheUnits() throws IOException {
        // Given
        var plan = planOfAComingYear();
        open(plan, 30_000_000);
        open(plan, 20_000_000);
        Database.execute("update plans set unit_id = ? where id = ?", unit, UUID.fromString(plan.planId()));
        Database.execute(
                "update accounts set unit_id = ? where plan_id = ? and block_code = 'C'",
                unit,
                UUID.fromString(plan.planId()));
        TestDegree.completed(TestDegree.officer(new City.Told(unit, "", "", "PUBLIC_UNIT", City.CITY.id())));

        // When
        draft.draft(1, unit, UUID.randomUUID());

        // Then
        assertThat(draft.answer(1)).isEqualTo(json("""
                {"planId": "%1$s", "planVersion": 1, "service": "training", "counts": [
                    {"kind": "BUDGETS", "unitId": "%2$s", "number": 1, "amountVnd": 950000000},
                    {"kind": "CLASSES", "unitId": "%2$s", "number": 2},
                    {"kind": "PLAN_LINES", "unitId": "%2$s", "number": 3},
                    {"kind": "SERVICE_COMMITMENTS", "unitId": "%2$s", "number": 1}]}""".formatted(draft.id(), unit)));
    }

    @Test
    void shouldNotCountWhatIsOver() {
        // Given
        var plan = planOfAComingYear();
        var opened = open(plan, 10_000_000);
        Database.execute(
                "update classes set year = 2020, starts_on = '2020-05-11', ends_on = '2020-05-15' where id = ?",
                opened);

        // When
        draft.draft(1, unit);

        // Then
        assertThat(draft.answer(1).path("counts")).isEmpty();
    }

    @Test
    void shouldCountALineForTheUnitThatItIsAssignedTo() throws IOException {
        // Given
        var assignee = UUID.randomUUID();
        Database.execute(
                "update plan_lines set unit_id = ?, unit_code = 'X', unit_name = 'X' where id = ?",
                assignee,
                UUID.fromString(planOfAComingYear().line("C-1")));

        // When
        draft.draft(1, assignee);

        // Then
        assertThat(draft.answer(1).path("counts")).isEqualTo(json("""
                [{"kind": "PLAN_LINES", "unitId": "%s", "number": 1}]""".formatted(assignee)));
    }

    @Test
    void shouldAnswerForUnitsThatNobodyKnows() {
        // When
        draft.draft(1, Stream.generate(UUID::randomUUID).limit(5_000).toArray(UUID[]::new));

        // Then
        var answer = draft.answer(1);
        assertThat(answer.path("planId").asText()).isEqualTo(draft.id().toString());
        assertThat(answer.path("counts")).isEmpty();
    }

    @Test
    void shouldAnswerEachVersionOnceAndNoOlderOne() {
        // Given
        var first = draft.draft(1, unit);
        var second = draft.draft(2, unit);
        draft.answer(2);

        // When
        draft.send(first);
        draft.send(second);
        draft.draft(1, unit);
        draft.draft(2, unit);
        draft.draft(4, unit);
        draft.draft(3, unit);
        draft.awaitTaken();
        draft.answer(4);

        // Then
        assertThat(draft.answers())
                .extracting(each -> each.path("planVersion").asInt())
                .containsExactly(1, 2, 4);
    }

    @Test
    void shouldTakeAndIgnoreWhatElseHappensToAPlan() {
        // Given
        Map<String, Object> data = Map.of(
                "planId",
                draft.id(),
                "version",
                5,
                "effectiveOn",
                "2030-07-01",
                "decisionNumber",
                "1/NQ",
                "successions",
                List.of());

        // When
        draft.tell("applied", data);
        draft.tell("reverted", data);
        draft.tell("cancelled", data);
        draft.awaitTaken();

        // Then
        assertThat(draft.answers()).isEmpty();
        assertThat(letters()).isZero();
    }

    @Test
    void shouldPutADraftAsideThatNamesTooManyUnits() {
        // When
        draft.draft(1, Stream.generate(UUID::randomUUID).limit(5_001).toArray(UUID[]::new));
        draft.awaitTaken();

        // Then
        assertThat(letters()).isEqualTo(1);
        assertThat(draft.answers()).isEmpty();
    }

    @Test
    void shouldPutAnAppliedPlanAsideWhoseSharesCannotBe() {
        // Given
        Map<String, Object> share =
                Map.of("fromUnitId", unit, "toUnitId", City.DEPARTMENT.id(), "share", new BigDecimal("1.5"));

        // When
        draft.tell(
                "applied",
                Map.of(
                        "planId",
                        draft.id(),
                        "version",
                        2,
                        "effectiveOn",
                        "2026-07-01",
                        "decisionNumber",
                        "1/NQ",
                        "successions",
                        List.of(share),
                        "handovers",
                        List.of()));
        draft.awaitTaken();

        // Then
        assertThat(letters()).isEqualTo(1);
        assertThat(Database.count("select count(*) from reorganisations where id = ?", draft.id()))
                .isZero();
    }

    private TestPlan planOfAComingYear() {
        return TestPlan.late(10, 500);
    }

    private UUID open(TestPlan plan, long amountVnd) {
        var request = plan.newClass("C-1", 20, amountVnd);
        request.put("unitId", unit);
        return UUID.fromString(TestPlan.post(Callers.city(), TestPlan.CLASSES, request)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private long letters() {
        return Database.count(
                "select count(*) from dead_letters where record_key = ?",
                draft.id().toString());
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
