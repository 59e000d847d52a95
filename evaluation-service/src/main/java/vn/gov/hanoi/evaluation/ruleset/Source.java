package vn.gov.hanoi.evaluation.ruleset;

import org.jspecify.annotations.Nullable;

/**
 * Where one parameter comes from.
 *
 * @param basis key of a legal basis of the rule set
 * @param article the part of it, as Vietnamese documents cite; null if the whole
 * @param confidence how sure the value is
 * @param legalCheck whether a lawyer must look at the value; always true for an assumption
 * @param note what is assumed or open; null if nothing
 */
public record Source(
        String basis,
        @Nullable String article,
        Confidence confidence,
        boolean legalCheck,
        @Nullable String note) {}
