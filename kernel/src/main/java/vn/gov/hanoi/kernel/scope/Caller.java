package vn.gov.hanoi.kernel.scope;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.callers.Declaration;

/**
 * Who asks.
 *
 * @param subject the natural person or, for a system, its service account; stable, opaque
 * @param client the application that holds the token
 * @param name display name, for audit views only
 * @param unitCode code of the unit that bounds what the caller may touch; null means nothing
 * @param officerCode code of the officer that the person is in the directory; null for systems and for who is none
 * @param roles names of the suite's roles
 * @param declared what the call says of itself, for the audit
 */
public record Caller(
        String subject,
        String client,
        String name,
        @Nullable String unitCode,
        @Nullable String officerCode,
        Set<String> roles,
        Declaration declared) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Whose call says nothing of itself. */
    public Caller(
            String subject,
            String client,
            String name,
            @Nullable String unitCode,
            @Nullable String officerCode,
            Set<String> roles) {
        this(subject, client, name, unitCode, officerCode, roles, Declaration.NONE);
    }

    /** Somebody who is no officer of the directory. */
    public Caller(String subject, String client, String name, @Nullable String unitCode, Set<String> roles) {
        this(subject, client, name, unitCode, null, roles);
    }

    /** The suite itself, when an event or a job acts. */
    public static Caller system(String name) {
        return new Caller("system", name, name, null, Set.of());
    }
}
