package vn.gov.hanoi.evaluation.annual;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.ruleset.Grade;

/**
 * What decided years lead to: relief (Decree 138/2020, art. 66, as amended by Decree 116/2024), dismissal (Law on Cadres and Civil
 * Servants 2008, art. 58, as amended in 2019), a lower position from 2026. Flags only; nothing is started here.
 */
public final class ConsequenceCheck {
    private final AnnualRuleSet ruleSet;

    /** @param ruleSet of the latest of the years */
    public ConsequenceCheck(AnnualRuleSet ruleSet) {
        this.ruleSet = ruleSet;
    }

    /** What a decision on relief or dismissal rests on. */
    public enum Ground {
        /** Result of a month or quarter; it is not a rating decision. */
        PERIODIC_RESULT,
        ANNUAL_RATING,
        DISCIPLINE,
        OTHER
    }

    /**
     * The consequences that the years up to one of them call for. Years count only if they follow each other without a gap; a year
     * that was not rated breaks the row (assumed; legal_check).
     *
     * @param results decided years, each once
     */
    public List<ConsequenceFlag> flags(Category category, boolean leader, Collection<YearResult> results, int year) {
        var grades = new TreeMap<Integer, @Nullable Grade>();
        results.forEach(result -> grades.put(result.year(), result.grade()));
        var flags = new ArrayList<ConsequenceFlag>();
        var rules = ruleSet.rules().consequences();
        for (int i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            if (rule.audience().includes(leader) && rule.categories().contains(category)) {
                var years = lastYears(year, rule.years());
                if (years.stream().allMatch(each -> isBad(grades, each))) {
                    flags.add(flag(rule, years, i));
                }
            }
        }
        return List.copyOf(flags);
    }

    /** Whether relief or dismissal may rest on these grounds: results of months and quarters alone do not carry it (local rule). */
    public boolean mayRestOn(Set<Ground> grounds) {
        return ruleSet.rules().periodicResults().soleGround()
                ? !grounds.isEmpty()
                : grounds.stream().anyMatch(ground -> ground != Ground.PERIODIC_RESULT);
    }

    private ConsequenceFlag flag(ConsequenceRule rule, List<Integer> years, int index) {
        return new ConsequenceFlag(
                rule.code(),
                rule.consequence(),
                years,
                rule.startWithinWorkingDays(),
                ruleSet.cite(rule.source()),
                rule.source().confidence(),
                "/rules/consequences/" + index);
    }

    private static boolean isBad(Map<Integer, @Nullable Grade> grades, int year) {
        return grades.get(year) == Grade.D;
    }

    private static List<Integer> lastYears(int year, int count) {
        var years = new ArrayList<Integer>();
        for (int each = year - count + 1; each <= year; each++) {
            years.add(each);
        }
        return List.copyOf(years);
    }
}
