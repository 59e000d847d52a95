/**
 * Inspections of public duty (kiểm tra công vụ): plans, teams, what they find, whether it is remedied, and who answers for it. Entries of
 * accountability arrive on the sheets of the month by {@code ChargeQueries}; this room knows nothing of sheets.
 *
 * <p>Invariants: an unannounced inspection that has not begun exists for its team and for those who lead inspections in the scope alone, in
 * lists, counts, plans, errors, events and the audit; who was head on the day of the event answers, whoever is head today; the claim of a unit
 * closes nothing; the same type in the same unit within the months of the rules is aggravated; no finding gives a grade. Law: inspection plans
 * of Hanoi of 2018 and 2023, Directive 26/CT-TTg of 05/09/2016; types, points and days are data (legal_check).
 */
@NullMarked
package vn.gov.hanoi.evaluation.inspection;

import org.jspecify.annotations.NullMarked;
