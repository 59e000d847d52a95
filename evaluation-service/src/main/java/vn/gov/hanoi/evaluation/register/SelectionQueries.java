package vn.gov.hanoi.evaluation.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.RuleSubject;
import vn.gov.hanoi.evaluation.unit.UnitType;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.scope.Caller;

/** Reads of the rule set that holds. */
@ApplicationScoped
class SelectionQueries {
    private static final int MOST_SWITCHES = 20;

    private final RuleSetCatalogue catalogue;
    private final RuleSetRepository ruleSets;
    private final RuleSetAccess access;
    private final ProblemTexts texts;

    SelectionQueries(RuleSetCatalogue catalogue, RuleSetRepository ruleSets, RuleSetAccess access, ProblemTexts texts) {
        this.catalogue = catalogue;
        this.ruleSets = ruleSets;
        this.access = access;
        this.texts = texts;
    }

    /** Refusals: rule-set.none, rule-set.ambiguous, query.invalid-parameter, scope.unit-unknown. */
    @Transactional
    SelectionView select(
            @Nullable String category,
            @Nullable String unitType,
            @Nullable String period,
            List<String> switchedOn,
            List<String> switchedOff,
            Caller caller) {
        access.requireReading(caller);
        var subject = new RuleSubject(
                oneOf(Category.class, "category", category),
                oneOf(UnitType.class, "unitType", unitType),
                switches(switchedOn, switchedOff));
        var asked = Period.parse(period == null ? "" : period)
                .orElseThrow(() -> Params.invalid("period", "2026-07, 2026-Q3, 2026-H2, 2026, 2025-2030"));
        var found = catalogue.select(subject, asked);
        var entry = ruleSets.find(found.id(), found.version()).orElseThrow();
        return new SelectionView(
                asked.from(),
                asked.last(),
                RuleSetViews.summary(entry),
                RuleSetViews.blockers(found.ratingBlockers(), texts));
    }

    private static <E extends Enum<E>> E oneOf(Class<E> type, String name, @Nullable String value) {
        var found = Params.oneOf(type, name, value);
        if (found == null) {
            throw Params.invalid(name, List.of(type.getEnumConstants()).toString());
        }
        return found;
    }

    private static HashMap<String, Boolean> switches(List<String> on, List<String> off) {
        if (on.size() + off.size() > MOST_SWITCHES || on.stream().anyMatch(off::contains)) {
            throw Params.invalid("switchedOn", "at most " + MOST_SWITCHES + ", none on and off");
        }
        var switches = new HashMap<String, Boolean>();
        on.forEach(code -> switches.put(code, true));
        off.forEach(code -> switches.put(code, false));
        return switches;
    }
}
