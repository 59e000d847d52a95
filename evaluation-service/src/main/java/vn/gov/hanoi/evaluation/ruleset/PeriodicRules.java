package vn.gov.hanoi.evaluation.ruleset;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of monthly and other periodic sheets.
 *
 * @param bonus null if the regime has no bonus points
 * @param deductions the template that units may extend
 * @param bands the best grade first
 * @param ceilings in the order in which they are applied
 * @param excellenceCap null if the regime has none for the period
 * @param aggregation how periods follow from months; null if only months are rated
 */
public record PeriodicRules(
        Scale scale,
        Formula formula,
        List<Group> groups,
        @Nullable BonusRule bonus,
        List<DeductionRule> deductions,
        List<Band> bands,
        List<Ceiling> ceilings,
        NotRated notRated,
        @Nullable ExcellenceCap excellenceCap,
        List<Evaluator> evaluators,
        List<Calendar> calendars,
        PetitionRule petition,
        @Nullable Aggregation aggregation) {
    public PeriodicRules {
        groups = List.copyOf(groups);
        deductions = List.copyOf(deductions);
        bands = List.copyOf(bands);
        ceilings = List.copyOf(ceilings);
        evaluators = List.copyOf(evaluators);
        calendars = List.copyOf(calendars);
    }

    /**
     * The scale of points.
     *
     * @param maximum most points; the sum is kept between 0 and it
     * @param decimals places of stored points
     * @param shownDecimals places on screen and paper
     * @param rounding of both; grades are compared before any rounding
     */
    public record Scale(BigDecimal maximum, int decimals, int shownDecimals, RoundingMode rounding, Source source) {}

    /**
     * Điểm thưởng.
     *
     * @param maximum most bonus points, scale 4
     */
    public record BonusRule(BigDecimal maximum, boolean needsEvidence, boolean needsApprover, Source source) {}

    /** Whose period is not rated and left out of means. */
    public record NotRated(Set<NotRatedReason> reasons, Source source) {
        public NotRated {
            reasons = Set.copyOf(reasons);
        }
    }

    /**
     * How a quarter follows from its months.
     *
     * @param periods lengths of period that it makes
     */
    public record Aggregation(Set<PeriodType> periods, Method method, Source source) {
        public Aggregation {
            periods = Set.copyOf(periods);
        }

        /** The ways by name. */
        public enum Method {
            /** General points: mean of the months really worked. Products: sums by sums. Leader's factors: the least. */
            CUMULATIVE,
            /** Mean of the points of the months really worked. */
            MEAN
        }
    }

    public Optional<Group> group(String code) {
        return groups.stream().filter(group -> group.code().equals(code)).findFirst();
    }

    /** The calendar of a length of period; empty if none is given. */
    public Optional<Calendar> calendar(PeriodType period) {
        return calendars.stream()
                .filter(calendar -> calendar.period() == period)
                .findFirst();
    }
}
