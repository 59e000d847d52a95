package vn.gov.hanoi.kernel.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;

/** The one written form of dates and identifiers in requests; Java's own readers take more than the contract says. */
final class Forms {
    private static final int DATE_LENGTH = 10;

    private Forms() {}

    /** A day as yyyy-MM-dd, from year 1 to 9999. */
    static LocalDate date(String text) {
        var date = LocalDate.parse(text);
        if (text.length() != DATE_LENGTH || date.getYear() < 1) {
            throw new DateTimeException("not a day as yyyy-MM-dd");
        }
        return date;
    }

    /** An identifier in five full groups, in either case. */
    static UUID uuid(String text) {
        var id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("not a UUID in five full groups");
        }
        return id;
    }
}
