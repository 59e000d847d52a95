package vn.gov.hanoi.evaluation.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Which truth is asked for.
 *
 * @param asOf day on which it was true, in Hanoi
 * @param knownAt moment at which it was recorded as true
 */
public record Moment(LocalDate asOf, Instant knownAt) {
    /** The recording moment as the database takes it. */
    public OffsetDateTime known() {
        return OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC);
    }
}
