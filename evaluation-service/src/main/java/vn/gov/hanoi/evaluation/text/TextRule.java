package vn.gov.hanoi.evaluation.text;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.Refusal;

/** What may stand in a text of the directory. The first fault of a text is told; texts are in normal form before. */
public enum TextRule {
    /** Name of a person: letters, single spaces, apostrophe, hyphen, full stop; at most 100 characters. */
    PERSON_NAME(100, "\\p{L}[\\p{L}\\p{M}'’. -]*"),
    /** Name of a unit: begins with a letter or digit; at most 200 characters. */
    UNIT_NAME(200, "[\\p{L}\\p{Nd}][^=@]*"),
    /** Title of a post: begins with a letter; at most 200 characters. */
    TITLE(200, "\\p{L}[^=@]*"),
    /** Number of a decision, such as 112/QĐ-UBND: begins with a letter or digit; at most 100 characters. */
    DECISION_NUMBER(100, "[\\p{L}\\p{Nd}][^=@]*");

    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
    private static final Pattern STRAY_SPACE = Pattern.compile("^\\s|\\s$|\\s\\s");
    /** Control, format (also bidirectional and zero-width), surrogate, private, unassigned, separators other than a space. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}[\\p{Zs}&&[^ ]]]");

    private final int longest;
    private final Pattern form;

    TextRule(int longest, String form) {
        this.longest = longest;
        this.form = Pattern.compile(form);
    }

    /** Most characters, counted as code points in normal form. */
    public int longest() {
        return longest;
    }

    /** Refusals: text.empty, text.control-character, text.stray-space, text.too-long, text.digit-in-name, text.character-not-allowed. */
    public Optional<Refusal> fault(String text) {
        if (text.isEmpty()) {
            return Optional.of(Refusal.of(EvaluationProblem.TEXT_EMPTY));
        }
        if (hidesCharacters(text)) {
            return Optional.of(Refusal.of(EvaluationProblem.TEXT_CONTROL_CHARACTER));
        }
        if (hasStraySpace(text)) {
            return Optional.of(Refusal.of(EvaluationProblem.TEXT_STRAY_SPACE));
        }
        if (text.codePointCount(0, text.length()) > longest) {
            return Optional.of(Refusal.of(EvaluationProblem.TEXT_TOO_LONG, "limit", longest));
        }
        if (this == PERSON_NAME && DIGIT.matcher(text).find()) {
            return Optional.of(Refusal.of(EvaluationProblem.TEXT_DIGIT_IN_NAME));
        }
        return form.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(Refusal.of(EvaluationProblem.TEXT_CHARACTER_NOT_ALLOWED));
    }

    /** Whether a text has characters that a reader cannot see or that change the order of what is seen. */
    public static boolean hidesCharacters(String text) {
        return UNSEEN.matcher(text).find();
    }

    /** White space outside or twice. */
    public static boolean hasStraySpace(String text) {
        return STRAY_SPACE.matcher(text).find();
    }
}
