package vn.gov.hanoi.evaluation.ruleset;

import java.util.Map;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.unit.UnitType;

/**
 * For whom a rule set is looked for, as on the last day of the period.
 *
 * @param unitType of the unit of the main post
 * @param switches what the unit or the City chose, by code; a code that is missing stays as the rule set has it
 */
public record RuleSubject(Category category, UnitType unitType, Map<String, Boolean> switches) {
    public RuleSubject {
        switches = Map.copyOf(switches);
    }

    public static RuleSubject of(Category category, UnitType unitType) {
        return new RuleSubject(category, unitType, Map.of());
    }

    boolean isOn(Application application) {
        var choice = application.unitSwitch();
        return choice == null || switches.getOrDefault(choice.code(), choice.initially());
    }
}
