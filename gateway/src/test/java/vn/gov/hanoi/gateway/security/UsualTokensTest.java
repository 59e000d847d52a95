package vn.gov.hanoi.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.kernel.testing.ForgedToken;

/** What is judged at once, and what is left to the library. */
class UsualTokensTest {
    private static final String ISSUER = "https://id.example/realms/congvu";
    private static final String KEY = "key-1";
    private static final KeyPair PAIR = pair();

    private final UsualTokens tokens = new UsualTokens(
            id -> id.equals(KEY) ? Optional.of((RSAPublicKey) PAIR.getPublic()) : Optional.empty(), ISSUER);

    @Test
    void shouldReadOfATokenWhatTheLibraryReads() throws InvalidJwtException {
        // Given
        var several = List.of(
                usual(),
                usual().claim("preferred_username", "giang").claim("sid", "s-1"),
                usual().claim("upn", "giang@hanoi").claim("preferred_username", "giang"),
                usual().claim("aud", List.of("account", "congvu")),
                usual().claim("organisation", "H26.23").claim("purposes", List.of("PAYROLL", "REWARD")),
                usual().without("realm_access"),
                usual().claim("resource_access", Map.of("a", Map.of("roles", List.of("x")))));

        for (var token : several) {
            // When
            var signed = token.signed();
            var reading = tokens.read(signed);

            // Then
            assertThat(reading.judged()).isTrue();
            assertThat(reading.caller()).isEqualTo(asTheLibraryReads(signed));
        }
    }

    private static Caller asTheLibraryReads(String token) throws InvalidJwtException {
        var claims = JwtClaims.parse(
                new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
        var roles = claims.getClaimValue("realm_access") instanceof Map<?, ?> access
                        && access.get("roles") instanceof List<?> names
                ? names.stream().map(Object::toString).toList()
                : List.<String>of();
        var identity = QuarkusSecurityIdentity.builder().setPrincipal(new DefaultJWTCallerPrincipal(claims));
        roles.forEach(identity::addRole);
        return Caller.of(identity.build()).orElseThrow();
    }

    @Test
    void A4_A16_shouldRefuseWhatOurKeyDidNotSign() {
        // Given
        var token = usual().signed();
        var other = usual().claim("sub", "admin").signed();
        var parts = token.split("\\.");

        // When Then
        for (var forged : List.of(
                usual().signedByStranger(),
                parts[0] + "." + other.split("\\.")[1] + "." + parts[2],
                otherLeftOverBits(token),
                token.substring(0, token.length() - 4))) {
            assertThat(tokens.read(forged)).as(forged).isEqualTo(new UsualTokens.Reading(true, null));
            assertThat(tokens.read(token).caller()).as("after it").isNotNull();
        }
    }

    /** The last character of a signature of 256 bytes has four bits that mean nothing. */
    private static String otherLeftOverBits(String token) {
        var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = alphabet.indexOf(token.charAt(token.length() - 1));
        return token.substring(0, token.length() - 1) + alphabet.charAt(last + 1);
    }

    @Test
    void A16_shouldGiveNobodyForAnyOneCharacterChanged() {
        // Given
        var token = usual().signed();
        var random = new Random(16);

        for (int i = 0; i < 3_000; i++) {
            // When
            int place = random.nextInt(token.length());
            var other = (char) (random.nextInt(94) + 33);
            var changed = token.substring(0, place) + other + token.substring(place + 1);

            // Then
            if (!changed.equals(token)) {
                assertThat(tokens.read(changed).caller()).as(changed).isNull();
            }
        }
        assertThat(tokens.read(token).caller()).isNotNull();
    }

    @Test
    void shouldLeaveOtherHeadersAndKeysToTheLibrary() {
        for (var odd : List.of(
                usual().header("kid", "other").signed(),
                usual().header("alg", "none").unsigned(),
                usual().header("typ", "at+jwt").signed(),
                usual().header("jku", "https://attacker.example").signed(),
                usual().headerJson("crit", List.of("exp")).signed(),
                usual().signedAs("PS256"),
                usual().signedAs("RS512"),
                "e30.e30.e30",
                "..",
                "a",
                "",
                usual().signed() + ".x",
                usual().signed().substring(0, 150))) {
            assertLeft(odd);
        }
    }

    @Test
    void shouldLeaveOddClaimsToTheLibrary() {
        for (var name : List.of("iss", "sub", "typ", "aud", "iat", "exp")) {
            assertLeft(usual().without(name).signed());
            assertLeft(usual().claim(name, null).signed());
            assertLeft(usual().claim(name, true).signed());
            assertLeft(usual().claim(name, Map.of("a", 1)).signed());
        }
        for (var odd : Map.<String, Object>of(
                        "iss",
                        ISSUER + "/",
                        "exp",
                        1.5,
                        "iat",
                        -1,
                        "nbf",
                        0,
                        "cnf",
                        Map.of(),
                        "sub",
                        "",
                        "aud",
                        List.of("congvu", 7),
                        "unit",
                        26,
                        "purposes",
                        "PAYROLL",
                        "realm_access",
                        Map.of("roles", "operator"))
                .entrySet()) {
            assertLeft(usual().claim(odd.getKey(), odd.getValue()).signed());
        }
        assertLeft(usual().claim("exp", Long.MAX_VALUE).signed());
        assertLeft(usual().claim("realm_access", Map.of("roles", List.of("a"), "verify_caller", true))
                .signed());
    }

    @Test
    void A14_shouldLeaveOddContentToTheLibrary() {
        List<UnaryOperator<String>> changes = List.of(
                claims -> "{\"aud\":\"congvu\"," + claims.substring(1),
                claims -> claims.replace("\"sub\":", "\"sub\":\"admin\",\"sub\":"),
                claims -> claims.replace("\"sub\":", "\"s\\u0075b\":\"admin\",\"sub\":"),
                claims -> claims.replace("\"roles\":", "\"roles\":[\"operator\"],\"roles\":"),
                claims -> "{\"x\":{\"y\":1,\"y\":2}," + claims.substring(1),
                claims -> "{\"x\":" + "[".repeat(20) + "]".repeat(20) + "," + claims.substring(1),
                claims -> claims + " {}",
                claims -> " " + claims,
                claims -> claims.substring(0, claims.length() - 1),
                claims -> "null",
                claims -> "[]",
                claims -> "",
                claims -> String.join("\u0000", claims.split("")) + "\u0000");
        for (var change : changes) {
            assertLeft(usual().raw(change).signed());
        }
    }

    private void assertLeft(String token) {
        assertThat(tokens.read(token)).as(token).isEqualTo(new UsualTokens.Reading(false, null));
    }

    private static ForgedToken usual() {
        return new ForgedToken(
                ISSUER,
                KEY,
                Base64.getEncoder().encodeToString(PAIR.getPrivate().getEncoded()));
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
