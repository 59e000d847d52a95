package vn.gov.hanoi.selection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import vn.gov.hanoi.kernel.problem.ConstraintCodes;
import vn.gov.hanoi.kernel.problem.ProblemCode;

/** The constraints that two honest callers can run into together. The others repeat rules of the aggregate; to meet one is our fault. */
@ApplicationScoped
class SelectionConstraints implements ConstraintCodes {
    @Override
    public Map<String, ProblemCode> codes() {
        return Map.of(
                "ux_vacancies_unit_title_decision", SelectionProblem.VACANCY_EXISTS,
                "ux_applications_post_officer", SelectionProblem.APPLICATION_EXISTS,
                "pk_written_exams", SelectionProblem.EXAM_EXISTS,
                "ux_panels_round_body", SelectionProblem.PANEL_EXISTS,
                "ux_conflicts_round_member_candidate_ground_source", SelectionProblem.CONFLICT_EXISTS,
                "ux_conflict_waivers_round_member_candidate_ground", SelectionProblem.CONFLICT_WAIVED,
                "ux_objections_paper", SelectionProblem.OBJECTION_EXISTS);
    }
}
