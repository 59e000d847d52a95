package vn.gov.hanoi.evaluation.officer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.text.TextRule;
import vn.gov.hanoi.kernel.problem.Refusal;

/** What somebody wants recorded as an officer with the first, main post. */
record OfficerDraft(
        String officerCode,
        String fullName,
        Category category,
        @Nullable LocalDate birthDate,
        AssignmentDraft assignment) {
    /** Refusals: officer.code-malformed, those of the name and the post, officer.birth-date-late, assignment.not-main. */
    List<Refusal> faults() {
        return new Faults()
                .add("/officerCode", OfficerCode.fault(officerCode))
                .add("/fullName", TextRule.PERSON_NAME.fault(fullName))
                .date("/birthDate", birthDate)
                .addAll(assignment.faults("/assignment"))
                .add("/birthDate", birthFault())
                .add(
                        "/assignment/main",
                        assignment.main()
                                ? Optional.empty()
                                : Optional.of(Refusal.of(EvaluationProblem.ASSIGNMENT_NOT_MAIN)))
                .all();
    }

    /** Refusal: officer.birth-date-late. */
    Optional<Refusal> birthFault() {
        return birthDate == null || birthDate.isBefore(assignment.validity().from())
                ? Optional.empty()
                : Optional.of(Refusal.of(EvaluationProblem.OFFICER_BIRTH_DATE_LATE));
    }
}
