package vn.gov.hanoi.evaluation.timeline;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * When and by whom something is recorded.
 *
 * @param at moment of the directory clock, in milliseconds; later than that of every change committed before
 * @param by subject of the person or system
 */
public record Stamp(Instant at, String by) {
    /** The moment as the database takes it. */
    public OffsetDateTime moment() {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
