package vn.gov.hanoi.gateway.security;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import vn.gov.hanoi.callers.Credential;

/**
 * Who a verified token is of, and what the token says that is looked at for each request: read once, judged every time.
 *
 * @param principal what the caller is called by: user name, or subject if there is none
 * @param name claim {@code name}; empty if there is none
 * @param kind claim {@code typ}; empty if there is none
 * @param subject claim {@code sub}
 * @param session of the issuer, claim {@code sid}; empty if there is none
 * @param client claim {@code azp}; empty if there is none
 * @param unit code of the unit; empty if there is none
 * @param bound whether the token is bound to a key or certificate (claim {@code cnf}, RFC 7800); nobody here asks for it, so that who shows the token may
 *     have stolen it
 * @param credential what the token proves of who calls
 * @param audiences whom the token is for
 * @param issuedAt seconds since 1970
 * @param expiresAt seconds since 1970
 */
public record Caller(
        String principal,
        String name,
        String kind,
        String subject,
        String session,
        String client,
        String unit,
        boolean bound,
        Credential credential,
        Set<String> audiences,
        long issuedAt,
        long expiresAt) {
    /** Empty if the identity is nobody's or comes from something else than a token. */
    static Optional<Caller> of(SecurityIdentity identity) {
        return !identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.of(read(identity, token))
                : Optional.empty();
    }

    private static Caller read(SecurityIdentity identity, JsonWebToken token) {
        var audiences = token.getAudience();
        var subject = token.getSubject();
        return new Caller(
                token.getName(),
                text(token, "name"),
                text(token, "typ"),
                subject == null ? "" : subject,
                text(token, "sid"),
                text(token, "azp"),
                text(token, "unit"),
                token.containsClaim("cnf"),
                Credential.of(identity.getRoles(), token::<Object>getClaim),
                audiences == null ? Set.of() : Set.copyOf(audiences),
                token.getIssuedAtTime(),
                token.getExpirationTime());
    }

    private static String text(JsonWebToken token, String claim) {
        return token.claim(claim).map(Object::toString).orElse("");
    }

    /** @param claims as {@link UsualTokens} reads them */
    static Caller of(Map<String, Object> claims) {
        var subject = text(claims, "sub");
        var roles = Set.copyOf(texts(claims, "realm_access"));
        return new Caller(
                text(
                        claims,
                        claims.containsKey("upn")
                                ? "upn"
                                : claims.containsKey("preferred_username") ? "preferred_username" : "sub"),
                text(claims, "name"),
                text(claims, "typ"),
                subject,
                text(claims, "sid"),
                text(claims, "azp"),
                text(claims, "unit"),
                false,
                Credential.of(roles, claims::get),
                Set.copyOf(texts(claims, "aud")),
                number(claims, "iat"),
                number(claims, "exp"));
    }

    private static String text(Map<String, Object> claims, String name) {
        return claims.getOrDefault(name, "").toString();
    }

    private static List<String> texts(Map<String, Object> claims, String name) {
        return claims.getOrDefault(name, List.of()) instanceof Collection<?> several
                ? several.stream().map(Object::toString).toList()
                : List.of();
    }

    private static long number(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof Long seconds ? seconds : 0;
    }
}
