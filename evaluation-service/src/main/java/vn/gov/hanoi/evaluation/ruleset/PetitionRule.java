package vn.gov.hanoi.evaluation.ruleset;

import java.util.List;

/**
 * Kiến nghị: the right to object to a published result.
 *
 * @param windowDays from the publication, above 0
 * @param resolutionDays from the receipt, above 0
 * @param days how both are counted
 * @param decidedBy who may decide, never one who scored
 */
public record PetitionRule(int windowDays, int resolutionDays, Days days, List<Decider> decidedBy, Source source) {
    public PetitionRule {
        decidedBy = List.copyOf(decidedBy);
    }

    /** How days are counted. */
    public enum Days {
        WORKING,
        CALENDAR
    }

    /** Who decides. */
    public enum Decider {
        DECIDER,
        SUPERIOR
    }
}
