package vn.gov.hanoi.localstack.city;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One unit of the import file; parentCode is null for the City alone. */
public record UnitRow(
        String code, String name, UnitType type, @Nullable String parentCode, LocalDate validFrom) {

    /** The name inside a sentence: "phường Phúc Xá" for "Phường Phúc Xá". */
    String nameInSentence() {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
