package vn.gov.hanoi.selection.vacancy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who acts and when.
 *
 * @param by subject of the token, opaque
 */
public record Stamp(Instant at, String by) {
    public Stamp {
        at = at.truncatedTo(ChronoUnit.MILLIS); // as it is shown: what was answered and what is read later are the same
    }
}
