package vn.gov.hanoi.localstack.city;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Makes personal numbers (số định danh cá nhân) of the right form, each once: 001 for Hà Nội, a digit for century and sex, two for the year
 * of birth, six more. The last six are counted from 900001, so that they come from no person and nobody takes them for somebody's.
 */
final class PersonalNumbers {
    private static final int FIRST = 900_000;

    private final Map<String, Integer> given = new HashMap<>();

    /** @param birthYear 1900 to 2099 */
    String next(OfficerRow.Sex sex, int birthYear) {
        var century = 2 * (birthYear / 100 - 19) + (sex == OfficerRow.Sex.FEMALE ? 1 : 0);
        var beginning = String.format(Locale.ROOT, "001%d%02d", century, birthYear % 100);
        return beginning + (FIRST + given.merge(beginning, 1, Integer::sum));
    }
}
