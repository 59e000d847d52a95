package vn.gov.hanoi.kernel.table;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a form: a file that somebody fills and sends back.
 *
 * @param text what stands in it; empty if nothing yet
 * @param most greatest number; null unless the kind is NUMBER
 */
public record Field(String text, Kind kind, @Nullable BigDecimal most) {
    private static final Field TEXT = new Field("", Kind.TEXT, null);
    private static final Field CLOSED = new Field("", Kind.CLOSED, null);

    /** What may become of the cell. */
    public enum Kind {
        /** Stays as it is, or stays empty. */
        CLOSED,
        /** Takes any text. */
        TEXT,
        /** Takes a number from 0. */
        NUMBER
    }

    /** A cell that says something and stays so. */
    public static Field given(String text) {
        return new Field(text, Kind.CLOSED, null);
    }

    public static Field ofText() {
        return TEXT;
    }

    /** A cell for which there is nothing to fill in. */
    public static Field closed() {
        return CLOSED;
    }

    /** @param most greatest number, at least 0 */
    public static Field ofNumber(BigDecimal most) {
        return new Field("", Kind.NUMBER, most);
    }
}
