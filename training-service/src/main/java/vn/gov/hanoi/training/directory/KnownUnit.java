package vn.gov.hanoi.training.directory;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit as the read copy has it on the day that was asked for.
 *
 * @param type type of the directory, for example CITY or DISTRICT; unknown types are kept as text
 * @param validFrom first day in force
 * @param validTo first day no longer in force; null while open
 * @param insideDistrict whether on that day it is a district or lies below one, so that district budgets pay for it
 */
public record KnownUnit(
        UUID id,
        String code,
        String name,
        String type,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean insideDistrict) {
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    public boolean isCity() {
        return type.equals("CITY");
    }
}
