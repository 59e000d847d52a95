package vn.gov.hanoi.evaluation.monthly;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.evaluation.authority.Ground;
import vn.gov.hanoi.evaluation.authority.Headship;
import vn.gov.hanoi.evaluation.authority.Ruling;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Content;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Decided;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Person;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Result;
import vn.gov.hanoi.evaluation.monthly.EvaluationSheet.Revision;
import vn.gov.hanoi.evaluation.monthly.SheetGuard.Act;
import vn.gov.hanoi.evaluation.monthly.SheetGuard.Standing;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.officer.Position;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.RuleSetDocuments;
import vn.gov.hanoi.evaluation.ruleset.SheetKind;
import vn.gov.hanoi.evaluation.score.Score;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.evaluation.unit.UnitType;
import vn.gov.hanoi.evaluation.workday.WorkCalendar;
import vn.gov.hanoi.kernel.problem.Refusal;

/** Steps and days of a month, without a database. */
class SheetGuardTest {
    private static final Period JULY = Period.month(YearMonth.of(2023, 7));
    private static final Workflow WORKFLOW =
            Workflow.of(RuleSetDocuments.shipped("HN-M-2022").rules(), JULY, WorkCalendar.named("VN"));

    @Test
    void shouldMoveDueDaysThatAreDaysOffAndOpenDecisionsOnTheLastWorkingDay() {
        assertThat(WORKFLOW.due(SheetState.PLANNED)).isEqualTo("2023-07-05");
        assertThat(WORKFLOW.due(SheetState.SELF_SCORED)).isEqualTo("2023-07-25");
        assertThat(WORKFLOW.due(SheetState.PUBLISHED)).isEqualTo("2023-08-07");
        assertThat(WORKFLOW.due(SheetState.LOCKED)).isEqualTo("2023-08-21");
        assertThat(WORKFLOW.opens(SheetState.DECIDED)).isEqualTo("2023-07-31");
        assertThat(WORKFLOW.before(SheetState.PLANNED)).isEqualTo(SheetState.OPENED);
        assertThat(WORKFLOW.before(SheetState.DECIDED)).isEqualTo(SheetState.MANAGER_SCORED);
        assertThat(WORKFLOW.next(SheetState.LOCKED)).isEmpty();
    }

    @Test
    void shouldNotDecideBeforeTheLastWorkingDay() {
        assertThat(codes(SheetState.MANAGER_SCORED, "2023-07-30", Act.DECIDE))
                .containsExactly("evaluation.step-not-open");
        assertThat(codes(SheetState.MANAGER_SCORED, "2023-07-31", Act.DECIDE)).isEmpty();
        assertThat(codes(SheetState.OPENED, "2023-07-31", Act.DECIDE)).containsExactly("evaluation.step-out-of-order");
        assertThat(codes(SheetState.OPENED, "2023-07-31", Act.DECIDE_NOT_RATED)).isEmpty();
    }

    @Test
    void shouldTakeOverADecisionFromEveryStepButNotBeforeItsDay() {
        for (var state : List.of(SheetState.OPENED, SheetState.SELF_SCORED, SheetState.MANAGER_SCORED)) {
            assertThat(codes(state, "2023-07-30", Act.RECORD)).containsExactly("evaluation.step-not-open");
            assertThat(codes(state, "2023-07-31", Act.RECORD)).isEmpty();
        }
    }

    @Test
    void shouldLetNobodyTakeOverTheOwnDecision() {
        // Given
        var own = new SheetGuard(
                sheet(SheetState.OPENED),
                new Standing(ClosingState.OPEN, null),
                WORKFLOW,
                Relation.self(new UUID(0, 1)),
                LocalDate.of(2023, 8, 1));

        // Then
        assertThat(own.refusals(Act.RECORD))
                .extracting(each -> each.code().code())
                .containsExactly("authority.own-act");
    }

    @Test
    void shouldLetTheManagerScoreAloneOnlyWhenTheSelfScoreIsLate() {
        assertThat(codes(SheetState.OPENED, "2023-07-25", Act.REVIEW_MANAGER))
                .containsExactly("evaluation.step-out-of-order");
        assertThat(codes(SheetState.OPENED, "2023-07-26", Act.REVIEW_MANAGER)).isEmpty();
        assertThat(codes(SheetState.SELF_SCORED, "2023-07-26", Act.REVIEW_MANAGER))
                .containsExactly("evaluation.step-out-of-order");
    }

    @Test
    void shouldTakeNothingOnceTheClosingIsPublished() {
        for (var act : List.of(Act.SUBMIT_PLAN, Act.SUBMIT_SELF, Act.REVIEW_MANAGER, Act.RETURN, Act.DECIDE)) {
            var guard = new SheetGuard(
                    sheet(SheetState.PUBLISHED),
                    new Standing(ClosingState.PUBLISHED, null),
                    WORKFLOW,
                    Relation.NONE,
                    LocalDate.of(2023, 8, 8));
            assertThat(guard.state(act))
                    .extracting(each -> each.code().code())
                    .containsExactly("evaluation.closing-not-open");
            assertThat(guard.authority(act))
                    .extracting(each -> each.code().code())
                    .containsExactly("authority.missing");
        }
    }

