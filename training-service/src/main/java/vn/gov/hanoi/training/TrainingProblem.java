package vn.gov.hanoi.training;

import vn.gov.hanoi.kernel.problem.ProblemCode;

/** Every refusal of training-service. */
public enum TrainingProblem implements ProblemCode {
    /** The year has its assigning decision; changes come as adjustments. */
    PLAN_EXISTS("training.plan-exists", 409),
    /** The issuer signed another decision under this number in the same year. */
    DECISION_NUMBER_EXISTS("training.decision-number-exists", 409),
    /** Arguments: unit. */
    UNIT_UNKNOWN("training.unit-unknown", 422),
    /** Arguments: unit, day. */
    UNIT_NOT_IN_FORCE("training.unit-not-in-force", 422),
    /** Arguments: unit. */
    ISSUER_NOT_CITY("training.issuer-not-city", 422),
    /** Arguments: value. */
    CODE_REPEATED("training.code-repeated", 422),
    /** Arguments: line. */
    LINE_QUOTA_MISSING("training.line-quota-missing", 422),
    /** Arguments: line. */
    LINE_QUOTA_PREMATURE("training.line-quota-premature", 422),
    /** Arguments: figure, most. */
    TOTAL_TOO_LARGE("training.total-too-large", 422),
    LINE_UNKNOWN("training.line-unknown", 422),
    LINE_PENDING_APPROVAL("training.line-pending-approval", 422),
    /** Arguments: assigned, opened. */
    QUOTA_CLASSES_EXCEEDED("training.quota-classes-exceeded", 422),
    /** Arguments: assigned, opened, requested. */
    QUOTA_PLACES_EXCEEDED("training.quota-places-exceeded", 422),
    /** Arguments: availableVnd, requestedVnd. */
    BUDGET_EXCEEDED("training.budget-exceeded", 422),
    ACCOUNT_UNKNOWN("training.account-unknown", 422),
    /** Arguments: startsOn, endsOn. */
    CLASS_DATES_REVERSED("training.class-dates-reversed", 422),
    /** Arguments: year. */
    CLASS_OUTSIDE_PLAN_YEAR("training.class-outside-plan-year", 422),
    /** Arguments: fundingSource, required. */
    FUNDING_SOURCE_DIFFERS("training.funding-source-differs", 422),
    /** Money of one source or year for another. */
    FUNDING_SOURCE_MIXED("training.funding-source-mixed", 422),
    ACCOUNT_CLOSED("training.account-closed", 409),
    COMMITMENT_UNKNOWN("training.commitment-unknown", 422),
    /** A class holds it and gives it back itself. */
    COMMITMENT_OF_CLASS("training.commitment-of-class", 422),
    /** Its last day is over; what was open is or will be released. */
    COMMITMENT_EXPIRED("training.commitment-expired", 422),
    /** Arguments: openVnd, requestedVnd. */
    COMMITMENT_EXCEEDED("training.commitment-exceeded", 422),
    /** Arguments: unsettledVnd, requestedVnd. */
    UNSETTLED_EXCEEDED("training.unsettled-exceeded", 422),
    ENTRY_UNKNOWN("training.entry-unknown", 422),
    ENTRY_NOT_REVERSIBLE("training.entry-not-reversible", 422),
    ENTRY_REVERSED("training.entry-reversed", 409),
    /** Arguments: kind, field. */
    ENTRY_FIELD_MISSING("training.entry-field-missing", 422),
    /** Arguments: kind, field. */
    ENTRY_FIELD_UNFIT("training.entry-field-unfit", 422),
    /** Arguments: day. */
    ENTRY_DATE_UNFIT("training.entry-date-unfit", 422),
    /** Arguments: count, openVnd. */
    COMMITMENTS_OPEN("training.commitments-open", 409),
    /** Arguments: unsettledVnd. */
    SPENDING_UNSETTLED("training.spending-unsettled", 409),
    /** What is left is to be carried, and no account is named for it. */
    CARRY_TARGET_MISSING("training.carry-target-missing", 422),
    /** Arguments: list, value, from, to. */
    CODE_NOT_IN_FORCE("training.code-not-in-force", 422),
    /** Arguments: year. */
    PLAN_MISSING("training.plan-missing", 422),
    /** Arguments: year. */
    PLAN_CLOSED("training.plan-closed", 409),
    /** Arguments: classes. */
    PLAN_HAS_OPEN_CLASSES("training.plan-has-open-classes", 409),
    /** Arguments: accounts, committedVnd. */
    PLAN_HAS_OPEN_MONEY("training.plan-has-open-money", 409),
    /** Arguments: signedOn, latest. */
    DECISION_OUT_OF_ORDER("training.decision-out-of-order", 422),
    /** Arguments: block. */
    BLOCK_UNKNOWN("training.block-unknown", 422),
    /** Arguments: line. */
    LINE_NOT_PENDING("training.line-not-pending", 422),
    /** Arguments: line, classes, openedClasses, places, openedPlaces. */
    QUOTA_BELOW_USE("training.quota-below-use", 422),
    /** Arguments: state. */
    MOVE_WRONG_STATE("training.move-wrong-state", 409),
    /** Arguments: day. */
    MOVE_TOO_EARLY("training.move-too-early", 409),
    MOVE_EMPTY("training.move-empty", 409),
    /** Arguments: block, freeVnd, givenVnd. */
    MOVE_SUMS_DIFFER("training.move-sums-differ", 422),
    MOVE_SUCCESSOR_UNKNOWN("training.move-successor-unknown", 422),
    /** What is free there waits for the decision that moves it. */
    UNIT_MOVING("training.unit-moving", 409),
    /** One proposal for each unit and year. */
    PROPOSAL_EXISTS("training.proposal-exists", 409),
    /** Arguments: state. */
    PROPOSAL_STATE_DIFFERS("training.proposal-state-differs", 409),
    PROPOSAL_GONE_ON("training.proposal-gone-on", 409),
    PROPOSAL_EMPTY("training.proposal-empty", 422),
    ESTIMATE_MISSING("training.estimate-missing", 422),
    SOURCE_LINE_UNKNOWN("training.source-line-unknown", 422),
    SOURCE_LINE_TAKEN("training.source-line-taken", 409),
    PROPOSAL_LINE_UNKNOWN("training.proposal-line-unknown", 422),
    /** Arguments: most. */
    COST_DAYS_WRONG("training.cost-days-wrong", 422),
    /** Arguments: item, day. */
    COST_ITEM_UNKNOWN("training.cost-item-unknown", 422),
    /** Arguments: item, askedVnd, ceilingVnd, ruleSet. */
    COST_ABOVE_NORM("training.cost-above-norm", 422),
    /** Arguments: places, classPlaces. */
    COST_PLACES_DIFFER("training.cost-places-differ", 422),
    /** Arguments: totalVnd, amountVnd. */
    COST_ABOVE_COMMITMENT("training.cost-above-commitment", 422),
    OFFICER_UNKNOWN("training.officer-unknown", 422),
    /** One need for a person, criterion and year. */
    NEED_EXISTS("training.need-exists", 409),
    /** Arguments: state. */
    NEED_DECIDED("training.need-decided", 409),
    NEED_UNKNOWN("training.need-unknown", 422),
    NEED_TAKEN("training.need-taken", 409),
    /** Arguments: state. */
    CLASS_WRONG_STATE("training.class-wrong-state", 409),
    /** Arguments: outcomes. */
    CLASS_HAS_OUTCOMES("training.class-has-outcomes", 409),
    /** Arguments: endsOn. */
    CLASS_NOT_OVER("training.class-not-over", 409),
    /** Arguments: day, startsOn, endsOn. */
    SESSION_OUTSIDE_CLASS("training.session-outside-class", 422),
    /** Arguments: startsAt, endsAt. */
    SESSION_TIMES_REVERSED("training.session-times-reversed", 422),
    /** Arguments: hours. */
    SESSION_HOURS_EXCEEDED("training.session-hours-exceeded", 422),
    /** Arguments: day, first, second. */
    SESSIONS_OVERLAP("training.sessions-overlap", 422),
    /** Arguments: category. */
    CATEGORY_UNKNOWN("training.category-unknown", 422),
    /** Arguments: passMark, maximum. */
    PASS_MARK_ABOVE_MAXIMUM("training.pass-mark-above-maximum", 422),
    /** Arguments: reason. */
    REASON_UNKNOWN("training.reason-unknown", 422),
    /** Arguments: signedOn. */
    DECISION_NOT_SIGNED_YET("training.decision-not-signed-yet", 422),
    /** Arguments: day, classId, otherClassId. */
    DAYS_TAKEN("training.days-taken", 422),
    /** Arguments: class. */
    CLASS_UNKNOWN("training.class-unknown", 422),
    CLASS_WITHOUT_SESSIONS("training.class-without-sessions", 422),
    OFFICER_NOT_IN_SERVICE("training.officer-not-in-service", 422),
    /** Arguments: unit. */
    UNIT_NOT_INVITED("training.unit-not-invited", 422),
    /** Arguments: category. */
    CATEGORY_NOT_TARGETED("training.category-not-targeted", 422),
    /** Arguments: endsOn. */
    SANCTIONED("training.sanctioned", 422),
    UNDER_EXAMINATION("training.under-examination", 422),
    /** Arguments: course, otherClassId. */
    COURSE_PASSED("training.course-passed", 422),
    ENROLMENT_EXISTS("training.enrolment-exists", 409),
    /** Arguments: state. */
    ENROLMENT_WRONG_STATE("training.enrolment-wrong-state", 409),
    ENROLMENT_HAS_OUTCOME("training.enrolment-has-outcome", 409),
    /** Arguments: outcome. */
    SCORE_NOT_TAKEN("training.score-not-taken", 422),
    /** Arguments: score, maximum. */
    SCORE_ABOVE_MAXIMUM("training.score-above-maximum", 422),
    /** Arguments: outcome, score, passMark. */
    OUTCOME_CONTRADICTS_SCORE("training.outcome-contradicts-score", 422),
    SHEET_EXISTS("training.attendance-sheet-exists", 409),
    /** Arguments: day. */
    NOT_A_CLASS_DAY("training.not-a-class-day", 422),
    /** Arguments: day. */
    DAY_TO_COME("training.day-to-come", 422),
    LEARNER_UNKNOWN("training.learner-unknown", 422),
    LEARNER_TWICE("training.learner-twice", 422),
    /** Arguments: mark. */
    MARK_UNKNOWN("training.mark-unknown", 422),
    /** Arguments: missing. */
    MARKS_MISSING("training.marks-missing", 422),
    /** Arguments: missing. */
    OUTCOMES_MISSING("training.outcomes-missing", 422),
    /** Arguments: days. */
    ATTENDANCE_MISSING("training.attendance-missing", 422),
    /** Arguments: percent, minimum. */
    ATTENDANCE_TOO_LOW("training.attendance-too-low", 422),
    /** Arguments: opensOn, closesOn. */
    SURVEY_NOT_OPEN("training.survey-not-open", 409),
    SURVEY_ANSWERED("training.survey-answered", 409),
    /** Arguments: question. */
    QUESTION_UNKNOWN("training.question-unknown", 422),
    /** Arguments: choice. */
    CHOICE_UNKNOWN("training.choice-unknown", 422),
    /** Arguments: missing. */
    ANSWERS_MISSING("training.answers-missing", 422),
    FILE_BROKEN("training.file-broken", 400),
    FILE_TOO_LARGE("training.file-too-large", 413),
    FILE_EMPTY("training.file-empty", 422),
    /** Arguments: most. */
    FILE_TOO_LONG("training.file-too-long", 422),
    /** Arguments: number. */
    COLUMN_UNKNOWN("training.column-unknown", 422),
    /** Arguments: column. */
    COLUMN_TWICE("training.column-twice", 422),
    /** Arguments: column. */
    COLUMN_MISSING("training.column-missing", 422),
    ROW_BROKEN("training.row-broken", 422),
    /** Arguments: column. */
    CELL_EMPTY("training.cell-empty", 422),
    /** Arguments: column. */
    CELL_NOT_TEXT("training.cell-not-text", 422),
    /** Arguments: column, expected. */
    CELL_INVALID("training.cell-invalid", 422),
    CERTIFICATE_ENROLMENT_UNKNOWN("training.certificate-enrolment-unknown", 422),
    CERTIFICATE_NOT_PASSED("training.certificate-not-passed", 422),
    /** Arguments: from, to. */
    CERTIFICATE_DECISION_DAY("training.certificate-decision-day", 422),
    /** The enrolment has a certificate in force. */
    CERTIFICATE_EXISTS("training.certificate-exists", 409),
    /** The latest revoked certificate of the enrolment must be named, and no other. */
    CERTIFICATE_REPLACES_DIFFERS("training.certificate-replaces-differs", 422),
    CERTIFICATE_CLASS_EMPTY("training.certificate-class-empty", 422),
    /** Arguments: state, act. */
    CERTIFICATE_STATE("training.certificate-state", 409),
    /** Arguments: act. */
    CERTIFICATE_REASON_UNKNOWN("training.certificate-reason-unknown", 422),
    CERTIFICATE_NOT_SIGNED("training.certificate-not-signed", 409),
    CERTIFICATE_OFFICER_UNKNOWN("training.certificate-officer-unknown", 422),
    /** Arguments: today. */
    CERTIFICATE_DAYS("training.certificate-days", 422),
    LEGACY_NUMBER_EXISTS("training.legacy-number-exists", 409),
    /** Arguments: perMinute. */
    TOO_MANY_REQUESTS("training.too-many-requests", 429),
    /** Arguments: level. */
    DEGREE_LEVEL_UNKNOWN("training.degree-level-unknown", 422),
    /** Arguments: item. */
    DEGREE_COST_ITEM_UNKNOWN("training.degree-cost-item-unknown", 422),
    /** Arguments: costVnd, usedVnd, requestedVnd. */
    DEGREE_COST_EXCEEDED("training.degree-cost-exceeded", 422),
    /** Arguments: startsOn, endsOn. */
    DEGREE_DAYS_REVERSED("training.degree-days-reversed", 422),
    /** Arguments: day, first, last. */
    DEGREE_DAY_OUTSIDE("training.degree-day-outside", 422),
    /** Arguments: category, level, day. */
    DEGREE_RULE_MISSING("training.degree-rule-missing", 422),
    /** Arguments: condition. */
    DEGREE_CONDITION_NOT_MET("training.degree-condition-not-met", 422),
    /** Arguments: condition. */
    DEGREE_CONDITION_UNKNOWN("training.degree-condition-unknown", 422),
    /** Arguments: condition. */
    DEGREE_NOT_WAIVABLE("training.degree-not-waivable", 422),
    DEGREE_TRAINING_EXISTS("training.degree-training-exists", 409),
    /** Arguments: state. */
    DEGREE_WRONG_STATE("training.degree-wrong-state", 409),
    /** Arguments: missing. */
    DEGREE_ENDING_INCOMPLETE("training.degree-ending-incomplete", 422),
    SERVICE_COMMITMENT_UNKNOWN("training.service-commitment-unknown", 422),
    /** Arguments: trigger, decree. */
    COMPENSATION_NOT_IN_DECREE("training.compensation-not-in-decree", 422),
    /** Arguments: trigger, day. */
    COMPENSATION_DOES_NOT_FIT("training.compensation-does-not-fit", 422),
    COMPENSATION_EXISTS("training.compensation-exists", 409),
    /** Arguments: state. */
    COMPENSATION_WRONG_STATE("training.compensation-wrong-state", 409),
    /** Arguments: ground. */
    COMPENSATION_GROUND_UNKNOWN("training.compensation-ground-unknown", 422),
    /** Arguments: debtVnd. */
    INSTALMENTS_DIFFER("training.instalments-differ", 422),
    /** Arguments: first, last. */
    INSTALMENTS_DISORDERED("training.instalments-disordered", 422),
    /** Arguments: openVnd, requestedVnd. */
    PAYMENT_ABOVE_DEBT("training.payment-above-debt", 422),
    PAYMENT_REFERENCE_EXISTS("training.payment-reference-exists", 409);

    private final String code;
    private final int status;

    TrainingProblem(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public boolean retryable() {
        return this == TOO_MANY_REQUESTS;
    }
}
