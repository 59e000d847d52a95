package vn.gov.hanoi.selection.condition;

import java.time.LocalDate;
import java.util.List;

/**
 * The age of retirement, which rises year by year (Labour Code 2019 art. 169, Decree 135/2020).
 *
 * @param steps by year, the earliest first; each holds until the next
 */
public record RetirementAges(String number, String issuer, LocalDate date, String confidence, List<Step> steps) {
    /**
     * Ages of those who reach them from a year on.
     *
     * @param femaleMonths age in months
     */
    public record Step(int year, int femaleMonths, int maleMonths) {}

    public RetirementAges {
        steps = List.copyOf(steps);
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).year() <= steps.get(i - 1).year()) {
                throw new IllegalArgumentException(
                        "years out of order: " + steps.get(i).year());
            }
        }
    }

    /** Day on which the age is reached that holds in the year of that day. */
    public LocalDate reachedOn(LocalDate birthDate, Sex sex) {
        for (int i = 0; i < steps.size() - 1; i++) {
            var day = birthDate.plusMonths(months(steps.get(i), sex));
            if (day.getYear() < steps.get(i + 1).year()) {
                return day;
            }
        }
        return birthDate.plusMonths(months(steps.getLast(), sex));
    }

    private static int months(Step step, Sex sex) {
        return sex == Sex.FEMALE ? step.femaleMonths() : step.maleMonths();
    }
}
