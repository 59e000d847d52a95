package vn.gov.hanoi.callers;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What personal data may be asked for.
 *
 * @param code stable, upper case
 * @param names in both languages
 * @param about what it is for, in both languages
 * @param caseRequired whether each call names the file or decision that justifies it
 * @param roles a person with one of these roles may use it; none: persons may not
 * @param systems whether systems may be given it; which of them is said by their credentials
 * @param validFrom first day
 * @param validTo first day without it; null while it goes on
 * @param legalBasis law that it rests on
 * @param mark LAW, SECONDARY or ASSUMED
 * @param legalCheck true: a lawyer has not yet confirmed it
 */
public record Purpose(
        String code,
        Text names,
        Text about,
        boolean caseRequired,
        Set<String> roles,
        boolean systems,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String legalBasis,
        String mark,
        boolean legalCheck) {
    /** A text in both languages. */
    public record Text(String vi, String en) {}

    public Purpose {
        roles = Set.copyOf(roles);
    }

    /** Whether the credential may be used for this. */
    public boolean isGrantedTo(Credential credential) {
        return credential.system()
                ? systems && credential.purposes().contains(code)
                : credential.roles().stream().anyMatch(roles::contains);
    }

    boolean isInForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
}
