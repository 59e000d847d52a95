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
                "ux_applications_post_officer", SelectionProblem.APPLICATION_EXISTS);
    }
}
