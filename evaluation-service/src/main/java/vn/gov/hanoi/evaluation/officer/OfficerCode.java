package vn.gov.hanoi.evaluation.officer;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.Refusal;

/** Personnel code. It begins with a letter, so that nobody can enter the 12-digit personal number here. */
public final class OfficerCode {
    private static final Pattern FORM = Pattern.compile("[A-Z]{1,8}[0-9]{1,16}");

    private OfficerCode() {}

    /** Refusal: officer.code-malformed. */
    public static Optional<Refusal> fault(String code) {
        return FORM.matcher(code).matches()
                ? Optional.empty()
                : Optional.of(Refusal.of(EvaluationProblem.OFFICER_CODE_MALFORMED));
    }
}
