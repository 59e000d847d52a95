package vn.gov.hanoi.evaluation.annual;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.annual.AnnualLevel.NotRated;
import vn.gov.hanoi.evaluation.annual.AnnualLevel.Rated;
import vn.gov.hanoi.evaluation.quota.QuotaMember;
import vn.gov.hanoi.evaluation.quota.QuotaMember.Standing;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.RuleSetStatus;

/**
 * A year with what the rules suggest and what the authority decided, kept apart. The cap on level A is checked for the whole agency by
 * {@link vn.gov.hanoi.evaluation.quota.QuotaCheck} before decisions are made.
 *
 * @param decision null until the authority has decided
 */
public record AnnualRating(AnnualFinding finding, @Nullable AnnualDecision decision) {
    public static AnnualRating suggested(AnnualFinding finding) {
        return new AnnualRating(finding, null);
    }

    /** All that stands against a decision, in the order of the rules; empty if it can be taken. */
    public List<DecisionFault> faults(AnnualDecision wanted) {
        var faults = new ArrayList<DecisionFault>();
        addIf(faults, finding.status() != RuleSetStatus.OFFICIAL, DecisionFault.RULE_SET_NOT_OFFICIAL);
        addIf(faults, decision != null, DecisionFault.ALREADY_DECIDED);
        addIf(faults, wanted.decider().equals(finding.officerId()), DecisionFault.DECIDER_IS_SUBJECT);
        addIf(faults, wanted.number().isBlank(), DecisionFault.NUMBER_MISSING);
        var minutes = wanted.minutes();
        boolean recorded = minutes != null && !minutes.isBlank();
        addIf(faults, wanted.collective() != null && !recorded, DecisionFault.MINUTES_MISSING);
        addIf(faults, !finding.missingOpinions().isEmpty(), DecisionFault.OPINION_MISSING);
        switch (finding.level()) {
            case NotRated _ -> addIf(faults, wanted.grade() != null, DecisionFault.YEAR_NOT_RATED);
            case Rated level -> addLevelFaults(faults, level, wanted);
        }
        return List.copyOf(faults);
    }

    /** @throws IllegalStateException if there are faults */
    public AnnualRating decide(AnnualDecision wanted) {
        var faults = faults(wanted);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("decision refused: " + faults);
        }
        return new AnnualRating(finding, wanted);
    }

    /**
     * The person as one of those whom the cap on level A counts: by the decision if there is one, else by the suggestion.
     *
     * @param groups ids of the agency and the groups with similar tasks
     */
    public QuotaMember member(Set<String> groups) {
        var grade = decision == null ? suggestion() : decision.grade();
        var standing = finding.level() instanceof NotRated ? Standing.NOT_RATED : standing(grade);
        var mean = finding.rollUp().mean();
        return new QuotaMember(finding.officerId().toString(), standing, mean == null ? null : mean.divided(), groups);
    }

    private @Nullable Grade suggestion() {
        return finding.level() instanceof Rated level ? level.suggestion() : null;
    }

    private static Standing standing(@Nullable Grade grade) {
        return switch (grade) {
            case A -> Standing.EXCELLENT;
            case B -> Standing.GOOD;
            case C, D -> Standing.LOWER;
            // A gap of the conditions lies below "tốt".
            case null -> Standing.LOWER;
        };
    }

    private static void addLevelFaults(List<DecisionFault> faults, Rated level, AnnualDecision wanted) {
        var grade = wanted.grade();
        if (grade == null) {
            faults.add(DecisionFault.LEVEL_MISSING);
            return;
        }
        addIf(faults, grade.isBetterThan(level.limit()), DecisionFault.ABOVE_LIMIT);
        addIf(faults, grade != level.suggestion() && wanted.reason().isBlank(), DecisionFault.REASON_MISSING);
    }

    private static void addIf(List<DecisionFault> faults, boolean holds, DecisionFault fault) {
        if (holds) {
            faults.add(fault);
        }
    }
}
