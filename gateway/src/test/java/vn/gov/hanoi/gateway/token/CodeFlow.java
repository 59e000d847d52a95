package vn.gov.hanoi.gateway.token;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The issuer's side of the code flow, strict as Keycloak with a confidential client: PKCE, codes and refresh tokens are
 * good once. A test can ask for one fault in the next answer.
 */
final class CodeFlow {
    static final String SECRET = "secret of the gateway";
    static final String CLIENT = "congvu-gateway";
    private static final String BASIC = "Basic "
            + Base64.getEncoder()
                    .encodeToString((CLIENT + ":" + SECRET.replace(' ', '+')).getBytes(StandardCharsets.UTF_8));

    private record Code(String challenge, String nonce, String redirect) {}

    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();
    private final List<String> calls = new ArrayList<>();
    private final Map<String, String> fault = new ConcurrentHashMap<>();

    void serve(HttpServer server, String realm) {
        server.createContext(realm + "/auth", this::authorise);
        server.createContext(realm + "/token", this::token);
        server.createContext(realm + "/logout", this::logout);
    }

    /** {@code name=value} for the next answer. */
    Map<String, String> fault(String text) {
        fault.putAll(fields(text));
        return fault;
    }

    /** What the client asked for since the last look. */
    synchronized List<String> calls() {
        var all = List.copyOf(calls);
        calls.clear();
        return all;
    }

    /** As if the person had given the password already. */
    private void authorise(HttpExchange exchange) throws IOException {
        var query = fields(exchange.getRequestURI().getRawQuery());
        boolean sound = CLIENT.equals(query.get("client_id"))
                && "S256".equals(query.get("code_challenge_method"))
                && "code".equals(query.get("response_type"))
                && query.getOrDefault("nonce", "").length() >= 32
                && "https://congvu.hanoi.gov.vn/platform/v1/session/callback".equals(query.get("redirect_uri"));
        if (!sound) {
            answer(exchange, 400, "{}");
            return;
        }
        var code = UUID.randomUUID().toString();
        codes.put(code, new Code(query.get("code_challenge"), query.get("nonce"), query.get("redirect_uri")));
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        query.get("redirect_uri") + "?state=" + query.get("state") + "&session_state=x&iss="
                                + System.getProperty(Issuer.URL) + "&code=" + code);
        answer(exchange, 302, "");
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        note(form.getOrDefault("grant_type", "?"));
        if (fault.remove("down") != null) {
            answer(exchange, 503, "{}");
        } else if (!BASIC.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
        } else if ("refresh_token".equals(form.get("grant_type"))) {
            var session = refreshTokens.remove(form.getOrDefault("refresh_token", ""));
            answer(exchange, session == null ? 400 : 200, session == null ? "{}" : tokens(session, "none"));
        } else {
            var code = codes.remove(form.getOrDefault("code", ""));
            boolean good = code != null
                    && code.redirect().equals(form.get("redirect_uri"))
                    && code.challenge().equals(challenge(form.getOrDefault("code_verifier", "")));
            answer(exchange, good ? 200 : 400, good ? tokens("sid-" + UUID.randomUUID(), code.nonce()) : "{}");
        }
    }

    private void logout(HttpExchange exchange) throws IOException {
        var form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        note("logout");
        boolean good = BASIC.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && refreshTokens.remove(form.getOrDefault("refresh_token", "")) != null;
        answer(exchange, good ? 204 : 400, "");
    }

    private String tokens(String session, String nonce) {
        var refresh = UUID.randomUUID().toString();
        refreshTokens.put(refresh, session);
        var id = Token.usual()
                .claim("typ", "ID")
                .claim("aud", CLIENT)
                .claim("azp", CLIENT)
                .claim("sid", session)
                .claim("nonce", nonce);
        for (var name : List.of("iss", "aud", "azp", "nonce", "sub", "exp")) {
            var wrong = fault.remove(name);
            if (wrong != null && name.equals("exp")) {
                id.time("exp", Long.parseLong(wrong));
            } else if (wrong != null) {
                id.claim(name, wrong);
            }
        }
        var signed = fault.remove("stranger") == null ? id.signed() : id.signedByStranger();
        var padding = fault.remove("size");
        var access = Token.usual()
                .claim("sid", session)
                .claim("azp", CLIENT)
                .claim("jti", UUID.randomUUID().toString());
        if (padding != null) {
            access.claim("pad", noise(Integer.parseInt(padding)));
        }
        return "{\"access_token\":\"%s\",\"refresh_token\":\"%s\",\"id_token\":\"%s\",\"expires_in\":300,\"token_type\":\"Bearer\"}"
                .formatted(access.signed(), refresh, signed);
    }

    /** Text that no packing makes shorter. */
    private static String noise(int length) {
        byte[] bytes = new byte[length];
        new java.util.Random(1).nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes).substring(0, length);
    }

    private synchronized void note(String call) {
        calls.add(call);
    }

    private static Map<String, String> fields(String text) {
        var found = new HashMap<String, String>();
        for (var field : text.split("&")) {
            var parts = field.split("=", 2);
            found.put(parts[0], parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
        }
        return found;
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
