package vn.gov.hanoi.selection.condition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A record that a finding rests on.
 *
 * @param kind for example RATING, SANCTION, DOCUMENT, POST
 * @param id at its owner; of a missing period the period
 * @param version revision of the record; null if it has none
 * @param day a day that decided: of a document its date, of a sanction its last day
 */
public record Evidence(
        String kind,
        String id,
        @Nullable Integer version,
        @Nullable LocalDate day) {}
