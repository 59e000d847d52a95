package vn.gov.hanoi.evaluation.problem;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.ProblemCode;

/** The codes of evaluation-service. Texts stand in problems_vi.properties and problems_en.properties. */
public enum EvaluationProblem implements ProblemCode {
    TEXT_EMPTY("text.empty", 422),
    TEXT_TOO_LONG("text.too-long", 422),
    TEXT_CONTROL_CHARACTER("text.control-character", 422),
    TEXT_STRAY_SPACE("text.stray-space", 422),
    TEXT_DIGIT_IN_NAME("text.digit-in-name", 422),
    TEXT_CHARACTER_NOT_ALLOWED("text.character-not-allowed", 422),
    DATE_OUT_OF_RANGE("date.out-of-range", 422),
    VALIDITY_EMPTY("validity.empty", 422),

    UNIT_CODE_MALFORMED("unit.code-malformed", 422),
    UNIT_CODE_EXISTS("unit.code-exists", 409),
    UNIT_PARENT_MISMATCH("unit.parent-mismatch", 422),
    UNIT_PARENT_UNKNOWN("unit.parent-unknown", 422),
    UNIT_PARENT_NOT_IN_FORCE("unit.parent-not-in-force", 422),
    UNIT_CYCLE("unit.cycle", 422),
    UNIT_NOT_IN_FORCE("unit.not-in-force", 422),
    UNIT_CORRECTION_EMPTY("unit.correction-empty", 422),
    UNIT_ROOT_EXISTS("unit.root-exists", 422),
    UNIT_ROOT_NOT_YOURS("unit.root-not-yours", 403),

    OFFICER_CODE_MALFORMED("officer.code-malformed", 422),
    OFFICER_CODE_EXISTS("officer.code-exists", 409),
    OFFICER_NUMBER_MALFORMED("officer.number-malformed", 422),
    OFFICER_NUMBER_EXISTS("officer.number-exists", 409),
    OFFICER_BIRTH_DATE_LATE("officer.birth-date-late", 422),
    ASSIGNMENT_UNIT_UNKNOWN("assignment.unit-unknown", 422),
    ASSIGNMENT_UNIT_NOT_IN_FORCE("assignment.unit-not-in-force", 422),
    ASSIGNMENT_NOT_MAIN("assignment.not-main", 422),
    ASSIGNMENT_MAIN_OVERLAPS("assignment.main-overlaps", 409),
    ASSIGNMENT_HEAD_EXISTS("assignment.head-exists", 409),
    ASSIGNMENT_KIND_REGULAR("assignment.kind-regular", 422),
    ASSIGNMENT_ENDS_BEFORE_BEGIN("assignment.ends-before-begin", 422),
    ASSIGNMENT_ENDED("assignment.ended", 409),
    ABSENCE_OVERLAPS("absence.overlaps", 409),
    CORRECTION_EMPTY("correction.empty", 422),

    PLAN_INCOMPLETE("reorganisation.incomplete", 422),
    PLAN_TWICE("reorganisation.twice", 422),
    PLAN_REF_UNKNOWN("reorganisation.ref-unknown", 422),
    PLAN_SHARE_WRONG("reorganisation.share-wrong", 422),
    PLAN_SHARES_NOT_WHOLE("reorganisation.shares-not-whole", 422),
    PLAN_TARGET_DISSOLVED("reorganisation.target-dissolved", 422),
    PLAN_UNIT_UNKNOWN("reorganisation.unit-unknown", 422),
    PLAN_UNIT_NOT_IN_FORCE("reorganisation.unit-not-in-force", 422),
    PLAN_CHANGES_LATER("reorganisation.changes-later", 422),
    PLAN_CHILD_LEFT("reorganisation.child-left", 422),
    PLAN_POSTS_LEFT("reorganisation.posts-left", 422),
    PLAN_POST_UNKNOWN("reorganisation.post-unknown", 422),
    PLAN_BUSY("reorganisation.busy", 409),
    PLAN_NOT_DRAFT("reorganisation.not-draft", 409),
    PLAN_NOT_APPLIED("reorganisation.not-applied", 409),
    PLAN_IN_FORCE("reorganisation.in-force", 409),
    PLAN_CHANGED_SINCE("reorganisation.changed-since", 409),
    AUTHORITY_MISSING("authority.missing", 403),
    AUTHORITY_ACTION_UNKNOWN("authority.action-unknown", 422),
    DELEGATION_TO_SELF("delegation.to-self", 422),
    DELEGATION_TOO_LONG("delegation.too-long", 422),
    DELEGATION_OFFICER_UNKNOWN("delegation.officer-unknown", 422),
    DELEGATION_PARENT_UNKNOWN("delegation.parent-unknown", 422),
    DELEGATION_NOT_DELEGABLE("delegation.not-delegable", 422),
    DELEGATION_EXCEEDS_PARENT("delegation.exceeds-parent", 422),
    DELEGATION_GIVER_WITHOUT_AUTHORITY("delegation.giver-without-authority", 422),
    DELEGATION_RECEIVER_WITHOUT_POST("delegation.receiver-without-post", 422),
    DELEGATION_NOT_IN_FORCE("delegation.not-in-force", 422),

