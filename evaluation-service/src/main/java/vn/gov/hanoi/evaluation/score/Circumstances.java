package vn.gov.hanoi.evaluation.score;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.CanonicalJson;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.NotRatedReason;

/**
 * What bears on the grade beside the points.
 *
 * @param notRated why the period has no rating; null if it is rated
 * @param presence real working time
 * @param unitGrade level of the unit, for who heads it; null if none or not known
 * @param disciplines decisions that may take effect in the period
 */
public record Circumstances(
        @Nullable NotRatedReason notRated,
        Presence presence,
        @Nullable Grade unitGrade,
        List<Discipline> disciplines) implements CanonicalJson.Canonical {
    public Circumstances {
        disciplines = Sheet.sorted(
                disciplines, Comparator.comparing(Discipline::decision).thenComparing(Discipline::effectiveOn));
    }

    @Override
    public void members(CanonicalJson out) {
        out.member("disciplines", disciplines);
        if (notRated != null) {
            out.member("notRated", notRated);
        }
        out.member("presence", presence);
        if (unitGrade != null) {
            out.member("unitGrade", unitGrade);
        }
    }

    /**
     * Real working time.
     *
     * @param days present, 0 to the working days; half days count
     * @param workingDays of the period by the calendar, from 1
     */
    public record Presence(BigDecimal days, int workingDays) implements CanonicalJson.Canonical {
        @Override
        public void members(CanonicalJson out) {
            out.member("days", days).member("workingDays", workingDays);
        }
    }

    /**
     * A disciplinary decision.
     *
     * @param decision reference to it
     * @param effectiveOn day on which it takes effect
     * @param partyOnly whether only the Party disciplined; such a decision is flagged and changes nothing
     */
    public record Discipline(String decision, LocalDate effectiveOn, boolean partyOnly) {}
}
