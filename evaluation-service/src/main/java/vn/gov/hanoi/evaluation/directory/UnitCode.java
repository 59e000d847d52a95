package vn.gov.hanoi.evaluation.directory;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.Refusal;

/** Electronic identifier of an agency: Decision 20/2020/QĐ-TTg of 22/07/2020, new format, at most 35 characters. */
public final class UnitCode {
    /** Most characters of a code. */
    public static final int LONGEST = 35;

    private static final Pattern FORM = Pattern.compile("[A-Z][0-9]{2}(\\.[0-9A-Z]{1,4})*");
    private static final int GROUP = 4;

    private UnitCode() {}

    /** Refusal: unit.code-malformed. */
    public static Optional<Refusal> fault(String code) {
        return code.length() <= LONGEST && FORM.matcher(code).matches()
                ? Optional.empty()
                : Optional.of(Refusal.of(EvaluationProblem.UNIT_CODE_MALFORMED));
    }

    /** Groups filled to equal width, so that H26.2 stands before H26.10. */
    static String sortKey(String code) {
        return Arrays.stream(code.split("\\."))
                .map(group -> "0".repeat(Math.max(0, GROUP - group.length())) + group)
                .collect(Collectors.joining("."));
    }
}
