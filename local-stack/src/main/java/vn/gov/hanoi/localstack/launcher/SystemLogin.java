package vn.gov.hanoi.localstack.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Logs a system in for itself: client credentials, proven by a statement that it signs (private_key_jwt, RFC 7523). It has no password, and
 * what it signed is good once and for a minute.
 */
public final class SystemLogin {
    /** The system that the realm knows. */
    public static final String CLIENT = "congvu-integration";

    private static final int LIFE_SECONDS = 60;
    private static final int KEY_BITS = 3072;
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param privateKey PKCS#8 in base64
     * @param publicKey X.509 in base64, as Keycloak takes it
     */
    public record Keys(String privateKey, String publicKey) {
        public static Keys make() {
            try {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(KEY_BITS);
                var pair = generator.generateKeyPair();
                var base64 = Base64.getEncoder();
                return new Keys(
                        base64.encodeToString(pair.getPrivate().getEncoded()),
                        base64.encodeToString(pair.getPublic().getEncoded()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final String realm;

    /** @param realm address of the realm */
    public SystemLogin(String realm) {
        this.realm = realm;
    }

    /** An access token of the system; valid for some minutes. */
    public String accessToken(String client, Keys keys) {
        var answer = ask(statement(client, keys));
        try {
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("no token for " + client + ": " + answer.body());
            }
            return JSON.readTree(answer.body()).path("access_token").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the issuer says to a statement, whatever it is. */
    public HttpResponse<String> ask(String statement) {
        var form = Map.of(
                "grant_type", "client_credentials",
                "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion", statement);
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try (var http = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                            .timeout(LIMIT)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak does not answer at " + realm, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A signed statement of who asks, for this realm only. */
    public String statement(String client, Keys keys) {
        try {
            long now = Instant.now().getEpochSecond();
            var claims = Map.of(
                    "iss", client,
                    "sub", client,
                    "aud", realm,
                    "jti", UUID.randomUUID().toString(),
                    "iat", now,
                    "exp", now + LIFE_SECONDS);
            var text = part(Map.of("alg", "RS256", "typ", "JWT")) + "." + part(claims);
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(keys.privateKey()))));
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + base64(signature.sign());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(Map<String, ?> content) throws IOException {
        return base64(JSON.writeValueAsBytes(content));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
