package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.localstack.launcher.LoginClient;

/** How people and tools log in, and how they cannot. */
class LoginTest {
    private final String realm = City.suite().realm();
    private final String password = City.suite().demoUserPassword();

    @Test
    void shouldGiveATokenWithTheClaimsThatTheServicesRead() throws IOException {
        // Given
        var login = new LoginClient(realm);

        // When
        var token = login.accessToken("dung.pham", password);

        // Then
        var claims = claims(token);
        assertThat(claims.path("iss").asText()).isEqualTo(realm);
        assertThat(claims.path("aud").asText()).isEqualTo("congvu");
        assertThat(claims.path("azp").asText()).isEqualTo("congvu-cli");
        assertThat(claims.path("typ").asText()).isEqualTo("Bearer");
        assertThat(claims.path("unit").asText()).isEqualTo("H26.23");
        assertThat(claims.path("name").asText()).isEqualTo("Dung Phạm");
        assertThat(claims.path("sub").asText()).isNotBlank();
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
        assertThat(claims.path("realm_access").path("roles").toString())
                .contains("directory-editor", "training-organiser")
                .doesNotContain("operator");
    }

    @Test
    void shouldRefuseAWrongPassword() {
        // Given
        var login = new LoginClient(realm);

        // When, Then
        assertThatThrownBy(() -> login.accessToken("an.nguyen", "not the password"))
                .hasMessageContaining("login of an.nguyen was refused");
    }

    @Test
    void shouldOfferNoPasswordGrant() throws Exception {
        // Given
        var form = "grant_type=password&client_id=congvu-cli&username=an.nguyen&password=" + password;

        // When
        var answer = post("/protocol/openid-connect/token", form);

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("unauthorized_client");
    }

    @Test
    void shouldRefuseALoginWithoutPkceAndAForeignRedirect() throws Exception {
        // Given
        var start = realm
                + "/protocol/openid-connect/auth?response_type=code&scope=openid&client_id=congvu-cli&redirect_uri=";

        // When
        var withoutPkce = get(start + "http://127.0.0.1/congvu-cli");
        var foreign = get(start + "http://127.0.0.1/congvu-cli.evil.example");

        // Then
        assertThat(withoutPkce.headers().firstValue("location").orElse("")).contains("code_challenge_method");
        assertThat(foreign.statusCode()).isEqualTo(400);
    }

    @Test
    void shouldLogABrowserInAtTheGatewayWithoutGivingItAToken() throws IOException {
        try (var browser = new WebBrowser()) {
            // Given
            var entered = browser.login("dung.pham", password, "/platform/v1/portal");
            assertThat(entered.statusCode()).as(entered.body()).isEqualTo(303);

            // When
            var client = browser.get("/platform/v1/client");
            var units = browser.get("/evaluation/v1/units?limit=1");
            var foreign = browser.post("/platform/v1/session/logout", false);

            // Then
            assertThat(entered.headers().firstValue("location")).contains("/platform/v1/portal");
            assertThat(browser.cookie("congvu-session")).isNotEmpty().doesNotContain("eyJ");
            var who = new ObjectMapper().readTree(client.body());
            assertThat(who.path("name").asText()).as(client.body()).isEqualTo("Dung Phạm");
            assertThat(who.path("client").asText()).isEqualTo("congvu-gateway");
            assertThat(units.statusCode()).as(units.body()).isEqualTo(200);
            assertThat(foreign.statusCode()).isEqualTo(403);

            // Then
            var logout = browser.post("/platform/v1/session/logout", true);
            assertThat(logout.body()).isEqualTo("{\"endedAtIssuer\":true}");
            assertThat(browser.get("/platform/v1/client").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void shouldEndTheSessionOfABrowserWhenAnAdministratorEndsItAtTheIdentityProvider() throws IOException {
        try (var browser = new WebBrowser()) {
            // Given
            browser.login("an.nguyen", password, "/");
            var client = browser.get("/platform/v1/client");
            assertThat(client.statusCode()).as(client.body()).isEqualTo(200);

            // When
            KeycloakAdmin.logout(
                    new ObjectMapper().readTree(client.body()).path("subject").asText());

            // Then
            assertThat(browser.get("/platform/v1/client").body()).contains("auth.session-ended");
        }
    }

    private static JsonNode claims(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(realm + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private HttpResponse<String> get(String url) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
