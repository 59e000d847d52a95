package vn.gov.hanoi.evaluation.text;

import java.util.Optional;
import java.util.function.IntPredicate;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.Refusal;

/** What may stand in a text of the directory. The first fault of a text is told; texts are in normal form before. */
public enum TextRule {
    /** Name of a person: letters, single spaces, apostrophe, hyphen, full stop; at most 100 characters. */
    PERSON_NAME(100, Character::isLetter, TextRule::isOfName),
    /** Name of a unit: begins with a letter or digit; at most 200 characters. */
    UNIT_NAME(200, Character::isLetterOrDigit, TextRule::isHarmless),
    /** Title of a post: begins with a letter; at most 200 characters. */
    TITLE(200, Character::isLetter, TextRule::isHarmless),
    /** Number of a decision, such as 112/QĐ-UBND: begins with a letter or digit; at most 100 characters. */
    DECISION_NUMBER(100, Character::isLetterOrDigit, TextRule::isHarmless),
    /** What a task asks for, its evidence, a comment on it: begins with a letter or digit; at most 500 characters. */
    TASK(500, Character::isLetterOrDigit, TextRule::isHarmless);

    private static final String IN_NAMES = "'’. -";

    private final int longest;
    private final IntPredicate first;
    private final IntPredicate other;

    /** What the first code point may be, and the others. */
    TextRule(int longest, IntPredicate first, IntPredicate other) {
        this.longest = longest;
        this.first = first;
        this.other = other;
    }

    private static boolean isOfName(int point) {
        return Character.isLetter(point) || IN_NAMES.indexOf(point) >= 0 || VietnameseText.isMark(point);
    }

    private static boolean isHarmless(int point) {
        return point != '=' && point != '@';
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
        if (this == PERSON_NAME && text.codePoints().anyMatch(Character::isDigit)) {
            return Optional.of(Refusal.of(EvaluationProblem.TEXT_DIGIT_IN_NAME));
        }
        return first.test(text.codePointAt(0)) && text.codePoints().skip(1).allMatch(other)
                ? Optional.empty()
                : Optional.of(Refusal.of(EvaluationProblem.TEXT_CHARACTER_NOT_ALLOWED));
    }

    /** Whether a text has characters that a reader cannot see or that change the order of what is seen. */
    public static boolean hidesCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            // Most letters of most texts.
            if ((each < ' ' || each > '~') && isUnseen(text.codePointAt(i))) {
                return true;
            }
            i += Character.isHighSurrogate(each) ? Character.charCount(text.codePointAt(i)) - 1 : 0;
        }
        return false;
    }

    /** Control, format (also bidirectional and zero-width), surrogate, private, unassigned, separators other than a space. */
    private static boolean isUnseen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> point != ' ';
            default -> false;
        };
    }

    /** White space outside or twice. */
    public static boolean hasStraySpace(String text) {
        boolean before = true;
        for (int i = 0; i < text.length(); i++) {
            boolean space = isSpace(text.charAt(i));
            if (space && before) {
                return true;
            }
            before = space;
        }
        return before && !text.isEmpty();
    }

    private static boolean isSpace(char each) {
        return each == ' ' || each >= '\t' && each <= '\r';
    }
}
