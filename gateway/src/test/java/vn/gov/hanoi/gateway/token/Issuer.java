package vn.gov.hanoi.gateway.token;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/** An OpenID provider that can go away and come back at the same address. Its keys are handed to the tests as system properties. */
final class Issuer {
    static final String URL = "congvu.test.token-issuer";
    static final String PRIVATE_KEY = "congvu.test.token-private-key";
    static final String KEY_ID = "key-1";
    static final String CURRENT_KEY_ID = "congvu.test.token-key-id";

    private final CodeFlow codeFlow = new CodeFlow();
    private int keysMade;
    private volatile RSAPublicKey key;
    private final AtomicInteger keyFetches = new AtomicInteger();
    private final int port;
    private HttpServer server;

    Issuer() throws IOException {
        rollKeys();
        server = listen(0);
        port = server.getAddress().getPort();
        System.setProperty(URL, url());
    }

    String url() {
        return "http://localhost:" + port + "/realms/congvu";
    }

    CodeFlow codeFlow() {
        return codeFlow;
    }

    /** From now on tokens are signed with another key, and the old one is not published any more. */
    synchronized void rollKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            keysMade++;
            key = (RSAPublicKey) pair.getPublic();
            System.setProperty(CURRENT_KEY_ID, "key-" + keysMade);
            System.setProperty(
                    PRIVATE_KEY,
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    int keyFetches() {
        return keyFetches.get();
    }

    synchronized void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    synchronized void start() throws IOException {
        if (server == null) {
            server = listen(port);
        }
    }

    private HttpServer listen(int wanted) throws IOException {
        var created = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
        created.createContext("/realms/congvu", exchange -> {
            boolean keys = exchange.getRequestURI().getPath().endsWith("/certs");
            if (keys) {
                keyFetches.incrementAndGet();
            }
            byte[] body = (keys ? keySet() : discovery()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        codeFlow.serve(created, "/realms/congvu");
        created.start();
        return created;
    }

    private String discovery() {
        return """
                {"issuer":"%1$s","jwks_uri":"%1$s/certs","authorization_endpoint":"%1$s/auth","token_endpoint":"%1$s/token",
                 "introspection_endpoint":"%1$s/introspect","end_session_endpoint":"%1$s/logout","response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"]}""".formatted(url());
    }

    private String keySet() {
        return """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}""".formatted(
                        System.getProperty(CURRENT_KEY_ID), base64(key.getModulus()), base64(key.getPublicExponent()));
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
    }
}
