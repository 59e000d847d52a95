package vn.gov.hanoi.evaluation.annual;

import java.util.List;
import java.util.Optional;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.ruleset.ShippedRuleSets;
import vn.gov.hanoi.evaluation.unit.UnitType;

/** The annual rule sets that come with the product, 2015 to 2026. */
public final class AnnualRuleSets {
    private final List<AnnualRuleSet> all;

    private AnnualRuleSets(List<AnnualRuleSet> all) {
        this.all = all;
    }

    public static AnnualRuleSets shipped() {
        var reader = new AnnualRuleSetReader();
        return new AnnualRuleSets(ShippedRuleSets.texts().stream()
                .map(reader::read)
                .flatMap(Optional::stream)
                .toList());
    }

    public List<AnnualRuleSet> all() {
        return all;
    }

    public Optional<AnnualRuleSet> find(String id) {
        return all.stream().filter(each -> each.header().id().equals(id)).findFirst();
    }

    /**
     * The rules of a year for ever.
     *
     * @param unitType type of the unit of the main post on the last day of the year
     * @return empty if no rule set names such a person, for example cadres where the City has to assign one
     */
    public Optional<AnnualRuleSet> inForce(Category category, UnitType unitType, int year) {
        var found = all.stream()
                .filter(each -> each.isFor(category, unitType, year))
                .toList();
        if (found.size() > 1) {
            throw new IllegalStateException("several rule sets for %s in %d".formatted(category, year));
        }
        return found.stream().findFirst();
    }
}