    OPERATION_ENDED("operation.ended", 409),
    OPERATION_RUNNING("operation.running", 409),

    IMPORT_NOT_UTF8("import.not-utf8", 400),
    IMPORT_WORKBOOK_BROKEN("import.workbook-broken", 400),
    IMPORT_WORKBOOK_TOO_LARGE("import.workbook-too-large", 413),
    IMPORT_FILE_EMPTY("import.file-empty", 422),
    IMPORT_COLUMN_MISSING("import.column-missing", 422),
    IMPORT_COLUMN_UNKNOWN("import.column-unknown", 422),
    IMPORT_COLUMN_TWICE("import.column-twice", 422),
    IMPORT_TOO_MANY_ROWS("import.too-many-rows", 422),
    IMPORT_LINE_TOO_LONG("import.line-too-long", 422),
    IMPORT_ROWS_REFUSED("import.rows-refused", 422),
    IMPORT_ROW_EMPTY("import.row-empty", 422),
    IMPORT_TOO_FEW_CELLS("import.too-few-cells", 422),
    IMPORT_TOO_MANY_CELLS("import.too-many-cells", 422),
    IMPORT_QUOTE_BROKEN("import.quote-broken", 422),
    IMPORT_JSON_MALFORMED("import.json-malformed", 422),
    IMPORT_PROPERTY_UNKNOWN("import.property-unknown", 422),
    IMPORT_PROPERTY_TWICE("import.property-twice", 422),
    IMPORT_NOT_TEXT("import.not-text", 422),
    IMPORT_CELL_EMPTY("import.cell-empty", 422),
    IMPORT_FORMULA("import.formula", 422),
    IMPORT_DATE_MALFORMED("import.date-malformed", 422),
    IMPORT_DATE_IMPOSSIBLE("import.date-impossible", 422),
    IMPORT_NUMBER_MALFORMED("import.number-malformed", 422),
    IMPORT_VALUE_NOT_ALLOWED("import.value-not-allowed", 422),
    IMPORT_UNIT_CODE_UNKNOWN("import.unit-code-unknown", 422),
    IMPORT_CODE_TWICE("import.code-twice-in-file", 422),
    IMPORT_CODE_EXISTS_DIFFERS("import.code-exists-differs", 409),

    EXPORT_LINK_EXPIRED("export.link-expired", 410),
    EXPORT_FILE_REMOVED("export.file-removed", 410),

    RULE_SET_UNREADABLE("rule-set.unreadable", 422),
    RULE_SET_MALFORMED("rule-set.malformed", 422),
    RULE_SET_CONTRADICTORY("rule-set.contradictory", 422),
    RULE_SET_NONE("rule-set.none", 422),
    RULE_SET_AMBIGUOUS("rule-set.ambiguous", 422),
    RULE_SET_NOT_OFFICIAL("rule-set.not-official", 422),
    RULE_SET_EXISTS("rule-set.exists", 409),
    RULE_SET_NOT_DRAFT("rule-set.not-draft", 409),
    RULE_SET_NOT_PILOT("rule-set.not-pilot", 409),

    SIMULATION_RULE_SET_UNKNOWN("simulation.rule-set-unknown", 422),
    SIMULATION_MONTHS_NOT_RATED("simulation.months-not-rated", 422),
    SIMULATION_MONTH_NOT_OVER("simulation.month-not-over", 422),
    SIMULATION_TOO_MANY_MONTHS("simulation.too-many-months", 422),

    TASK_KEY_MALFORMED("unit-task.key-malformed", 422),
    TASK_KEY_EXISTS("unit-task.key-exists", 409),
    TASK_WEIGHT_OUT_OF_RANGE("unit-task.weight-out-of-range", 422),
    TASK_DUE_BEFORE_ASSIGNED("unit-task.due-before-assigned", 422),
    TASK_DUE_NOT_LATER("unit-task.due-not-later", 422),
    TASK_UNIT_NOT_IN_FORCE("unit-task.unit-not-in-force", 422),
    TASK_OWN_UNIT("unit-task.own-unit", 403),
    TASK_OUTCOME_CONTRADICTORY("unit-task.outcome-contradictory", 422),
    TASK_FINISHED("unit-task.finished", 409),
    TASK_CANCELLED("unit-task.cancelled", 409),

