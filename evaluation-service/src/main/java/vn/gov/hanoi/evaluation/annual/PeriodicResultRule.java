package vn.gov.hanoi.evaluation.annual;

import vn.gov.hanoi.evaluation.ruleset.Source;

/**
 * What the result of a month or quarter may be used for.
 *
 * @param soleGround whether it may be the only ground for relief or dismissal; it is not a rating decision (local rule; legal_check)
 */
record PeriodicResultRule(boolean soleGround, Source source) {}
