package vn.gov.hanoi.kernel.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts of cells as workbooks write them. */
final class CellText {
    /** Most characters of a cell in any spreadsheet. */
    static final int LONGEST = 32_767;

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern SERIAL = Pattern.compile("\\d{1,7}(?:\\.\\d{1,20})?");
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 31);
    /** The first spreadsheets took 1900 for a leap year; all of them have kept its day 60 since. */
    private static final int NO_DAY = 60;

    private static final int LAST_DAY = 2_958_465;
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

    private CellText() {}

    /** The text of an element with or without runs of other fonts, up to its end; readings above characters are left out. */
    static String rich(XmlPart part, String element) {
        var text = new StringBuilder();
        while (part.next() && !part.ends(element)) {
            if (part.begins("t")) {
                part.text(text, LONGEST);
            } else if (part.begins("rPh")) {
                part.text(new StringBuilder(), LONGEST);
            }
        }
        return plain(text.toString());
    }

    /** Characters that XML cannot hold are written by their number. */
    static String plain(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(found.group(1), 16))))
                : text;
    }

    /** The day of a number, with the time of day if it has one; empty if the number is no day. */
    static Optional<String> date(String serial, boolean from1904) {
        if (!SERIAL.matcher(serial).matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(serial);
        int days = number.intValue();
        if (days > LAST_DAY || !from1904 && (days == NO_DAY || days == 0)) {
            return Optional.empty();
        }
        var day = from1904 ? EPOCH_1904.plusDays(days) : EPOCH_1900.plusDays(days < NO_DAY ? days : days - 1L);
        int second = number.subtract(BigDecimal.valueOf(days)).multiply(SECONDS).intValue();
        return Optional.of(
                second == 0
                        ? day.toString()
                        : day.atTime(LocalTime.ofSecondOfDay(second)).toString());
    }
}
