package vn.gov.hanoi.kernel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * Forged, foreign, stale and misplaced tokens shown to a service itself, past the gateway: each is 401 with a problem. Each service has a
 * test that extends this one.
 */
public abstract class TokenAttacks {
    /** Guarded, the same in each service, and it asks for no unit that would have to be known. */
    private final String guarded =
            "/" + ConfigProvider.getConfig().getValue("congvu.service", String.class) + "/v1/ops/dead-letters";

    private static ForgedToken usual() {
        return ForgedToken.ofTestIssuer();
    }

    @Test
    void shouldTakeATokenThatHasNothingWrong() {
        assertThat(withToken(usual().signed()).statusCode()).isEqualTo(200);
        assertThat(withToken(usual().claim("aud", List.of("account", "congvu")).signed())
                        .statusCode())
                .as("A9: our audience among others")
                .isEqualTo(200);
        assertThat(withToken(usual().claim("note", "a".repeat(6_000)).signed()).statusCode())
                .as("A14: 8 kB")
                .isEqualTo(200);
        for (var scheme : List.of("bearer", "BEARER")) {
            assertThat(authorized(scheme + " " + usual().signed()).statusCode())
                    .as("A13: the scheme in any case")
                    .isEqualTo(200);
        }
    }

    @Test
    void A1_noTokenOrAnotherScheme() {
        unauthenticated("none", Api.anonymous().get(guarded));
        for (var other : List.of("Bearer", "Bearer ", "Basic Z2lhbmc6Z2lhbmc=", "Digest a", "Negotiate YII=")) {
            unauthenticated(other, authorized(other));
        }
        for (var garbage : List.of("x", "a.b.c", "a.b.c.d.e", "...", "e30.e30.e30", "W10.W10.W10")) {
            unauthenticated(garbage, withToken(garbage));
        }
    }

    @Test
    void A2_A3_otherAlgorithms() {
        // Given
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(usual().publicKey())
                + "\n-----END PUBLIC KEY-----\n";

        // When Then
        for (var none : List.of("none", "NONE", "nOnE", "")) {
            unauthenticated("none", withToken(usual().header("alg", none).unsigned()));
        }
        for (var secret : List.of(usual().publicKey(), pem.getBytes(StandardCharsets.US_ASCII))) {
            unauthenticated(
                    "the public key as secret",
                    withToken(usual().header("alg", "HS256").authenticatedBy(secret)));
        }
        for (var algorithm : List.of("PS256", "RS384", "RS512")) {
            unauthenticated(algorithm, withToken(usual().signedAs(algorithm)));
        }
    }

