package vn.gov.hanoi.evaluation.score;

import java.util.Comparator;
import java.util.List;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.SheetTemplate;

/**
 * A quarter or another period that follows from its months.
 *
 * @param subject as on the last day of the period
 * @param months those there are, also not rated ones, each once
 * @param circumstances of the whole period
 */
public record QuarterInput(Period period, Subject subject, List<Month> months, Circumstances circumstances) {
    public QuarterInput {
        months = Sheet.sorted(
                months, Comparator.comparing(month -> month.input().period().from()));
    }

    /**
     * One month, maybe in another unit and post.
     *
     * @param template sheet of the unit of that month
     */
    public record Month(SheetTemplate template, ScoreInput input) {}
}
