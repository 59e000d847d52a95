package vn.gov.hanoi.evaluation.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import vn.gov.hanoi.kernel.problem.ConstraintCodes;
import vn.gov.hanoi.kernel.problem.ProblemCode;

/** The constraints that decide races between callers. */
@ApplicationScoped
class DirectoryConstraints implements ConstraintCodes {
    @Override
    public Map<String, ProblemCode> codes() {
        return Map.of(
                "ex_unit_codes_code", EvaluationProblem.UNIT_CODE_EXISTS,
                "ux_objections_evaluation_id", EvaluationProblem.OBJECTION_OPEN,
                "ux_units_root", EvaluationProblem.UNIT_ROOT_EXISTS,
                "ux_officers_officer_code", EvaluationProblem.OFFICER_CODE_EXISTS,
                "ux_officer_states_number", EvaluationProblem.OFFICER_NUMBER_EXISTS,
                "ex_officer_absences_overlap", EvaluationProblem.ABSENCE_OVERLAPS,
                "ex_assignments_main", EvaluationProblem.ASSIGNMENT_MAIN_OVERLAPS,
                "ex_assignments_head", EvaluationProblem.ASSIGNMENT_HEAD_EXISTS,
                "ux_rule_sets_code_version", EvaluationProblem.RULE_SET_EXISTS,
                "ux_unit_tasks_external_key", EvaluationProblem.TASK_KEY_EXISTS);
    }
}
