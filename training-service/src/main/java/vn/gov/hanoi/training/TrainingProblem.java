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
    CARRY_TARGET_MISSING("training.carry-target-missing", 422);

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
