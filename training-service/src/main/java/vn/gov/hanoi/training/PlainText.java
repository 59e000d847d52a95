package vn.gov.hanoi.training;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The form of texts that people write: NFC, trimmed, nothing invisible that could change what a reader sees. */
public final class PlainText {
    /** Refuses control, formatting and direction characters, lone surrogates, and texts of nothing but spaces. */
    public static final String ALLOWED =
            "[^\\p{Cc}\\p{Cf}\\p{Cs}]*[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Z}][^\\p{Cc}\\p{Cf}\\p{Cs}]*";

    /** What a refusal says about {@link #ALLOWED}. */
    public static final String ALLOWED_MESSAGE = "visible text without control, formatting and direction characters";

    /** Codes of blocks and lines. */
    public static final String CODE = "[A-Z0-9][A-Z0-9_.-]{0,34}";

    /** Most characters of {@link #CODE}. */
    public static final int CODE_LENGTH = 35;

    /** What a refusal says about {@link #CODE}. */
    public static final String CODE_MESSAGE = "1-35 of A-Z 0-9 _ . -";

    /** Outer spaces of every kind; {@link String#strip()} leaves those that forbid a line break. */
    private static final Pattern OUTER_SPACES = Pattern.compile("^\\p{Z}+|\\p{Z}+$");

    private PlainText() {}

    public static String of(String text) {
        return OUTER_SPACES
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("");
    }
}
