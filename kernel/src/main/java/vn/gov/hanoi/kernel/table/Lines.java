package vn.gov.hanoi.kernel.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The lines of a text one by one. A line has a limit, since a file without line ends would otherwise be held as a whole. */
public final class Lines implements Closeable {
    /** Most characters of a line; the longest good row has fewer than a thousand. */
    public static final int LONGEST = 65_536;

    private final Reader text;
    private final char[] buffer = new char[8_192];
    private int next;
    private int end;

    public Lines(Reader text) {
        this.text = text;
    }

    /** The next line without its end, or null at the end of the text. Throws {@link UnreadableTable}: LINE_TOO_LONG. */
    public @Nullable String next() throws IOException {
        if (peek() < 0) {
            return null;
        }
        var line = new StringBuilder();
        for (int each = read(); each >= 0 && each != '\n'; each = read()) {
            if (each == '\r') {
                // Looking may fill the buffer anew, so the place is changed only afterwards.
                if (peek() == '\n') {
                    next++;
                }
                break;
            }
            if (line.length() == LONGEST) {
                throw new UnreadableTable(UnreadableTable.Fault.LINE_TOO_LONG);
            }
            line.append((char) each);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private int read() throws IOException {
        int each = peek();
        next++;
        return each;
    }

    private int peek() throws IOException {
        if (next >= end) {
            end = text.read(buffer);
            next = 0;
        }
        return end < 0 ? -1 : buffer[next];
    }
}
