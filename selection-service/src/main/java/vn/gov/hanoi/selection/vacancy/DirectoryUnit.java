package vn.gov.hanoi.selection.vacancy;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit as the directory last told it, on the day that was asked for.
 *
 * @param type name of the directory's unit type; unknown ones are kept as text
 * @param validFrom first day in force
 * @param validTo first day no longer in force; null while no end is known
 */
public record DirectoryUnit(
        UUID id,
        String code,
        String name,
        String type,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
}
