package vn.gov.hanoi.selection.ruleset;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The parameters of selection in force on one day; sources and marks stand beside the values in selection_defaults.
 *
 * @param minimumCandidates fewest candidates for each position (2424/BNV-CCVC of 09/05/2017)
 * @param minimumDossierDays shortest time for handing in dossiers, calendar days (assumed; legal_check)
 * @param requiredMedia media that every announcement needs
 * @param unitTypes types of unit whose posts are in the pilot (Hanoi programme 2020)
 */
public record SelectionDefaults(
        int minimumCandidates, int minimumDossierDays, Set<Medium> requiredMedia, Set<String> unitTypes) {
    private static final String CANDIDATES = "MINIMUM_CANDIDATES";
    private static final String DOSSIER_DAYS = "MINIMUM_DOSSIER_DAYS";
    private static final String MEDIA = "REQUIRED_MEDIA";
    private static final String TYPES = "UNIT_TYPES";

    public SelectionDefaults {
        requiredMedia = Set.copyOf(requiredMedia);
        unitTypes = Set.copyOf(unitTypes);
    }

    /** Reads values by code; {@code isComplete} says whether all are there. */
    public static SelectionDefaults from(Map<String, String> values) {
        return new SelectionDefaults(
                Integer.parseInt(value(values, CANDIDATES)),
                Integer.parseInt(value(values, DOSSIER_DAYS)),
                Arrays.stream(value(values, MEDIA).split(","))
                        .map(Medium::valueOf)
                        .collect(Collectors.toSet()),
                Set.of(value(values, TYPES).split(",")));
    }

    /** Whether the values are a full set; before the first text of law there is none. */
    public static boolean isComplete(Map<String, String> values) {
        return values.keySet().containsAll(List.of(CANDIDATES, DOSSIER_DAYS, MEDIA, TYPES));
    }

    /** Whether posts of units of this type are chosen by selection. */
    public boolean coversUnitType(String type) {
        return unitTypes.contains(type);
    }

    /** The unit types in the pilot, in a fixed order, for texts. */
    public String unitTypesText() {
        return String.join(", ", new TreeSet<>(unitTypes));
    }

    /** The media that are required and not among the given, in the order of the enum. */
    public List<Medium> missingMedia(Collection<Medium> given) {
        var missing = EnumSet.noneOf(Medium.class);
        missing.addAll(requiredMedia);
        given.forEach(missing::remove);
        return List.copyOf(missing);
    }

    /**
     * Length of a dossier window in calendar days, the first day not counted: 16/10 to 10/11 is 25 days, as the Ministry of Home
     * Affairs counted in 2017.
     */
    public static long dossierDays(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }

    private static String value(Map<String, String> values, String code) {
        return Objects.requireNonNull(values.get(code), code);
    }
}