    @Test
    void shouldCorrectNothingBesideAnObjectionAndTellThatOnlyToWhoCouldCorrect() {
        // Given
        var objection = new UUID(0, 2);
        var may = may(objection);

        // When
        var decider = contested(objection, Relation.NONE.deciding(may));
        var other = contested(objection, Relation.NONE);
        var without = contested(null, Relation.NONE.deciding(may));

        // Then
        assertThat(decider.refusals(Act.CORRECT)).singleElement().satisfies(refusal -> {
            assertThat(refusal.code().code()).isEqualTo("evaluation.has-objection");
            assertThat(refusal.args()).isEqualTo(Map.of("objectionId", objection));
        });
        assertThat(other.refusals(Act.CORRECT))
                .extracting(each -> each.code().code())
                .containsExactly("authority.missing");
        assertThat(without.refusals(Act.CORRECT)).isEmpty();
    }

    @Test
    void shouldHearWhoHoldsAChannelAtEveryStepUntilThereIsAResult() {
        // Given
        var other = new UUID(0, 2);
        var held = new Relation(
                other,
                false,
                Relation.MISSING,
                Relation.MISSING,
                Relation.MISSING,
                Map.of("DISTRICT_CHAIRMAN", may(other)));
        var steps = List.of(SheetState.OPENED, SheetState.PLANNED, SheetState.SELF_SCORED, SheetState.MANAGER_SCORED);

        // Then
        for (var state : steps) {
            assertThat(advising(sheet(state), ClosingState.OPEN, held)).isEmpty();
            assertThat(advising(sheet(state), ClosingState.OPEN, Relation.NONE)).containsExactly("authority.missing");
            assertThat(advising(sheet(state), ClosingState.OPEN, Relation.self(other)))
                    .containsExactly("authority.own-act");
        }
        var decided = sheet(SheetState.MANAGER_SCORED)
                .decided(
                        Content.NONE,
                        new Result(
                                BigDecimal.TEN,
                                Score.Outcome.INSUFFICIENT_DATA,
                                null,
                                null,
                                "00",
                                new Decided("x", Instant.EPOCH, null, null, null)));
        assertThat(advising(decided, ClosingState.OPEN, held)).containsExactly("evaluation.advice-too-late");
        assertThat(advising(decided, ClosingState.PUBLISHED, held)).containsExactly("evaluation.closing-not-open");
    }

    private static List<String> advising(EvaluationSheet sheet, ClosingState closing, Relation relation) {
        var guard = new SheetGuard(sheet, new Standing(closing, null), WORKFLOW, relation, LocalDate.of(2023, 8, 1));
        return guard.refusals(Act.ADVISE).stream()
                .map(each -> each.code().code())
                .toList();
    }

    private static Ruling may(UUID officer) {
        var headship = new Headship(officer, officer, officer, false, new Validity(LocalDate.of(2020, 1, 1), null));
        return new Ruling(List.of(new Ground.HeadOf(headship)), List.of());
    }

    private static SheetGuard contested(@Nullable UUID objection, Relation relation) {
        return new SheetGuard(
                sheet(SheetState.PUBLISHED),
                new Standing(ClosingState.PUBLISHED, objection),
                WORKFLOW,
                relation,
                LocalDate.of(2023, 8, 8));
    }

    @Test
    void shouldKeepUnscoredMarksApartFromZero() {
        // Given
        var content = new Content(Arrays.asList(BigDecimal.ZERO, null), null);

        // When
        var kept = SheetJson.read(SheetJson.write(content), Content.class);

        // Then
        assertThat(kept).isEqualTo(content);
        assertThat(content.marks()).containsExactly(BigDecimal.ZERO, null);
    }

    private static List<String> codes(SheetState state, String day, Act act) {
        return new SheetGuard(
                        sheet(state),
                        new Standing(ClosingState.OPEN, null),
                        WORKFLOW,
                        Relation.NONE,
                        LocalDate.parse(day))
                .state(act).stream().map(Refusal::code).map(code -> code.code()).toList();
    }

    private static EvaluationSheet sheet(SheetState state) {
        var id = new UUID(0, 1);
        return new EvaluationSheet(
                id,
                id,
                JULY,
                new Person(
                        id,
                        id,
                        id,
                        id,
                        Category.CIVIL_SERVANT,
                        Position.STAFF,
                        "Chuyên viên",
                        false,
                        UnitType.DIVISION,
                        SheetKind.STAFF),
                id,
                null,
                state,
                Content.NONE,
                21,
                null,
                null,
                new Revision(1, null, null),
                1);
    }
}
