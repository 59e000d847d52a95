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
    /** Arguments: reason. */
    REASON_UNKNOWN("training.reason-unknown", 422),
    /** Arguments: signedOn. */
    DECISION_NOT_SIGNED_YET("training.decision-not-signed-yet", 422),
    OFFICER_UNKNOWN("training.officer-unknown", 422),
    /** Arguments: level. */
    DEGREE_LEVEL_UNKNOWN("training.degree-level-unknown", 422),
    /** Arguments: item. */
    DEGREE_COST_ITEM_UNKNOWN("training.degree-cost-item-unknown", 422),
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
}
