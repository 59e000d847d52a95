package vn.gov.hanoi.kernel.scope;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.callers.Credential;
import vn.gov.hanoi.callers.Declaration;
import vn.gov.hanoi.callers.Purposes;
import vn.gov.hanoi.callers.Undeclared;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/** The caller of the current request, read from the verified token only. */
@RequestScoped
public class CurrentCaller {
    private static final Purposes PURPOSES = Purposes.load();

    private final SecurityIdentity identity;
    private Declaration declared = Declaration.NONE;
    private @Nullable Caller known;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Caller get() {
        if (known == null) {
            known = read();
        }
        return known;
    }

    /**
     * Takes what the call says of itself; before the first {@link #get()}. Refusals: caller.header-malformed,
     * caller.organisation-not-bound, caller.purpose-missing, caller.purpose-unknown, caller.purpose-not-granted, caller.case-missing.
     *
     * @param headers all values of a header by its name
     * @param day today in Hanoi
     */
    public void declare(Function<String, List<String>> headers, LocalDate day) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return;
        }
        var credential = Credential.of(identity.getRoles(), token::<Object>getClaim);
        try {
            declared = Declaration.read(headers, credential, PURPOSES, Declaration.Need.OF_SYSTEMS, day);
        } catch (Undeclared fault) {
            throw new Refused(new Refusal(KernelProblem.of(fault.fault()), fault.args(), null, null));
        }
    }

    /** When the caller's token ends; long ago for who has none. */
    public Instant until() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Instant.ofEpochSecond(token.getExpirationTime())
                : Instant.EPOCH;
    }

    private Caller read() {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return new Caller("anonymous", "none", "anonymous", null, java.util.Set.of());
        }
        return new Caller(
                Objects.requireNonNull(token.getSubject()),
                text(token, "azp").orElse("unknown"),
                text(token, "name").orElse(""),
                text(token, "unit").orElse(null),
                text(token, "officer").orElse(null),
                identity.getRoles(),
                declared);
    }

    private static Optional<String> text(JsonWebToken token, String claim) {
        return token.claim(claim).map(Object::toString);
    }
}
