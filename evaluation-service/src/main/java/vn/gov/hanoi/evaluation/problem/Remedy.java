package vn.gov.hanoi.evaluation.problem;

import java.util.Map;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.ProblemCode;

/** What helps against a refused cell. It is named and worded as problems are. */
public enum Remedy implements ProblemCode {
    REMOVE_OUTER_SPACE("import.remove-outer-space"),
    REMOVE_DOUBLE_SPACE("import.remove-double-space"),
    REMOVE_ROW("import.remove-row"),
    ALIGN_CELLS("import.align-cells"),
    FILL_CELL("import.fill-cell"),
    SHORTEN("import.shorten"),
    REMOVE_FIRST_CHARACTER("import.remove-first-character"),
    PASTE_VALUE("import.paste-value"),
    FORMAT_AS_TEXT("import.format-as-text"),
    WRITE_ONE_OBJECT("import.write-one-object"),
    USE_TEMPLATE("import.use-template"),
    TYPE_AGAIN("import.type-again"),
    USE_ALLOWED_CHARACTERS("import.use-allowed-characters"),
    WRITE_NUMBER("import.write-number"),
    COMPARE_DOCUMENT("import.compare-document"),
    WRITE_YEAR_FIRST("import.write-year-first"),
    CORRECT_DATE("import.correct-date"),
    CORRECT_CODE("import.correct-code"),
    CORRECT_PARENT("import.correct-parent"),
    RECORD_UNIT_FIRST("import.record-unit-first"),
    CHOOSE_VALUE("import.choose-value"),
    COMPARE_RECORD("import.compare-record"),
    ASK_UNIT_IN_CHARGE("import.ask-unit-in-charge");

    private static final Map<ProblemCode, Remedy> BY_PROBLEM = Map.ofEntries(
            Map.entry(EvaluationProblem.TEXT_EMPTY, FILL_CELL),
            Map.entry(EvaluationProblem.TEXT_TOO_LONG, SHORTEN),
            Map.entry(EvaluationProblem.TEXT_CONTROL_CHARACTER, TYPE_AGAIN),
            Map.entry(EvaluationProblem.TEXT_STRAY_SPACE, REMOVE_OUTER_SPACE),
            Map.entry(EvaluationProblem.TEXT_DIGIT_IN_NAME, USE_ALLOWED_CHARACTERS),
            Map.entry(EvaluationProblem.TEXT_CHARACTER_NOT_ALLOWED, USE_ALLOWED_CHARACTERS),
            Map.entry(EvaluationProblem.UNIT_CODE_MALFORMED, CORRECT_CODE),
            Map.entry(EvaluationProblem.OFFICER_CODE_MALFORMED, CORRECT_CODE),
            Map.entry(EvaluationProblem.OFFICER_NUMBER_MALFORMED, CORRECT_CODE),
            Map.entry(EvaluationProblem.OFFICER_NUMBER_EXISTS, COMPARE_RECORD),
            Map.entry(EvaluationProblem.UNIT_PARENT_MISMATCH, CORRECT_PARENT),
            Map.entry(EvaluationProblem.UNIT_ROOT_EXISTS, ASK_UNIT_IN_CHARGE),
            Map.entry(EvaluationProblem.UNIT_ROOT_NOT_YOURS, ASK_UNIT_IN_CHARGE),
            Map.entry(KernelProblem.SCOPE_OUTSIDE, ASK_UNIT_IN_CHARGE),
            Map.entry(EvaluationProblem.ASSIGNMENT_HEAD_EXISTS, COMPARE_RECORD),
            Map.entry(EvaluationProblem.IMPORT_CODE_EXISTS_DIFFERS, COMPARE_RECORD),
            Map.entry(EvaluationProblem.IMPORT_ROW_EMPTY, REMOVE_ROW),
            Map.entry(EvaluationProblem.IMPORT_CODE_TWICE, REMOVE_ROW),
            Map.entry(EvaluationProblem.IMPORT_TOO_FEW_CELLS, ALIGN_CELLS),
            Map.entry(EvaluationProblem.IMPORT_TOO_MANY_CELLS, ALIGN_CELLS),
            Map.entry(EvaluationProblem.IMPORT_QUOTE_BROKEN, ALIGN_CELLS),
            Map.entry(EvaluationProblem.IMPORT_JSON_MALFORMED, WRITE_ONE_OBJECT),
            Map.entry(EvaluationProblem.IMPORT_PROPERTY_UNKNOWN, USE_TEMPLATE),
            Map.entry(EvaluationProblem.IMPORT_PROPERTY_TWICE, USE_TEMPLATE),
            Map.entry(EvaluationProblem.IMPORT_NOT_TEXT, FORMAT_AS_TEXT),
            Map.entry(EvaluationProblem.IMPORT_CELL_EMPTY, FILL_CELL),
            Map.entry(EvaluationProblem.IMPORT_FORMULA, REMOVE_FIRST_CHARACTER),
            Map.entry(EvaluationProblem.IMPORT_DATE_MALFORMED, WRITE_YEAR_FIRST),
            Map.entry(EvaluationProblem.IMPORT_NUMBER_MALFORMED, WRITE_NUMBER),
            Map.entry(EvaluationProblem.EVALUATION_NO_SHEET, CORRECT_CODE),
            Map.entry(EvaluationProblem.EVALUATION_ALREADY_DECIDED, COMPARE_RECORD),
            Map.entry(EvaluationProblem.EVALUATION_CLOSING_NOT_OPEN, COMPARE_RECORD),
            Map.entry(KernelProblem.OWN_ACT, ASK_UNIT_IN_CHARGE),
            Map.entry(EvaluationProblem.IMPORT_VALUE_NOT_ALLOWED, CHOOSE_VALUE),
            Map.entry(EvaluationProblem.IMPORT_UNIT_CODE_UNKNOWN, RECORD_UNIT_FIRST));

    private final String code;

    Remedy(String code) {
        this.code = code;
    }

    /** Whatever has no remedy of its own is a score that the rules refuse, or a date that does not fit. */
    public static Remedy of(ProblemCode problem) {
        boolean scored = problem.code().startsWith("score.") || problem.code().startsWith("evaluation.");
        return BY_PROBLEM.getOrDefault(problem, scored ? COMPARE_DOCUMENT : CORRECT_DATE);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return 422;
    }
}
