package vn.gov.hanoi.callers;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a verified token proves of who calls.
 *
 * @param system whether a system calls for itself (client credentials) and no person
 * @param roles names of the suite's roles
 * @param unit code of the unit that bounds what may be touched; null if none
 * @param organisation electronic code of the agency that the token is bound to; null if it is bound by its unit only
 * @param purposes purposes that a system was registered for
 */
public record Credential(
        boolean system,
        Set<String> roles,
        @Nullable String unit,
        @Nullable String organisation,
        Set<String> purposes) {
    /** The issuer gives this name to the account of a system, and to nobody else. */
    private static final String SYSTEM_ACCOUNT = "service-account-";

    /** City and agency: {@code H26.23}. */
    private static final int LEVELS = 2;

    public Credential {
        roles = Set.copyOf(roles);
        purposes = Set.copyOf(purposes);
    }

    /**
     * As a token of our issuer tells it.
     *
     * @param claim value of a claim by its name; null if it is not there
     */
    public static Credential of(Set<String> roles, Function<String, @Nullable Object> claim) {
        var organisation = text(claim.apply("organisation"));
        var name = text(claim.apply("preferred_username"));
        boolean system = organisation != null || (name != null && name.startsWith(SYSTEM_ACCOUNT));
        var purposes = claim.apply("purposes") instanceof Collection<?> several
                ? several.stream().map(Credential::bare).collect(Collectors.toUnmodifiableSet())
                : Set.<String>of();
        return new Credential(system, roles, text(claim.apply("unit")), organisation, purposes);
    }

    /** Whether the caller may say that it asks for this organisation: the one it is bound to, or, for a person, unit or agency. */
    boolean binds(String named) {
        if (system) {
            return named.equals(organisation);
        }
        return unit != null && (named.equals(unit) || named.equals(agency(unit)));
    }

    private static String agency(String unit) {
        var levels = unit.split("\\.", LEVELS + 1);
        return levels.length < LEVELS ? levels[0] : levels[0] + "." + levels[1];
    }

    private static @Nullable String text(@Nullable Object claim) {
        return claim == null ? null : bare(claim);
    }

    /** Without the quotes of a JSON text: some libraries hand out claims as JSON values. */
    private static String bare(Object claim) {
        var text = claim.toString();
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
