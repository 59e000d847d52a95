package vn.gov.hanoi.training;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import vn.gov.hanoi.kernel.problem.ConstraintCodes;
import vn.gov.hanoi.kernel.problem.ProblemCode;

/** Constraints that two honest callers can run into at the same moment; the database decides who was first. */
@ApplicationScoped
class TrainingConstraints implements ConstraintCodes {
    @Override
    public Map<String, ProblemCode> codes() {
        return Map.of(
                "ux_plans_year", TrainingProblem.PLAN_EXISTS,
                "ux_plan_decisions_plan_assigned", TrainingProblem.PLAN_EXISTS,
                "ux_plan_decisions_issuer_year_number", TrainingProblem.DECISION_NUMBER_EXISTS,
                "ux_enrolments_class_officer", TrainingProblem.ENROLMENT_EXISTS,
                "ux_attendance_sheets_class_day", TrainingProblem.SHEET_EXISTS,
                "ux_certificates_enrolment_id", TrainingProblem.CERTIFICATE_EXISTS,
                "ux_certificates_replaces_id", TrainingProblem.CERTIFICATE_EXISTS,
                "ux_certificates_legacy", TrainingProblem.LEGACY_NUMBER_EXISTS);
    }
}
