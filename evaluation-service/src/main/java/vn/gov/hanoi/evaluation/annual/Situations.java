package vn.gov.hanoi.evaluation.annual;

import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.Source;

/** Years that are not like others. */
record Situations(
        MinimumService minimumService,
        Absence absence,
        Transfer transfer,
        Rule severalPosts,
        Rule secondment,
        HeadCeiling headCeiling) {

    /**
     * Who served less is not rated, but is still reviewed (kiểm điểm).
     *
     * @param months calendar months
     * @param maternityCounts whether maternity leave counts as service
     */
    record MinimumService(int months, boolean maternityCounts, Source source) {}

    /**
     * Who was lawfully absent so long is not rated above a level.
     *
     * @param fromMonths calendar months, inclusive
     * @param maternityCounts whether maternity leave counts as absence
     */
    record Absence(int fromMonths, Grade ceiling, boolean maternityCounts, Source source) {}

    /** @param opinionFromMonths service at an old agency from which on its opinion is needed, in calendar months, inclusive */
    record Transfer(int opinionFromMonths, Source source) {}

    /** @param enabled whether the head of a unit is never rated above the unit; deputies are not touched */
    record HeadCeiling(boolean enabled, Source source) {}

    /** A rule without a number: several posts are rated at the highest, the seconded by the receiving agency. */
    record Rule(Source source) {}
}
