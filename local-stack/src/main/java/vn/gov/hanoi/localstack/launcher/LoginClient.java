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
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Logs a user in as a browser would: authorization code with PKCE, the login page filled in, the redirect caught.
 * There is no password grant in the realm, so tools and tests take the same way as people.
 */
public final class LoginClient {
    private static final String REDIRECT = "http://127.0.0.1/congvu-cli";
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String realm;

    /** @param realm address of the realm, for example {@code http://localhost:8180/realms/congvu} */
    public LoginClient(String realm) {
        this.realm = realm;
    }

    /** An access token of the user; valid for some minutes. */
    public String accessToken(String username, String password) {
        byte[] bytes = new byte[48];
        RANDOM.nextBytes(bytes);
        var verifier = base64(bytes);
        try (var http = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
            var code = authorise(http, username, password, verifier);
            var answer = post(
                    http,
                    URI.create(realm + "/protocol/openid-connect/token"),
                    Map.of(
                            "grant_type", "authorization_code",
                            "client_id", "congvu-cli",
                            "redirect_uri", REDIRECT,
                            "code", code,
                            "code_verifier", verifier),
                    "");
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("no token for " + username + ": " + answer.body());
            }
            return new ObjectMapper()
                    .readTree(answer.body())
                    .path("access_token")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak does not answer at " + realm, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String authorise(HttpClient http, String username, String password, String verifier)
            throws IOException, InterruptedException {
        var query = new LinkedHashMap<String, String>();
        query.put("client_id", "congvu-cli");
        query.put("response_type", "code");
        query.put("scope", "openid");
        query.put("redirect_uri", REDIRECT);
        query.put("code_challenge", challenge(verifier));
        query.put("code_challenge_method", "S256");
        var page = http.send(
                HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/auth?" + form(query)))
                        .timeout(LIMIT)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        var action = FORM.matcher(page.body());
        if (page.statusCode() != 200 || !action.find()) {
            throw new IllegalStateException("no login page: status " + page.statusCode());
        }
        var cookies = page.headers().allValues("set-cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
        var answer = post(
                http,
                URI.create(action.group(1).replace("&amp;", "&")),
                Map.of("username", username, "password", password),
                cookies);
        var code = CODE.matcher(answer.headers().firstValue("location").orElse(""));
        if (!code.find()) {
            throw new IllegalStateException("login of " + username + " was refused");
        }
        return code.group(1);
    }

    private static HttpResponse<String> post(HttpClient http, URI address, Map<String, String> fields, String cookies)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookies)
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return base64(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
