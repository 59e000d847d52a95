package vn.gov.hanoi.kernel.table;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV row by row. Unlike the common libraries it survives a broken quote: the row in which it stands is told as broken
 * and ends with its line, and the next line is read as usual, so that one typing error does not swallow the rest of a file.
 */
public final class CsvReader implements RowSource {
    /** A quoted cell may go over so many lines; a longer one is a quote that somebody forgot to close. */
    private static final int MOST_LINES = 20;

    private final Lines lines;
    private final char separator;
    private final Deque<String> pushedBack = new ArrayDeque<>();

    CsvReader(Lines lines, char separator) {
        this.lines = lines;
        this.separator = separator;
    }

    /** Takes semicolon or comma as separator, whichever stands in the first line more often. */
    public static CsvReader detecting(Reader text) throws IOException {
        var lines = new Lines(text);
        var first = lines.next();
        if (first == null) {
            return new CsvReader(lines, ',');
        }
        boolean semicolons = count(first, ';') > count(first, ',');
        var reader = new CsvReader(lines, semicolons ? ';' : ',');
        reader.pushedBack.addFirst(first);
        return reader;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(each -> each == wanted).count();
    }

    public char separator() {
        return separator;
    }

    @Override
    public @Nullable List<String> header() throws IOException {
        var first = next();
        return first == null ? null : first.cells();
    }

    @Override
    public @Nullable FileRow next() throws IOException {
        var first = nextLine();
        if (first == null) {
            return null;
        }
        var row = new Row(separator);
        row.read(first);
        var consumed = new ArrayDeque<String>();
        while (row.isOpen() && consumed.size() < MOST_LINES) {
            var line = nextLine();
            if (line == null) {
                break;
            }
            consumed.addLast(line);
            row.read("\n" + line);
        }
        if (row.isWhole()) {
            return FileRow.of(row.cells());
        }
        while (!consumed.isEmpty()) {
            pushedBack.addFirst(consumed.removeLast());
        }
        return FileRow.faulty(first, RowFault.QUOTE_BROKEN);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private @Nullable String nextLine() throws IOException {
        return pushedBack.isEmpty() ? lines.next() : pushedBack.removeFirst();
    }

    /** The cells of a row as its lines come in. */
    private static final class Row {
        private final char separator;
        private final List<String> cells = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private Place place = Place.CELL_BEGIN;

        private enum Place {
            CELL_BEGIN,
            PLAIN,
            QUOTED,
            QUOTE_IN_QUOTED,
            BROKEN
        }

        Row(char separator) {
            this.separator = separator;
        }

        void read(String text) {
            for (int i = 0; i < text.length() && place != Place.BROKEN; i++) {
                place = step(text.charAt(i));
            }
        }

        private Place step(char each) {
            return switch (place) {
                case CELL_BEGIN -> each == '"' ? Place.QUOTED : plain(each);
                case PLAIN -> plain(each);
                case QUOTED -> each == '"' ? Place.QUOTE_IN_QUOTED : keep(each, Place.QUOTED);
                case QUOTE_IN_QUOTED -> afterQuote(each);
                case BROKEN -> Place.BROKEN;
            };
        }

        private Place afterQuote(char each) {
            if (each == '"') {
                return keep(each, Place.QUOTED);
            }
            return each == separator ? plain(each) : Place.BROKEN;
        }

        private Place plain(char each) {
            if (each != separator) {
                return keep(each, Place.PLAIN);
            }
            endCell();
            return Place.CELL_BEGIN;
        }

        private Place keep(char each, Place next) {
            cell.append(each);
            return next;
        }

        private void endCell() {
            cells.add(cell.toString());
            cell.setLength(0);
        }

        boolean isOpen() {
            return place == Place.QUOTED;
        }

        boolean isWhole() {
            return place != Place.QUOTED && place != Place.BROKEN;
        }

        List<String> cells() {
            endCell();
            return List.copyOf(cells);
        }
    }
}
