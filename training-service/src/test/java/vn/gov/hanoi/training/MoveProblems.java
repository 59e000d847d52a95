package vn.gov.hanoi.training;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.Json;
import vn.gov.hanoi.training.support.Changes;
import vn.gov.hanoi.training.support.City;
import vn.gov.hanoi.training.support.TestPlan;
import vn.gov.hanoi.training.support.TestReform;

/** How a caller meets the refusals of moving decisions, and calls their operations. */
final class MoveProblems {
    private static @Nullable TestReform shared;
    private static @Nullable Json seen;

    private MoveProblems() {}

    /** A reorganisation that took effect and is not decided here yet. */
    private static synchronized TestReform reform() {
        if (shared == null) {
            shared = TestReform.of(TestPlan.coming());
            shared.apply(TestReform.today().minusDays(1));
        }
        return shared;
    }

    static Response raise(TrainingProblem problem) {
        var planner = TestReform.planner("binh.tran");
        var reform = reform();
        return switch (problem) {
            case MOVE_WRONG_STATE -> {
                var other = TestReform.of(TestPlan.coming());
                var later = TestReform.today().plusDays(1);
                other.apply(later);
                other.revert(later);
                yield other.approve(
                        planner, other.read(other.drafts("WITHDRAWN").getFirst()));
            }
            case MOVE_TOO_EARLY -> {
                var other = TestReform.of(TestPlan.coming());
                other.apply(TestReform.today().plusDays(1));
                yield other.approve(planner, other.draft());
            }
            case MOVE_EMPTY -> {
                var other = TestReform.of(TestPlan.coming());
                other.apply(TestReform.today().minusDays(1));
                Changes.made(
                        TestPlan.coming(),
                        "ADJUST",
                        Map.of(
                                "lines", List.of(Changes.line(other.line(), -5, -201)),
                                "budgets",
                                        List.of(Changes.budget("D", other.old().id(), -TestReform.BUDGET))));
                yield other.approve(planner, other.draft());
            }
            case MOVE_SUMS_DIFFER ->
                reform.divide(
                        planner,
                        reform.draft(),
                        List.of(reform.amount(reform.first().id(), 1)));
            case MOVE_SUCCESSOR_UNKNOWN ->
                reform.divide(planner, reform.draft(), List.of(reform.amount(City.WARD.id(), 1)));
            case UNIT_MOVING -> reform.openClass(reform.old(), reform.lineOf(reform.old()), 1, 1);
            default -> throw new IllegalArgumentException(problem + " is not met here");
        };
    }

    /** The operations as {@link TrainingSecurityTest} calls them: changes meet an old version. */
    static Map<String, Function<RequestSpecification, Response>> operations() {
        var reform = reform();
        var draft = stale(reform);
        var all = new LinkedHashMap<String, Function<RequestSpecification, Response>>();
        all.put("listPlanMoves", who -> who.get(TestReform.MOVES));
        all.put("getPlanMove", who -> who.get(TestReform.MOVES + "/" + draft.getString("id")));
        all.put("dividePlanMove", who -> reform.divide(who, draft, List.of()));
        all.put("approvePlanMove", who -> reform.approve(who, draft));
        return all;
    }

    private static synchronized Json stale(TestReform reform) {
        if (seen == null) {
            seen = Json.from("{\"id\":\"" + reform.draft().getString("id") + "\",\"etag\":\"\\\"0\\\"\"}");
        }
        return seen;
    }
}
