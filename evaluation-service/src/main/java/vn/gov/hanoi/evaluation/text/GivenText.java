package vn.gov.hanoi.evaluation.text;

import java.util.List;
import java.util.Optional;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.Refusal;

/** Texts as people write them: kept in NFC, trimmed, with their lines. */
public final class GivenText {
    private GivenText() {}

    public static String kept(String text) {
        return VietnameseText.nfc(text.strip());
    }

    public static List<String> kept(List<String> texts) {
        return texts.stream().map(GivenText::kept).toList();
    }

    /** Refusal: text.control-character for a text that hides something. */
    public static Optional<Refusal> fault(String pointer, String text) {
        return text.codePoints().anyMatch(GivenText::isHidden)
                ? Optional.of(
                        Refusal.of(EvaluationProblem.TEXT_CONTROL_CHARACTER).at(pointer))
                : Optional.empty();
    }

    private static boolean isHidden(int point) {
        return Character.getType(point) == Character.FORMAT
                || Character.getType(point) == Character.SURROGATE
                || Character.isISOControl(point) && point != '\n' && point != '\r' && point != '\t';
    }
}
