package vn.gov.hanoi.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gov.hanoi.gateway.token.Call.assertUnauthenticated;
import static vn.gov.hanoi.gateway.token.Call.withToken;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forged, foreign and stale tokens: each is 401 with a problem, and no service hears of it. */
@QuarkusTest
@WithStage
class TokenAttackTest {
    @BeforeEach
    void forget() {
        Call.seen();
    }

    @Test
    void shouldLetAValidTokenThroughUnchanged() {
        // Given
        var token = Token.usual().signed();

        // When
        var answer = withToken(token);

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var seen = Call.seen();
        assertThat(seen).hasSize(1);
        assertThat(seen.at("/0/target").asText()).isEqualTo(Call.GUARDED);
        assertThat(seen.at("/0/headers/authorization/0").asText()).isEqualTo("Bearer " + token);
    }

    @Test
    void A1_noToken() {
        // When Then
        assertUnauthenticated(Call.get(Call.GUARDED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"})
    void A1_noTokenInAnyMethod(String method) {
        // When
        var answer = Call.send(method, Call.GUARDED);

        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(Call.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "a.b",
                "a.b.c",
                "a.b.c.d.e",
                "...",
                "e30.e30.e30",
                "e30.e30.",
                "bnVsbA.bnVsbA.bnVsbA",
                "W10.W10.W10"
            })
    void A1_garbage(String token) {
        // When Then
        assertUnauthenticated(withToken(token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Basic Z2lhbmc6Z2lhbmc=", "Digest a", "", "Negotiate YII="})
    void A1_otherSchemes(String authorization) {
        // When Then
        assertUnauthenticated(Call.get(Call.GUARDED, "Authorization", authorization));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "NONE", "nOnE", ""})
    void A2_algorithmNone(String algorithm) {
        // Given
        var signature = Token.usual().signed();
        var unsigned = Token.usual().header("alg", algorithm).unsigned();

        // When Then
        assertUnauthenticated(withToken(unsigned));
        assertUnauthenticated(withToken(unsigned + signature.substring(signature.lastIndexOf('.') + 1)));
    }

    @Test
    void A3_publicKeyAsSecret() {
        // Given
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(Token.publicKey())
                + "\n-----END PUBLIC KEY-----\n";

        // When Then
        for (var secret : List.of(Token.publicKey(), pem.getBytes(StandardCharsets.US_ASCII))) {
            assertUnauthenticated(withToken(Token.usual().header("alg", "HS256").authenticatedBy(secret)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "HS512", "RSA-OAEP", "rs256"})
    void A3_algorithmOutsideTheList(String algorithm) {
        // When Then
        assertUnauthenticated(withToken(Token.usual().header("alg", algorithm).signed()));
    }

    /** The signature is good, so only the list of algorithms refuses it. */
    @ParameterizedTest
    @ValueSource(strings = {"RS384", "RS512", "PS256"})
    void A3_goodSignatureByAnAlgorithmOutsideTheList(String algorithm) {
        // When Then
        assertUnauthenticated(withToken(Token.usual().signedAs(algorithm)));
    }

    @Test
    void A4_otherKeyWithTheSameId() {
        // When Then
        assertUnauthenticated(withToken(Token.usual().signedByStranger()));
    }

    @Test
    void A5_keyOfferedByTheTokenItself() {
        // Given
        var attacker = System.getProperty(Stage.URL) + "/attacker";
        var jwk = Map.of("kty", "RSA", "kid", "own", "n", "AQAB", "e", "AQAB");

        // When Then
        for (var kid : List.of(Issuer.KEY_ID, "own")) {
            for (var name : List.of("jku", "x5u")) {
                assertUnauthenticated(withToken(
                        Token.usual().header("kid", kid).header(name, attacker).signedByStranger()));
            }
            assertUnauthenticated(withToken(
                    Token.usual().header("kid", kid).headerJson("jwk", jwk).signedByStranger()));
            assertUnauthenticated(withToken(Token.usual()
                    .header("kid", kid)
                    .headerJson("x5c", List.of("AAAA"))
                    .signedByStranger()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "' OR 1=1 --",
                "/dev/null",
                "key-2",
                "key-1\u0000",
                "key-1\r\nfaked log line",
                ""
            })
    void A6_oddKeyIds(String kid) {
        // When Then
        assertUnauthenticated(withToken(Token.usual().header("kid", kid).signedByStranger()));
        assertThat(Log.text()).doesNotContain("faked log line");
    }

    @Test
    void A7_outsideItsTime() {
        // When Then
        assertUnauthenticated(withToken(Token.usual().time("exp", -31).signed()));
        assertUnauthenticated(withToken(Token.usual().without("exp").signed()));
        assertUnauthenticated(withToken(Token.usual().time("nbf", 31).signed()));
        assertUnauthenticated(
                withToken(Token.usual().time("iat", 3600).time("exp", 7200).signed()));
    }

    @Test
    void A8_otherIssuers() {
        // Given
        var ours = System.getProperty(Issuer.URL);

        // When Then
        for (var other : List.of(
                ours + "/",
                ours + "2",
                ours.replace("/congvu", "/master"),
                ours.toUpperCase(java.util.Locale.ROOT),
                "",
                "https://example.org/realms/congvu")) {
            assertUnauthenticated(withToken(Token.usual().claim("iss", other).signed()));
        }
        assertUnauthenticated(withToken(Token.usual().without("iss").signed()));
        assertUnauthenticated(
                withToken(Token.usual().claim("iss", List.of(ours)).signed()));
    }

    @Test
    void A9_otherAudiences() {
        // When Then
        for (var other :
                List.of("account", "Congvu", "congvu ", "congvu2", "", List.of(), List.of("account", "other"))) {
            assertUnauthenticated(withToken(Token.usual().claim("aud", other).signed()));
        }
        assertUnauthenticated(withToken(Token.usual().without("aud").signed()));
    }

    @Test
    void A9_shouldAcceptOurAudienceAmongOthers() {
        // When
        var answer = withToken(
                Token.usual().claim("aud", List.of("account", "congvu")).signed());

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ID", "Refresh", "Offline", "Logout", ""})
    void A10_otherKindsOfToken(String type) {
        // When Then
        assertUnauthenticated(withToken(Token.usual().claim("typ", type).signed()));
    }

    @Test
    void A10_tokenThatDoesNotTellItsKindOrItsSubject() {
        // When Then
        assertUnauthenticated(withToken(Token.usual().without("typ").signed()));
        assertUnauthenticated(withToken(Token.usual().without("sub").signed()));
    }

    /** Nobody here asks for the key or the certificate, so a token that needs one is good for nothing. */
    @Test
    void A15_boundTokenWithoutItsKey() {
        // Given
        var thumbprint = "A".repeat(43);
        var byKey = Token.usual().claim("cnf", Map.of("jkt", thumbprint)).signed();

        // When Then
        assertUnauthenticated(withToken(
                Token.usual().claim("cnf", Map.of("x5t#S256", thumbprint)).signed()));
        assertUnauthenticated(withToken(byKey));
        assertUnauthenticated(withToken(byKey));
        assertUnauthenticated(withToken(Token.usual().claim("cnf", Map.of()).signed()));
        assertUnauthenticated(withToken(Token.usual().claim("typ", "DPoP").signed()));
        assertUnauthenticated(Call.get(
                Call.GUARDED,
                "Authorization",
                "DPoP " + byKey,
                "DPoP",
                Token.usual().header("typ", "dpop+jwt").signedByStranger()));
    }

    @Test
    void A16_oneCharacterChanged() {
        // Given
        var token = Token.usual().signed();
        assertThat(withToken(token).statusCode()).isEqualTo(200);
        Call.seen();
        int signature = token.lastIndexOf('.') + 1;

        // When Then
        for (int place : new int[] {2, token.indexOf('.') + 5, signature - 3, signature, token.length() - 20}) {
            char other = token.charAt(place) == 'A' ? 'B' : 'A';
            assertUnauthenticated(withToken(token.substring(0, place) + other + token.substring(place + 1)));
        }
        assertUnauthenticated(withToken(token.substring(0, token.length() - 4)));
    }
}
