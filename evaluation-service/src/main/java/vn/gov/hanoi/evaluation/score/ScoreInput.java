package vn.gov.hanoi.evaluation.score;

import vn.gov.hanoi.evaluation.ruleset.CanonicalJson;
import vn.gov.hanoi.evaluation.ruleset.Period;

/**
 * All that the points and the grade of one period follow from. Lists are kept in a fixed order, so the order in which they are given does
 * not matter.
 *
 * @param subject who is rated, as on the last day of the period
 * @param sheet the deciding marks
 * @param tasks converted products; empty where the regime does not count them
 */
public record ScoreInput(Period period, Subject subject, Sheet sheet, Tasks tasks, Circumstances circumstances)
        implements CanonicalJson.Canonical {
    @Override
    public void members(CanonicalJson out) {
        out.member("circumstances", circumstances)
                .member("period", period)
                .member("sheet", sheet)
                .member("subject", subject)
                .member("tasks", tasks);
    }
}
