package vn.gov.hanoi.selection.ruleset;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The rules of appointments in force on one day; sources and marks stand beside the values in selection_defaults.
 *
 * @param nextRanked whether the next ranked may be proposed when somebody before does not become it
 * @param maximumTerms most consecutive terms of a person in a post
 * @param probationMonths months of probation; 0 for none
 * @param consents consents without which nobody is appointed
 */
public record AppointmentRules(boolean nextRanked, int maximumTerms, int probationMonths, Set<Consent> consents) {
    private static final List<String> CODES = List.of(
            "APPOINTMENT_NEXT_RANKED",
            "APPOINTMENT_MAXIMUM_TERMS",
            "APPOINTMENT_PROBATION_MONTHS",
            "APPOINTMENT_CONSENTS");

    /** Whose consent an appointment needs. */
    public enum Consent {
        /** Of the party committee (cấp ủy). */
        PARTY,
        /** Of the appointing authority. */
        AUTHORITY
    }

    public AppointmentRules {
        consents = Set.copyOf(consents);
    }

    /** Whether the values are a full set; before the first text of law there is none. */
    public static boolean isComplete(Map<String, String> values) {
        return values.keySet().containsAll(CODES);
    }

    /** Reads values by code; {@code isComplete} says whether all are there. */
    public static AppointmentRules from(Map<String, String> values) {
        var consents = EnumSet.noneOf(Consent.class);
        Arrays.stream(text(values, "APPOINTMENT_CONSENTS").split(","))
                .filter(each -> !each.isEmpty())
                .map(Consent::valueOf)
                .forEach(consents::add);
        return new AppointmentRules(
                Boolean.parseBoolean(text(values, "APPOINTMENT_NEXT_RANKED")),
                Integer.parseInt(text(values, "APPOINTMENT_MAXIMUM_TERMS")),
                Integer.parseInt(text(values, "APPOINTMENT_PROBATION_MONTHS")),
                consents);
    }

    private static String text(Map<String, String> values, String code) {
        return Objects.requireNonNull(values.get(code), code);
    }
}
