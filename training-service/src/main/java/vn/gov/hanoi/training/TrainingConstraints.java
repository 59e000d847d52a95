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
        return Map.ofEntries(
                Map.entry("ux_plans_year", TrainingProblem.PLAN_EXISTS),
                Map.entry("ux_plan_decisions_plan_assigned", TrainingProblem.PLAN_EXISTS),
                Map.entry("ux_plan_decisions_issuer_year_number", TrainingProblem.DECISION_NUMBER_EXISTS),
                Map.entry("ux_plan_proposals_year_unit", TrainingProblem.PROPOSAL_EXISTS),
                Map.entry("ux_plan_proposal_sources_source_line_id", TrainingProblem.SOURCE_LINE_TAKEN),
                Map.entry("ux_plan_lines_proposal_line_id", TrainingProblem.SOURCE_LINE_TAKEN),
                Map.entry("ux_training_needs_criterion", TrainingProblem.NEED_EXISTS),
                Map.entry("ux_plan_proposal_needs_need_id", TrainingProblem.NEED_TAKEN),
                Map.entry("ux_enrolments_class_officer", TrainingProblem.ENROLMENT_EXISTS),
                Map.entry("ux_attendance_sheets_class_day", TrainingProblem.SHEET_EXISTS),
                Map.entry("ux_certificates_enrolment_id", TrainingProblem.CERTIFICATE_EXISTS),
                Map.entry("ux_certificates_replaces_id", TrainingProblem.CERTIFICATE_EXISTS),
                Map.entry("ux_certificates_legacy", TrainingProblem.LEGACY_NUMBER_EXISTS),
                Map.entry("ux_degree_trainings_open", TrainingProblem.DEGREE_TRAINING_EXISTS),
                Map.entry("ux_compensations_commitment_open", TrainingProblem.COMPENSATION_EXISTS),
                Map.entry("ux_compensation_payments_case_id_reference", TrainingProblem.PAYMENT_REFERENCE_EXISTS));
    }
}
