package vn.gov.hanoi.evaluation.ruleset;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.unit.UnitType;

/**
 * To whom a rule set applies, and when.
 *
 * @param effectiveFrom first day, inclusive
 * @param effectiveTo first day on which it no longer applies; null if open
 * @param unitSwitch what a unit may switch; null if it applies without
 */
public record Application(
        Set<Category> categories,
        Set<UnitType> unitTypes,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        @Nullable UnitSwitch unitSwitch,
        Source source) {
    public Application {
        categories = Set.copyOf(categories);
        unitTypes = Set.copyOf(unitTypes);
    }

    /**
     * A choice that is left to the unit or the City.
     *
     * @param code for example {@code CONTRACT_LABOUR}
     * @param on whether it applies as long as nobody chose
     */
    public record UnitSwitch(String code, boolean on) {}

    boolean names(Category category, UnitType unitType) {
        return categories.contains(category) && unitTypes.contains(unitType);
    }

    boolean isInForce(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || day.isBefore(effectiveTo));
    }

    /** Whether two of them would apply to somebody on the same day. */
    boolean meets(Application other) {
        return categories.stream().anyMatch(other.categories::contains)
                && unitTypes.stream().anyMatch(other.unitTypes::contains)
                && (effectiveTo == null || other.effectiveFrom.isBefore(effectiveTo))
                && (other.effectiveTo == null || effectiveFrom.isBefore(other.effectiveTo));
    }
}
