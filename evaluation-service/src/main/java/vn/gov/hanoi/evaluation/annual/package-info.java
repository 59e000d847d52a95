/**
 * The annual classification (đánh giá, xếp loại năm): rule sets as data, the level that the rules find for a person's year, and the
 * decision of the authority beside it. The rules only suggest: what they find, what they could not know and what limits the authority
 * are kept apart, each step with its inputs and its legal basis, under a digest that is the same for the same input for ever. Law:
 * Decrees 56/2015, 90/2020, 48/2023, 335/2025 and 233/2026, as far as the rule sets say.
 */
@NullMarked
package vn.gov.hanoi.evaluation.annual;

import org.jspecify.annotations.NullMarked;
