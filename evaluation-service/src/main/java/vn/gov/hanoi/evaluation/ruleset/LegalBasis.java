package vn.gov.hanoi.evaluation.ruleset;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document that a rule set rests on.
 *
 * @param key name inside the rule set, for example {@code framework}
 * @param number as the issuer writes it, for example {@code 3814-QĐ/TU}
 * @param issuer who issued it
 * @param date of the signature; null if not known to the day
 * @param article the part that matters; null if the whole document does
 * @param confidence how sure the document itself is
 * @param note what is open about it; null if nothing
 */
public record LegalBasis(
        String key,
        String number,
        String issuer,
        @Nullable LocalDate date,
        @Nullable String article,
        Confidence confidence,
        @Nullable String note) {}
