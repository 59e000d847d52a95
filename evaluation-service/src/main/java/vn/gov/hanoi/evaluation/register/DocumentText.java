package vn.gov.hanoi.evaluation.register;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/** The text of a document from the bytes of a request. */
final class DocumentText {
    /** The longest that comes with the product has 16,000. */
    static final int MOST_BYTES = 262_144;

    private DocumentText() {}

    /** Refusals: request.too-large, rule-set.unreadable for bytes that are not UTF-8. */
    static String of(byte @Nullable [] body) {
        var bytes = body == null ? new byte[0] : body;
        if (bytes.length > MOST_BYTES) {
            throw new Refused(Refusal.of(KernelProblem.TOO_LARGE, "limitBytes", MOST_BYTES));
        }
        var text = CharBuffer.allocate(bytes.length);
        var outcome = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (outcome.isError()) {
            throw new Refused(unreadable(text.toString()));
        }
        return text.toString();
    }

    /** What follows this text is not UTF-8. */
    private static Refusal unreadable(String before) {
        int lines = Math.toIntExact(before.chars().filter(c -> c == '\n').count());
        int column = before.length() - before.lastIndexOf('\n');
        return Refusal.of(EvaluationProblem.RULE_SET_UNREADABLE, "line", lines + 1, "column", column);
    }
}
