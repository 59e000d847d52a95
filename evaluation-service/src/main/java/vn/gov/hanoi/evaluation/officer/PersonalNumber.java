package vn.gov.hanoi.evaluation.officer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.Refusal;

/**
 * The personal identification number (số định danh cá nhân) of 12 digits: 3 for the place where the birth was registered, 1 for century
 * and sex, 2 for the year of birth, 6 at random. Numbers with errors exist, so only the form is demanded and nothing is derived from it.
 */
final class PersonalNumber {
    private static final Pattern FORM = Pattern.compile("[0-9]{12}");
    /** First year of the first century that the fourth digit counts from. */
    private static final int FIRST_CENTURY = 1900;

    private final String digits;

    /** @param digits without fault */
    PersonalNumber(String digits) {
        this.digits = digits;
    }

    /** What does not agree with the rest of the identity. */
    enum Doubt {
        SEX("officer.number-sex-differs", "/sex"),
        YEAR("officer.number-year-differs", "/birthDate");

        private final String code;
        private final String pointer;

        Doubt(String code, String pointer) {
            this.code = code;
            this.pointer = pointer;
        }

        String code() {
            return code;
        }

        /** The other value of the disagreement. */
        String pointer() {
            return pointer;
        }
    }

    /** Refusal: officer.number-malformed; the number is not repeated. */
    static Optional<Refusal> fault(@Nullable String digits) {
        return digits == null || FORM.matcher(digits).matches()
                ? Optional.empty()
                : Optional.of(Refusal.of(EvaluationProblem.OFFICER_NUMBER_MALFORMED));
    }

    String digits() {
        return digits;
    }

    /** The first four and the last two digits. */
    String masked() {
        return digits.substring(0, 4) + "******" + digits.substring(10);
    }

    /** Where the number disagrees with sex, century or year of birth; what is not recorded agrees. */
    List<Doubt> doubts(@Nullable Sex sex, @Nullable LocalDate birthDate) {
        int mark = digits.charAt(3) - '0';
        var found = new ArrayList<Doubt>();
        if (sex != null && (mark % 2 == 0 ? Sex.MALE : Sex.FEMALE) != sex) {
            found.add(Doubt.SEX);
        }
        int year = FIRST_CENTURY + mark / 2 * 100 + Integer.parseInt(digits.substring(4, 6));
        if (birthDate != null && birthDate.getYear() != year) {
            found.add(Doubt.YEAR);
        }
        return found;
    }

    @Override
    public String toString() {
        return "PersonalNumber";
    }
}
