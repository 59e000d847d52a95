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
    TOO_MANY_REQUESTS("training.too-many-requests", 429);

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
