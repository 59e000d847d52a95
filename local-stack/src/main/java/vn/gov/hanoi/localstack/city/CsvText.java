package vn.gov.hanoi.localstack.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes a CSV file row by row, lines ended by a line feed so that its bytes, and the idempotency key made from them, are the same everywhere. */
final class CsvText {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private final Appendable text;
    private final CSVPrinter printer;

    /** A file in memory. */
    CsvText(String... header) {
        this(new StringBuilder(), List.of(header));
    }

    /** A file wherever the text goes; the caller closes it. */
    CsvText(Appendable text, List<String> header) {
        try {
            this.text = text;
            this.printer = new CSVPrinter(text, FORMAT);
            printer.printRecord(header);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void row(@Nullable Object... cells) {
        try {
            printer.printRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line as it stands, for a file that shall be wrong. */
    void line(String line) {
        try {
            text.append(line).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was written, if it went to memory. */
    @Override
    public String toString() {
        return text.toString();
    }
}
