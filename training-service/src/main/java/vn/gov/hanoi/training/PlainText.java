package vn.gov.hanoi.training;

import java.text.Normalizer;

/** The form of texts that people write: NFC, trimmed, nothing invisible that could change what a reader sees. */
public final class PlainText {
    /** Refuses control and direction characters and lone surrogates. */
    public static final String ALLOWED = "[^\\p{Cc}\\p{Cs}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]*";

    /** What a refusal says about {@link #ALLOWED}. */
    public static final String ALLOWED_MESSAGE = "text without control or direction characters";

    /** Codes of blocks and lines. */
    public static final String CODE = "[A-Z0-9][A-Z0-9_.-]{0,34}";

    /** What a refusal says about {@link #CODE}. */
    public static final String CODE_MESSAGE = "1-35 of A-Z 0-9 _ . -";

    private PlainText() {}

    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }
}
