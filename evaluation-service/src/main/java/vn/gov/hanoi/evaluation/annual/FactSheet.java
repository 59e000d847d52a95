package vn.gov.hanoi.evaluation.annual;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.gov.hanoi.evaluation.annual.Evidence.Quotient;
import vn.gov.hanoi.evaluation.annual.Evidence.Statement;
import vn.gov.hanoi.evaluation.ruleset.Grade;

/** What is known about a year: evidence of the authority, and what the rules count from records. */
final class FactSheet {
    private final Map<Fact, Evidence> known = new EnumMap<>(Fact.class);

    FactSheet(int year, YearRecords records, RollUp rollUp) {
        records.evidence().forEach(evidence -> known.put(evidence.fact(), evidence));
        var sanctions = records.sanctions();
        if (sanctions != null) {
            disciplined(year, sanctions);
        }
        var mean = rollUp.mean();
        if (mean != null) {
            count(Fact.MEAN_SCORE, mean);
            count(Fact.PERIODS_A, Quotient.of(rollUp.count(Grade.A), 1));
            count(Fact.PERIODS_C, Quotient.of(rollUp.count(Grade.C), 1));
            count(Fact.PERIODS_D, Quotient.of(rollUp.count(Grade.D), 1));
        }
    }

    Optional<Evidence> about(Fact fact) {
        return Optional.ofNullable(known.get(fact));
    }

    /** Counts decisions of the year; the day of the decision is what matters, not the day of the violation. */
    private void disciplined(int year, List<Sanction> sanctions) {
        var ofTheYear = sanctions.stream()
                .filter(sanction -> sanction.decidedOn().getYear() == year && !sanction.partyOnly())
                .toList();
        boolean inDuty = ofTheYear.stream().anyMatch(sanction -> Boolean.TRUE.equals(sanction.inDuty()));
        boolean unclear = ofTheYear.stream().anyMatch(sanction -> sanction.inDuty() == null);
        if (inDuty || !unclear) {
            known.put(
                    Fact.DISCIPLINED_IN_DUTY,
                    new Evidence(Fact.DISCIPLINED_IN_DUTY, new Statement(inDuty), "sanctions", "-"));
        }
    }

    private void count(Fact fact, Quotient value) {
        known.put(fact, new Evidence(fact, value, "periods", "-"));
    }
}
