package vn.gov.hanoi.evaluation.yearly;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.annual.Fact;
import vn.gov.hanoi.evaluation.ruleset.Grade;

/**
 * What the decider states, since no record of the system tells it yet.
 *
 * @param evidence answers to questions of the rules
 * @param sanctions all disciplinary decisions of the year; null if nothing was said of them
 * @param opinions old agencies that were heard
 * @param unitLevel level of the unit at whose head the person stands; null if not known
 */
record Facts(
        List<Stated> evidence,
        @Nullable List<Disciplined> sanctions,
        List<UUID> opinions,
        @Nullable Grade unitLevel) {
    static final Facts NONE = new Facts(List.of(), null, List.of(), null);

    /**
     * An answer.
     *
     * @param holds for a statement; else null
     * @param part and whole for a share; else null
     */
    record Stated(
            Fact fact,
            @Nullable Boolean holds,
            @Nullable BigDecimal part,
            @Nullable BigDecimal whole,
            String source) {}

    /** @param inDuty null if not known */
    record Disciplined(
            String form, LocalDate decidedOn, @Nullable Boolean inDuty, boolean partyOnly, String source) {}
}