    RESULT_PERIOD_NOT_RATED("unit-result.period-not-rated", 422),
    RESULT_UNIT_NOT_RATED("unit-result.unit-not-rated", 422),
    RESULT_PERIOD_RUNNING("unit-result.period-running", 409),
    RESULT_DECIDED("unit-result.decided", 409),
    RESULT_NOT_DECIDED("unit-result.not-decided", 409),
    RESULT_SUPERSEDED("unit-result.superseded", 409),

    SCORE_PERIOD_NOT_RATED("score.period-not-rated", 422),
    SCORE_WRONG_MONTH("score.wrong-month", 422),
    SCORE_WRONG_SHEET("score.wrong-sheet", 422),
    SCORE_GROUP_UNKNOWN("score.group-unknown", 422),
    SCORE_GROUP_OF_PRODUCTS("score.group-of-products", 422),
    SCORE_GROUP_OVER_MAXIMUM("score.group-over-maximum", 422),
    SCORE_CRITERION_UNKNOWN("score.criterion-unknown", 422),
    SCORE_TWICE("score.twice", 422),
    SCORE_OUT_OF_RANGE("score.out-of-range", 422),
    SCORE_BONUS_NONE("score.bonus-none", 422),
    SCORE_BONUS_OVER_MAXIMUM("score.bonus-over-maximum", 422),
    SCORE_BONUS_WITHOUT_EVIDENCE("score.bonus-without-evidence", 422),
    SCORE_BONUS_WITHOUT_APPROVER("score.bonus-without-approver", 422),
    SCORE_DEDUCTION_UNKNOWN("score.deduction-unknown", 422),
    SCORE_DEDUCTION_WITHOUT_VIOLATION("score.deduction-without-violation", 422),
    SCORE_CHANNEL_UNKNOWN("score.channel-unknown", 422),
    SCORE_PRODUCTS_NOT_USED("score.products-not-used", 422),
    SCORE_FACTORS_NOT_USED("score.factors-not-used", 422),
    SCORE_FACTOR_NOT_ALLOWED("score.factor-not-allowed", 422),
    SCORE_REFERENCE_MISSING("score.reference-missing", 422),
    SCORE_REASON_MISSING("score.reason-missing", 422),
    SCORE_NOT_RATED_REASON_UNKNOWN("score.not-rated-reason-unknown", 422),

    EVALUATION_NOT_A_RATING_UNIT("evaluation.not-a-rating-unit", 422),
    EVALUATION_PERIOD_NOT_BEGUN("evaluation.period-not-begun", 422),
    EVALUATION_CALENDAR_YEAR_MISSING("evaluation.calendar-year-missing", 422),
    EVALUATION_CLOSING_NOT_OPEN("evaluation.closing-not-open", 409),
    EVALUATION_CLOSING_NOT_PUBLISHED("evaluation.closing-not-published", 409),
    EVALUATION_SUPERSEDED("evaluation.superseded", 409),
    EVALUATION_STEP_DISABLED("evaluation.step-disabled", 409),
    EVALUATION_STEP_OUT_OF_ORDER("evaluation.step-out-of-order", 409),
    EVALUATION_STEP_NOT_OPEN("evaluation.step-not-open", 409),
    EVALUATION_MARKS_MISSING("evaluation.marks-missing", 422),
    EVALUATION_REASON_MISSING("evaluation.reason-missing", 422),
    EVALUATION_MINUTES_MISSING("evaluation.minutes-missing", 422),
    EVALUATION_COLLECTIVE_MISSING("evaluation.collective-missing", 422),
    EVALUATION_COLLECTIVE_DIFFERS("evaluation.collective-differs", 422),
    EVALUATION_MEETING_MISSING("evaluation.meeting-missing", 422),
    EVALUATION_MEETING_CONTRADICTORY("evaluation.meeting-contradictory", 422),
    EVALUATION_ADVICE_TOO_LATE("evaluation.advice-too-late", 409),
    EVALUATION_CHANNEL_NOT_HELD("evaluation.channel-not-held", 403),
    EVALUATION_GRADE_RAISED("evaluation.grade-raised", 422),
    EVALUATION_UNIT_GRADE_DIFFERS("evaluation.unit-grade-differs", 422),
    EVALUATION_DATA_MISSING("evaluation.data-missing", 422),
    EVALUATION_ALREADY_DECIDED("evaluation.already-decided", 409),
    EVALUATION_NO_SHEET("evaluation.no-sheet", 422),
    EVALUATION_MONTH_NOT_OPENED("evaluation.month-not-opened", 422),
    EVALUATION_SHEETS_UNDECIDED("evaluation.sheets-undecided", 409),
    EVALUATION_CAP_EXCEEDED("evaluation.cap-exceeded", 422),
    EVALUATION_CAP_NOT_RAISABLE("evaluation.cap-not-raisable", 422),
    EVALUATION_PETITION_WINDOW_OPEN("evaluation.petition-window-open", 409),
    EVALUATION_CLOSING_HAS_OBJECTIONS("evaluation.closing-has-objections", 409),
    EVALUATION_HAS_OBJECTION("evaluation.has-objection", 409),
    EVALUATION_CLOSING_NOT_LOCKED("evaluation.closing-not-locked", 409),
    EVALUATION_CLOSINGS_BELOW_OPEN("evaluation.closings-below-open", 409),
    EVALUATION_NOT_OUTDATED("evaluation.not-outdated", 409),
    EVALUATION_DISCIPLINE_DIFFERS("evaluation.discipline-differs", 422),
    EVALUATION_RESULTS_OUTDATED("evaluation.results-outdated", 409),
    EVALUATION_EXPLANATION_DIFFERS("evaluation.explanation-differs", 500),

