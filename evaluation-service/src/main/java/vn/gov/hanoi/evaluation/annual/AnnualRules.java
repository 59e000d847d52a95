package vn.gov.hanoi.evaluation.annual;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.Title;

/**
 * Parameters of the annual classification: what stands under {@code rules} in a rule set of kind ANNUAL; schema
 * {@code rule-sets/annual.schema.json}.
 *
 * @param gradeTitles official names of the levels
 * @param cap null if the regime has no cap on level A
 */
record AnnualRules(
        Map<Grade, Title> gradeTitles,
        RollUpRule rollUp,
        List<Condition> conditions,
        Situations situations,
        @Nullable CapRule cap,
        Timetable timetable,
        List<ConsequenceRule> consequences,
        PeriodicResultRule periodicResults) {
    AnnualRules {
        gradeTitles = Map.copyOf(gradeTitles);
        conditions = List.copyOf(conditions);
        consequences = List.copyOf(consequences);
    }
}
