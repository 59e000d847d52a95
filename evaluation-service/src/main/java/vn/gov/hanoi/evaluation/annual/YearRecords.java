package vn.gov.hanoi.evaluation.annual;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Grade;

/**
 * What is recorded about the year.
 *
 * @param periods results of months or quarters, each day of the year at most once
 * @param sanctions all that may touch the year; those decided in other years count nothing; null if nobody has said whether there are any
 * @param evidence answers to facts that the rules do not count themselves, one each
 * @param unitLevel level of the unit at whose head the person stands; null if not rated or not head
 */
public record YearRecords(
        List<PeriodResult> periods,
        @Nullable List<Sanction> sanctions,
        List<Evidence> evidence,
        @Nullable Grade unitLevel) {
    public YearRecords {
        periods = List.copyOf(periods);
        sanctions = sanctions == null ? null : List.copyOf(sanctions);
        evidence = List.copyOf(evidence);
        long facts = evidence.stream().map(Evidence::fact).distinct().count();
        if (facts < evidence.size()
                || evidence.stream().anyMatch(each -> each.fact().isCounted())) {
            throw new IllegalArgumentException("a fact is told twice, or is counted by the rules");
        }
    }

    /** Those that are recorded; none if nobody has said whether there are any, which only the facts tell apart. */
    List<Sanction> recorded() {
        return sanctions == null ? List.of() : sanctions;
    }
}