    OBJECTION_LATE("objection.late", 409),
    OBJECTION_OPEN("objection.open", 409),
    OBJECTION_NOT_RE_EXAMINED("objection.not-re-examined", 409),
    OBJECTION_WRONG_STATE("objection.wrong-state", 409),
    OBJECTION_DECIDER_SCORED("objection.decider-scored", 403),
    OBJECTION_RESULT_MISMATCH("objection.result-mismatch", 422),

    TEMPLATE_RULE_SET_UNKNOWN("sheet-template.rule-set-unknown", 422),
    TEMPLATE_EMPTY("sheet-template.empty", 422),
    TEMPLATE_PUBLISHED("sheet-template.published", 409),

    LINE_CHANNEL_UNKNOWN("advisory-line.channel-unknown", 422),
    LINE_UNIT_NOT_IN_FORCE("advisory-line.unit-not-in-force", 422),
    LINE_TO_ITSELF("advisory-line.to-itself", 422),
    LINE_OVERLAPS("advisory-line.overlaps", 409),
    LINE_NOT_IN_FORCE("advisory-line.not-in-force", 409),

    ANNUAL_UNDECIDED("annual.undecided", 409),
    ANNUAL_STALE("annual.stale", 409),
    ANNUAL_YEAR_NOT_RATED("annual.year-not-rated", 422),
    ANNUAL_LEVEL_MISSING("annual.level-missing", 422),
    ANNUAL_LEVEL_ABOVE_LIMIT("annual.level-above-limit", 422),
    ANNUAL_OPINION_MISSING("annual.opinion-missing", 422),
    ANNUAL_UNIT_LEVEL_MISSING("annual.unit-level-missing", 422),
    ANNUAL_FACT_REFUSED("annual.fact-refused", 422),
    ANNUAL_CAP_EXCEEDED("annual.cap-exceeded", 422),

    FAIRNESS_SPAN_BACKWARDS("fairness.span-backwards", 422),
    FAIRNESS_SPAN_TOO_LONG("fairness.span-too-long", 422),

    REPORT_UNIT_NOT_IN_FORCE("report.unit-not-in-force", 422),

    DISCIPLINE_WRONG_STATE("discipline.wrong-state", 409),
    DISCIPLINE_HANDLING_EXPIRED("discipline.handling-expired", 409),
    DISCIPLINE_IN_FORCE("discipline.in-force", 409),
    DISCIPLINE_DECIDER_PROPOSED("discipline.decider-proposed", 403),
    DISCIPLINE_LIMITATION_EXPIRED("discipline.limitation-expired", 422),
    DISCIPLINE_REGIME_NONE("discipline.regime-none", 422),
    DISCIPLINE_FORM_UNKNOWN("discipline.form-unknown", 422),
    DISCIPLINE_FORM_ABOLISHED("discipline.form-abolished", 422),
    DISCIPLINE_COUNCIL_MISSING("discipline.council-missing", 422),
    DISCIPLINE_DATES_CONTRADICT("discipline.dates-contradict", 422),
    DISCIPLINE_GROUND_UNKNOWN("discipline.ground-unknown", 422),
    DISCIPLINE_NOT_SERVING("discipline.not-serving", 422);

    private final String code;
    private final int status;

    EvaluationProblem(String code, int status) {
        this.code = code;
        this.status = status;
    }

    /** The entry of a stored code, be it of this service or of the shared catalogue. */
    public static Optional<ProblemCode> byCode(String code) {
        return Stream.<ProblemCode>concat(Arrays.stream(values()), Arrays.stream(KernelProblem.values()))
                .filter(each -> each.code().equals(code))
                .findFirst();
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