    @Test
    void A4_A5_A6_otherKeys() throws IOException {
        try (var attacker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            attacker.setSoTimeout((int) Duration.ofMillis(200).toMillis());
            var address = "http://127.0.0.1:" + attacker.getLocalPort() + "/keys";

            // When Then
            unauthenticated("other key, same id", withToken(usual().signedByStranger()));
            for (var name : List.of("jku", "x5u")) {
                unauthenticated(name, withToken(usual().header(name, address).signedByStranger()));
                unauthenticated(
                        name,
                        withToken(usual().header("kid", "own")
                                .header(name, address)
                                .signedByStranger()));
            }
            var jwk = Map.of("kty", "RSA", "kid", "own", "n", "AQAB", "e", "AQAB");
            unauthenticated("jwk", withToken(usual().headerJson("jwk", jwk).signedByStranger()));
            for (var kid : List.of("../../etc/passwd", "' OR 1=1 --", "/dev/null", "", "test-key\u0000", "a\r\nb")) {
                unauthenticated("kid", withToken(usual().header("kid", kid).signedByStranger()));
                unauthenticated("kid", withToken(usual().header("kid", kid).signed()));
            }
            org.assertj.core.api.Assertions.assertThatThrownBy(attacker::accept)
                    .as("the attacker's address is never called")
                    .isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void A7_outsideItsTime() {
        unauthenticated("expired", withToken(usual().time("exp", -31).signed()));
        unauthenticated("no end", withToken(usual().without("exp").signed()));
        unauthenticated("not yet", withToken(usual().time("nbf", 31).signed()));
        unauthenticated(
                "from the future",
                withToken(usual().time("iat", 3_600).time("exp", 7_200).signed()));
        unauthenticated("no beginning", withToken(usual().without("iat").signed()));
    }

    @Test
    void A8_A9_otherIssuersAndAudiences() {
        // Given
        var ours = System.getProperty(TestIssuer.ISSUER);

        // When Then
        for (var other :
                List.of(ours + "/", ours.replace("/congvu", "/master"), ours.toUpperCase(Locale.ROOT), "", "x")) {
            unauthenticated(other, withToken(usual().claim("iss", other).signed()));
        }
        unauthenticated("no issuer", withToken(usual().without("iss").signed()));
        for (var other : List.of("account", "Congvu", "congvu ", "", List.of(), List.of("account", "other"))) {
            unauthenticated(
                    "audience " + other, withToken(usual().claim("aud", other).signed()));
        }
        unauthenticated("no audience", withToken(usual().without("aud").signed()));
    }

    @Test
    void A10_otherKindsOfToken() {
        for (var kind : List.of("ID", "Refresh", "Offline", "Logout", "")) {
            unauthenticated(kind, withToken(usual().claim("typ", kind).signed()));
        }
        unauthenticated("no kind", withToken(usual().without("typ").signed()));
        unauthenticated("nobody", withToken(usual().without("sub").signed()));
    }

    @Test
    void A12_unknownKeysCauseNoStormOfFetches() {
        // Given
        int before = TestIssuer.keyFetches();

        // When
        for (int i = 0; i < 50; i++) {
            unauthenticated(
                    "unknown key", withToken(usual().header("kid", "new-" + i).signedByStranger()));
        }

        // Then
        assertThat(TestIssuer.keyFetches() - before)
                .as("fetches for 50 unknown keys")
                .isLessThan(5);
        assertThat(withToken(usual().signed()).statusCode()).isEqualTo(200);
    }

    @Test
    void A13_tokenInAnotherPlaceOrTwice() {
        // Given
        var token = usual().signed();
        var good = "Bearer " + token;

        // When Then
        unauthenticated("query", Api.anonymous().get(guarded + "?access_token=" + token));
        for (var header : List.of("Cookie", "X-Authorization", "Proxy-Authorization", "X-Access-Token")) {
            var value = header.equals("Cookie") ? "q_session=" + token + "; Authorization=" + token : good;
            unauthenticated(header, Api.anonymous().header(header, value).get(guarded));
        }
        for (var second : List.of(good, "Bearer x", "Basic eA==")) {
            unauthenticated("two", authorized(good, second));
            unauthenticated("two", authorized(second, good));
        }
        for (var value : List.of("Bearer " + good, good + ", " + good, good + " x", "Bearer:" + token, token)) {
            unauthenticated("two in one", authorized(value));
        }
    }

    @Test
    void A14_oddContent() {
        unauthenticated(
                "duplicate",
                withToken(usual().raw(claims -> "{\"aud\":\"congvu\"," + claims.substring(1))
                        .signed()));
        unauthenticated(
                "duplicate",
                withToken(usual().raw(claims -> claims.replace("\"sub\":", "\"sub\":\"admin\",\"sub\":"))
                        .signed()));
        for (var content : List.of("null", "[]", "{", "", "{\"exp\":1e999}", "\u0000", "[".repeat(3_000))) {
            unauthenticated("content", withToken(usual().raw(claims -> content).signed()));
        }
        unauthenticated(
                "deep",
                withToken(usual().raw(
                                claims -> "{\"x\":" + "[".repeat(2_000) + "]".repeat(2_000) + "," + claims.substring(1))
                        .signed()));
        for (var kind : Map.of("exp", "tomorrow", "iat", "now").entrySet()) {
            unauthenticated(
                    "kind",
                    withToken(usual().claim(kind.getKey(), kind.getValue()).signed()));
        }
        unauthenticated("kind", withToken(usual().claim("sub", 7).signed()));
        unauthenticated(
                "kind", withToken(usual().claim("typ", List.of("Bearer")).signed()));
    }

    @Test
    void A14_tokenThatIsTooLarge() {
        for (int size : new int[] {64 * 1024, 1024 * 1024}) {
            assertThat(RawExchange.answer("GET " + guarded + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + "a".repeat(size) + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 431");
        }
    }

    /** Nobody here asks for the key or the certificate, so a token that needs one is good for nothing. */
    @Test
    void A15_boundTokenWithoutItsKey() {
        // Given
        var thumbprint = "A".repeat(43);
        var byKey = usual().claim("cnf", Map.of("jkt", thumbprint)).signed();

        // When Then
        unauthenticated(
                "certificate",
                withToken(usual().claim("cnf", Map.of("x5t#S256", thumbprint)).signed()));
        unauthenticated("key", withToken(byKey));
        unauthenticated("again, in case it was remembered", withToken(byKey));
        unauthenticated("neither", withToken(usual().claim("cnf", Map.of()).signed()));
        unauthenticated("DPoP", withToken(usual().claim("typ", "DPoP").signed()));
        unauthenticated(
                "with a proof",
                Api.anonymous()
                        .header("Authorization", "DPoP " + byKey)
                        .header("DPoP", usual().signedByStranger())
                        .get(guarded));
    }

    @Test
    void A16_oneCharacterChanged() {
        // Given
        var token = usual().signed();
        assertThat(withToken(token).statusCode()).isEqualTo(200);
        int signature = token.lastIndexOf('.') + 1;

        // When Then
        for (int place : new int[] {2, token.indexOf('.') + 5, signature - 3, signature, token.length() - 20}) {
            char other = token.charAt(place) == 'A' ? 'B' : 'A';
            unauthenticated("changed", withToken(token.substring(0, place) + other + token.substring(place + 1)));
        }
        unauthenticated("cut", withToken(token.substring(0, token.length() - 4)));
    }

    private Response withToken(String token) {
        return authorized("Bearer " + token);
    }

    private Response authorized(String... headers) {
        var call = Api.anonymous();
        for (var header : headers) {
            call = call.header("Authorization", header);
        }
        return call.get(guarded);
    }

    private static void unauthenticated(String what, Response answer) {
        assertThat(answer.statusCode()).as(what).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).as(what).startsWith("Bearer");
        assertThat(answer.contentType()).as(what).startsWith("application/problem+json");
        assertThat(Api.json(answer).path("code").asText()).as(what).isEqualTo("auth.unauthenticated");
        assertThat(answer.asString()).as(what).doesNotContainIgnoringCase("jose", "exception");
    }
}
