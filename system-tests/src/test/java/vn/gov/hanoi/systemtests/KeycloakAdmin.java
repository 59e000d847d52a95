package vn.gov.hanoi.systemtests;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Makes tokens that the suite must refuse, by clients that only tests have, in the real Keycloak. */
final class KeycloakAdmin {
    private static final String FOREIGN = token("foreign-app", "\"defaultClientScopes\":[]", 0);
    private static final String SHORT = token(
            "short-app",
            "\"defaultClientScopes\":[\"congvu\"],\"attributes\":{\"access.token.lifespan\":\"1\"}",
            13_000);

    private KeycloakAdmin() {}

    /** Signed by our realm, for a client outside the suite. */
    static String tokenWithoutOurAudience() {
        return FOREIGN;
    }

    /** Valid in all but its time, which ended longer ago than the tolerated clock skew of 10 seconds. */
    static String expiredToken() {
        return SHORT;
    }

    private static String token(String client, String settings, long waitMillis) {
        var suite = City.suite();
        var admin = token(
                suite.keycloak() + "/realms/master",
                "grant_type=password&client_id=admin-cli&username=admin&password=" + suite.keycloakAdminPassword());
        var created = send(HttpRequest.newBuilder(URI.create(suite.keycloak() + "/admin/realms/congvu/clients"))
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"clientId":"%s","secret":"for-this-test-only","serviceAccountsEnabled":true,"publicClient":false,
                         "standardFlowEnabled":false,"fullScopeAllowed":true,%s}""".formatted(client, settings)))
                .build());
        if (created.statusCode() != 201) {
            throw new IllegalStateException("client not created: " + created.body());
        }
        var token = token(
                suite.keycloak() + "/realms/congvu",
                "grant_type=client_credentials&client_id=" + client + "&client_secret=for-this-test-only");
        pause(waitMillis);
        return token;
    }

    private static String token(String realm, String form) {
        var answer = send(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        try {
            return new ObjectMapper()
                    .readTree(answer.body())
                    .path("access_token")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
