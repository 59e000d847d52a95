package vn.gov.hanoi.selection;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts that people type: one form for storing, one for searching. */
public final class PlainText {
    /** Refuses control characters, invisible formatting such as direction marks, and lone surrogates. */
    public static final String VISIBLE = "^[^\\p{Cc}\\p{Cf}\\p{Cs}]*$";

    /** What a refusal says about {@link #VISIBLE}. */
    public static final String VISIBLE_MESSAGE = "text without control, formatting and direction characters";

    /** Like {@link #VISIBLE}, without outer spaces: a number of a decision is a code and is not trimmed for the caller. */
    public static final String CODE =
            "^[^\\p{Cc}\\p{Cf}\\p{Cs}\\s]([^\\p{Cc}\\p{Cf}\\p{Cs}]*[^\\p{Cc}\\p{Cf}\\p{Cs}\\s])?$";

    /** What a refusal says about {@link #CODE}. */
    public static final String CODE_MESSAGE = "a code without outer spaces and invisible characters; remove them";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private PlainText() {}

    /** NFC without outer spaces, as it is stored and shown. */
    public static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    /** Lower case without accents, as it is searched: "Trưởng phòng Đào tạo" becomes "truong phong dao tao". */
    public static String searchable(String text) {
        var lower = tidy(text).toLowerCase(Locale.ROOT);
        var bare =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        return bare.replace('đ', 'd');
    }
}
