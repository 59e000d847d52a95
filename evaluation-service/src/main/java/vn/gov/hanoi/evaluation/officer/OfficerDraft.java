package vn.gov.hanoi.evaluation.officer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.text.TextRule;
import vn.gov.hanoi.evaluation.text.VietnameseText;
import vn.gov.hanoi.evaluation.timeline.Faults;
import vn.gov.hanoi.kernel.problem.Refusal;

/** What somebody wants recorded as an officer with the first, main post. */
record OfficerDraft(
        String officerCode,
        String fullName,
        Category category,
        @Nullable LocalDate birthDate,
        @Nullable Sex sex,
        @Nullable String personalNumber,
        PostDraft post) {
    /** A name as it is kept: normal form, without white space outside. */
    static String name(String typed) {
        return VietnameseText.nfc(typed.strip());
    }

    /** Refusals: officer.code-malformed, those of the name and the post, officer.birth-date-late, officer.number-malformed. */
    List<Refusal> faults() {
        return new Faults()
                .add("/officerCode", OfficerCode.fault(officerCode))
                .add("/fullName", TextRule.PERSON_NAME.fault(fullName))
                .date("/birthDate", birthDate)
                .add("/personalNumber", PersonalNumber.fault(personalNumber))
                .addAll(post.faults("/assignment"))
                .add("/birthDate", birthFault())
                .all();
    }

    /** Refusal: officer.birth-date-late. */
    Optional<Refusal> birthFault() {
        return birthFault(birthDate, post.validity().from());
    }

    /** Nobody begins on the day of birth or before. Refusal: officer.birth-date-late. */
    static Optional<Refusal> birthFault(@Nullable LocalDate birthDate, LocalDate begin) {
        return birthDate == null || birthDate.isBefore(begin)
                ? Optional.empty()
                : Optional.of(Refusal.of(EvaluationProblem.OFFICER_BIRTH_DATE_LATE));
    }

    /** Number and name stay out of every text that a log could take. */
    @Override
    public String toString() {
        return "OfficerDraft[" + officerCode + "]";
    }
}
