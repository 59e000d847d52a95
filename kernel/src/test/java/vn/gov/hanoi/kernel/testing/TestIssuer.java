package vn.gov.hanoi.kernel.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** An OpenID provider small enough for tests: discovery, key set, and a signing key that only the test process holds. */
public final class TestIssuer implements AutoCloseable {
    static final String ISSUER = "congvu.test.issuer";
    static final String PRIVATE_KEY = "congvu.test.private-key";
    static final String KEY_ID = "test-key";
    private static final String FETCHES = "/fetches";

    private final HttpServer server;
    private final String url;

    private TestIssuer(HttpServer server, String url) {
        this.server = server;
        this.url = url;
    }

    public static TestIssuer start() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var keys = generator.generateKeyPair();
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var url = "http://localhost:" + server.getAddress().getPort() + "/realms/congvu";
            serve(server, "/realms/congvu/.well-known/openid-configuration", () -> discovery(url));
            var fetches = new AtomicInteger();
            serve(server, "/realms/congvu/certs", () -> {
                fetches.incrementAndGet();
                return keySet((RSAPublicKey) keys.getPublic());
            });
            serve(server, "/realms/congvu" + FETCHES, fetches::toString);
            server.start();
            System.setProperty(ISSUER, url);
            System.setProperty(
                    PRIVATE_KEY,
                    Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
            return new TestIssuer(server, url);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return url;
    }

    /** How often the keys were fetched since the start; asked by HTTP, because the issuer lives in another class loader than the tests. */
    static int keyFetches() {
        try (var in = URI.create(System.getProperty(ISSUER) + FETCHES).toURL().openStream()) {
            return Integer.parseInt(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void serve(HttpServer server, String path, Supplier<String> json) {
        server.createContext(path, exchange -> {
            byte[] body = json.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static String discovery(String url) {
        return """
                {"issuer":"%1$s","jwks_uri":"%1$s/certs","authorization_endpoint":"%1$s/auth","token_endpoint":"%1$s/token",
                 "response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"]}""".formatted(url);
    }

    private static String keySet(RSAPublicKey key) {
        return """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}""".formatted(KEY_ID, base64(key.getModulus()), base64(key.getPublicExponent()));
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
    }
}
