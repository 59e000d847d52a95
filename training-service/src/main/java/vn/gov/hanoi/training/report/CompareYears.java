package vn.gov.hanoi.training.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.training.TrainingProblem;
import vn.gov.hanoi.training.plan.PlanTime;

/** Puts a plan beside that of another year. */
@ApplicationScoped
class CompareYears {
    private final PlanComparisonQueries comparisons;
    private final PlanYearQueries years;

    CompareYears(PlanComparisonQueries comparisons, PlanYearQueries years) {
        this.comparisons = comparisons;
        this.years = years;
    }

    /**
     * Refusals: resource.not-found; training.plan-missing if the other year has no plan.
     *
     * @param withYear null for the year before
     * @param time a day in the plan's year; the other plan is read as of the same day of its year
     */
    @Transactional
    YearToYear compare(UUID planId, @Nullable Integer withYear, ComparisonGroup by, PlanTime time, Caller caller) {
        int year = years.of(planId, caller);
        int other = withYear == null ? year - 1 : withYear;
        var otherPlan = years.plan(other, caller)
                .orElseThrow(() -> new Refused(Refusal.of(TrainingProblem.PLAN_MISSING, "year", other)));
        var asOf = time.asOf();
        var otherTime = new PlanTime(asOf == null ? null : asOf.minusYears((long) year - other), time.knownAt());
        return YearToYear.of(
                comparisons.read(planId, by, time, caller), comparisons.read(otherPlan, by, otherTime, caller));
    }
}
