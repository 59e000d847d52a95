package vn.gov.hanoi.systemtests;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Makes people, and tokens that the suite must refuse by clients that only tests have, in the real Keycloak. */
final class KeycloakAdmin {
    /** Made when the first test asks for one: it takes a while, and Keycloak may just be away. */
    private static final class Refused {
        static final String FOREIGN = token("foreign-app", "\"defaultClientScopes\":[]", 0);
        static final String SHORT = token(
                "short-app",
                "\"defaultClientScopes\":[\"congvu\"],\"attributes\":{\"access.token.lifespan\":\"1\"}",
                13_000);

        private Refused() {}
    }

    private KeycloakAdmin() {}

    /** Signed by our realm, for a client outside the suite. */
    static String tokenWithoutOurAudience() {
        return Refused.FOREIGN;
    }

    /** Valid in all but its time, which ended longer ago than the tolerated clock skew of 10 seconds. */
    static String expiredToken() {
        return Refused.SHORT;
    }

    /**
     * @param name first and last name
     * @param officer code of the officer that he or she is; empty if none
     */
    record Person(String username, String name, String unit, String officer) {}

    /** Makes a person who logs in as the demo users do. */
    static void person(Person person, List<String> roles) {
        var attributes = person.officer().isEmpty() ? "" : ",\"officer\":[\"%s\"]".formatted(person.officer());
        int last = person.name().lastIndexOf(' ');
        var made = post("/users", """
                {"username":"%1$s","firstName":"%5$s","lastName":"%6$s","email":"%1$s@congvu.example","emailVerified":true,
                 "enabled":true,"attributes":{"unit":["%2$s"]%3$s},
                 "credentials":[{"type":"password","value":"%4$s","temporary":false}]}""".formatted(
                        person.username(),
                        person.unit(),
                        attributes,
                        City.suite().demoUserPassword(),
                        person.name().substring(0, last),
                        person.name().substring(last + 1)));
        var id = made.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
        var held = roles.stream()
                .map(role -> send(admin("/roles/" + role).GET().build()).body())
                .toList();
        post("/users/" + id + "/role-mappings/realm", held.toString());
    }

    /** Ends all sessions of a person, as an administrator does. */
    static void logout(String subject) {
        post("/users/" + subject + "/logout", "");
    }

    /** Each connection to a database that was killed fails once, so one answer says little. */
    static void awaitRecovery() {
        await("Keycloak answers again").atMost(Duration.ofSeconds(90)).until(() -> IntStream.range(0, 40)
                .allMatch(_ -> send(admin("/roles").GET().build()).statusCode() == 200));
    }

    private static HttpResponse<String> post(String path, String json) {
        var answer = send(admin(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("not made at " + path + ": " + answer.body());
        }
        return answer;
    }

    private static HttpRequest.Builder admin(String path) {
        return HttpRequest.newBuilder(URI.create(City.suite().keycloak() + "/admin/realms/congvu" + path))
                .header("Authorization", "Bearer " + Administrator.token());
    }

    /** The administrator's token is kept for half of the minute that it lives: each login hashes a password. */
    private static final class Administrator {
        private static final long NANOS = 30_000_000_000L;
        private static String token = "";
        private static long until = System.nanoTime();

        private Administrator() {}

        static synchronized String token() {
            var suite = City.suite();
            if (token.isEmpty() || System.nanoTime() - until > 0) {
                token = KeycloakAdmin.token(
                        suite.keycloak() + "/realms/master",
                        "grant_type=password&client_id=admin-cli&username=admin&password="
                                + suite.keycloakAdminPassword());
                until = System.nanoTime() + NANOS;
            }
            return token;
        }
    }

    private static String token(String client, String settings, long waitMillis) {
        post("/clients", """
                {"clientId":"%s","secret":"for-this-test-only","serviceAccountsEnabled":true,"publicClient":false,
                 "standardFlowEnabled":false,"fullScopeAllowed":true,%s}""".formatted(client, settings));
        var token = token(
                City.suite().keycloak() + "/realms/congvu",
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
