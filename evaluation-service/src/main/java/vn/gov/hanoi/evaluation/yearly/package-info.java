/**
 * The year of an agency (đánh giá, xếp loại năm): its months rolled up, the level that the rules suggest, the level that the authority
 * decides, and the publication of all of them. The rules are those of {@code annual}; here they are fed from records and kept.
 *
 * <p>Invariants: one living classification of an officer and year; no level above what the rules let decide; what is not known is never
 * taken as good; what is published never changes but by a later revision; a published closing keeps the cap of its rule sets; recomputing
 * the stored inputs gives the stored digest. Law: Decrees 90/2020, 48/2023, 335/2025 and 233/2026, as far as the rule sets say.
 */
@NullMarked
package vn.gov.hanoi.evaluation.yearly;

import org.jspecify.annotations.NullMarked;
