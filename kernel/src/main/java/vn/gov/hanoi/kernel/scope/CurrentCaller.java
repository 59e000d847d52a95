package vn.gov.hanoi.kernel.scope;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The caller of the current request, read from the verified token only. */
@RequestScoped
public class CurrentCaller {
    private final SecurityIdentity identity;
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
                identity.getRoles());
    }

    private static Optional<String> text(JsonWebToken token, String claim) {
        return token.claim(claim).map(Object::toString);
    }
}
