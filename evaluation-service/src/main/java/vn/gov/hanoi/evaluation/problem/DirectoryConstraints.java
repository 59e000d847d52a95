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
        return Map.ofEntries(
                Map.entry("ex_unit_codes_code", EvaluationProblem.UNIT_CODE_EXISTS),
                Map.entry("ux_objections_evaluation_id", EvaluationProblem.OBJECTION_OPEN),
                Map.entry("ex_advisory_lines_overlap", EvaluationProblem.LINE_OVERLAPS),
                Map.entry("ex_similar_task_group_units_overlap", EvaluationProblem.GROUP_OVERLAPS),
                Map.entry("ux_inspections_plan_line_id", EvaluationProblem.INSPECTION_PLAN_LINE_TAKEN),
                Map.entry("ux_inspections_finding_id", EvaluationProblem.FINDING_RE_INSPECTION_OPEN),
                Map.entry("ux_checklists_code_version", EvaluationProblem.CHECKLIST_PUBLISHED),
                Map.entry("ux_units_root", EvaluationProblem.UNIT_ROOT_EXISTS),
                Map.entry("ux_officers_officer_code", EvaluationProblem.OFFICER_CODE_EXISTS),
                Map.entry("ux_officer_states_number", EvaluationProblem.OFFICER_NUMBER_EXISTS),
                Map.entry("ex_officer_absences_overlap", EvaluationProblem.ABSENCE_OVERLAPS),
                Map.entry("ex_assignments_main", EvaluationProblem.ASSIGNMENT_MAIN_OVERLAPS),
                Map.entry("ex_assignments_head", EvaluationProblem.ASSIGNMENT_HEAD_EXISTS),
                Map.entry("ux_rule_sets_code_version", EvaluationProblem.RULE_SET_EXISTS),
                Map.entry("ux_unit_tasks_external_key", EvaluationProblem.TASK_KEY_EXISTS));
    }
}
