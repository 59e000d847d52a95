package vn.gov.hanoi.evaluation.unit;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.Refusal;

/** Whose code it is. A unit has at most one code of each scheme on a day, and a code is never given to another unit. */
public enum CodeScheme {
    /** Electronic identifier of an agency, new form: Decision 20/2020/QĐ-TTg, for example H26.23.1. */
    ELECTRONIC("[A-Z][0-9]{2}(\\.[0-9A-Z]{1,4})*"),
    /** Electronic identifier, old form read from right to left: QCVN 102:2016, for example 000.01.23.H26. */
    ELECTRONIC_OLD("[0-9]{3}\\.[0-9]{2}\\.[0-9]{2}\\.[A-Z][0-9]{2}"),
    /** Administrative unit: 2 digits for the province, 3 for a district until 30/06/2025, 5 for a commune (Decisions 124/2004, 19/2025). */
    ADMINISTRATIVE("[0-9]{2}|[0-9]{3}|[0-9]{5}");

    private final Pattern form;

    CodeScheme(String form) {
        this.form = Pattern.compile(form);
    }

    /** Refusal: unit.code-malformed. */
    public Optional<Refusal> fault(String code) {
        return code.length() <= UnitCode.LONGEST && form.matcher(code).matches()
                ? Optional.empty()
                : Optional.of(Refusal.of(EvaluationProblem.UNIT_CODE_MALFORMED, "scheme", name()));
    }
}
