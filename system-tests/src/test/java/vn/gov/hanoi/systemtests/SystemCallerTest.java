package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.localstack.launcher.SystemLogin;

/** A system of an agency: how it proves itself to the real Keycloak, what it must say, and what is kept of a dossier that it reads. */
class SystemCallerTest {
    private static final String[] DECLARED = {
        "Caller-Organisation", "H26.23",
        "Caller-Purpose", "AUDIT",
        "Caller-Case", "12/Q%C4%90-SNV",
        "Caller-User", "u-77"
    };
    private static final Map<String, String> SINGLE = new TreeMap<>(Map.of(
            "evaluations", "/evaluation/v1/evaluations?officerId=%s&limit=500",
            "annualClassifications", "/evaluation/v1/annual-classifications?officerId=%s&limit=500",
            "sanctions", "/evaluation/v1/officers/%s/sanctions",
            "accountabilityEntries", "/evaluation/v1/officers/%s/accountability-entries",
            "enrolments", "/training/v1/enrolments?officerId=%s&limit=500",
            "certificates", "/training/v1/certificates?officerId=%s&limit=500",
            "serviceCommitments", "/training/v1/service-commitments?officerId=%s&limit=500",
            "compensations", "/training/v1/compensations?officerId=%s&limit=500",
            "ratingRecords", "/selection/v1/rating-records?officerId=%s&limit=500",
            "appointments", "/selection/v1/appointments?officerId=%s"));

    @Test
    void shouldProveItselfByAKeyAndNothingElse() throws IOException {
        // Given
        var login = new SystemLogin(City.suite().realm());
        var stranger = SystemLogin.Keys.make();
        var key = City.suite().systemKeys();
        var statement = login.statement(SystemLogin.CLIENT, key);

        // When
        var first = login.ask(statement);
        var again = login.ask(statement);
        var forged = login.ask(login.statement(SystemLogin.CLIENT, stranger));
        var elsewhere = new SystemLogin("https://other.example").statement(SystemLogin.CLIENT, key);

        // Then
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(again.statusCode()).as("a statement is good once").isIn(400, 401);
        assertThat(forged.statusCode()).isIn(400, 401);
        assertThat(login.ask(elsewhere).statusCode()).isIn(400, 401);
        var claims = claims(
                new ObjectMapper().readTree(first.body()).path("access_token").asText());
        assertThat(claims.path("organisation").asText()).isEqualTo("H26.23");
        assertThat(claims.path("purposes")).extracting(JsonNode::asText).contains("AUDIT", "DATA_SYNCHRONISATION");
        assertThat(claims.path("preferred_username").asText()).isEqualTo("service-account-congvu-integration");
        assertThat(claims.path("aud").asText()).isEqualTo("congvu");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isLessThanOrEqualTo(300);
        assertThat(new ObjectMapper().readTree(first.body()).has("refresh_token"))
                .isFalse();
    }

    @Test
    void shouldBeAskedTheSameAtTheGatewayAndByEachServiceItself() {
        for (var path :
                List.of("/evaluation/v1/officers?limit=1", "/training/v1/certificates", "/selection/v1/vacancies")) {
            for (var door : List.of(City.gateway(), City.direct(path.split("/")[1]))) {
                assertRefused(door.get(path, token()), 400, "caller.purpose-missing");
                assertRefused(door.get(path, token(), "Caller-Purpose", "CURIOSITY"), 400, "caller.purpose-unknown");
                assertRefused(
                        door.get(path, token(), "Caller-Purpose", "DISCIPLINE_REVIEW", "Caller-Case", "1"),
                        403,
                        "caller.purpose-not-granted");
                assertRefused(door.get(path, token(), "Caller-Purpose", "AUDIT"), 400, "caller.case-missing");
                assertRefused(
                        door.get(path, token(), "Caller-Purpose", "REWARD_REVIEW", "Caller-Organisation", "H26.24"),
                        403,
                        "caller.organisation-not-bound");
                assertThat(door.get(path, token(), DECLARED).status()).as(path).isEqualTo(200);
            }
        }
    }

    @Test
    void shouldReadADossierThatIsTheSumOfSingleReadings() throws Exception {
        // Given
        var officer = City.gateway()
                .get("/evaluation/v1/officers?limit=1", token(), DECLARED)
                .json()
                .at("/items/0");
        var id = officer.path("id").asText();
        var address = "/platform/v1/officers/" + id + "/dossier";

        // When
        var answer = City.gateway().get(address, token(), DECLARED);

        // Then
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var dossier = answer.json();
        assertThat(dossier.path("purpose").asText()).isEqualTo("AUDIT");
        assertThat(dossier.path("organisation").asText()).isEqualTo("H26.23");
        assertThat(dossier.at("/parts/officer/data/fullName")).isEqualTo(officer.path("fullName"));
        assertThat(dossier.at("/parts/applications/code").asText()).isEqualTo("auth.role-missing");
        SINGLE.forEach((part, path) -> {
            var single = City.gateway().get(path.formatted(id), token(), DECLARED);
            var shown = dossier.path("parts").path(part);
            if (single.status() == 200) {
                assertThat(shown.path("state").asText()).as(part).isEqualTo("DATA");
                assertThat(shown.at("/data/items"))
                        .as(part)
                        .isEqualTo(single.json().path("items"));
            } else {
                assertThat(shown.path("state").asText()).as(part).isEqualTo("FORBIDDEN");
                assertThat(shown.path("code")).as(part).isEqualTo(single.json().path("code"));
            }
        });
    }

    @Test
    void shouldLeaveTracesOfOneDossierInThreeServices() throws Exception {
        // Given
        KeycloakAdmin.person(
                new KeycloakAdmin.Person("doc.ho.so", "Đọc Hồ Sơ", "H26", ""),
                List.of("directory-reader", "training-reader", "selection-organiser"));
        var reader = City.token("doc.ho.so");
        var id = City.gateway()
                .get("/evaluation/v1/officers?limit=1", reader)
                .json()
                .at("/items/0/id")
                .asText();

        // When
        var answer = City.gateway()
                .get(
                        "/platform/v1/officers/" + id + "/dossier",
                        reader,
                        "Caller-Organisation",
                        "H26",
                        "Caller-Purpose",
                        "PERSONNEL_MANAGEMENT",
                        "Caller-Case",
                        "12/QD-SNV",
                        "Caller-User",
                        "u-77");

        // Then
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        for (var service : List.of("evaluation", "training", "selection")) {
            assertThat(readings(service, answer.header("Trace-Id")))
                    .as(service)
                    .isNotEmpty()
                    .allSatisfy(reading ->
                            assertThat(reading).isEqualTo("service H26 PERSONNEL_MANAGEMENT 12/QD-SNV u-77 " + id));
        }
    }

    @Test
    void shouldPrintADossierInVietnamese() {
        // Given
        var id = City.gateway()
                .get("/evaluation/v1/officers?limit=1", token(), DECLARED)
                .json()
                .at("/items/0/id")
                .asText();
        var headers = java.util.Arrays.copyOf(DECLARED, DECLARED.length + 2);
        headers[DECLARED.length] = "Accept";
        headers[DECLARED.length + 1] = "application/pdf";

        // When
        var paper = City.gateway().bytes("/platform/v1/officers/" + id + "/dossier", token(), headers);

        // Then
        assertThat(new String(paper, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void shouldAskAnAdministratorOfTheRealmForASecondFactor() {
        // Given
        KeycloakAdmin.person(new KeycloakAdmin.Person("quan.tri", "Quản Trị", "H26", ""), List.of("administrator"));
        KeycloakAdmin.person(
                new KeycloakAdmin.Person("khong.quan.tri", "Không Quản", "H26", ""), List.of("directory-reader"));

        // When Then
        assertThatThrownBy(() -> City.token("quan.tri")).hasMessageContaining("login of quan.tri was refused");
        assertThat(City.token("khong.quan.tri")).isNotBlank();
    }

    private static String token() {
        return City.token(SystemLogin.CLIENT);
    }

    private static JsonNode claims(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static void assertRefused(Http.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
    }

    private static List<String> readings(String service, String trace) throws SQLException {
        var found = new java.util.ArrayList<String>();
        try (var connection = DriverManager.getConnection(
                        City.suite().jdbcUrl(service), "postgres", City.suite().databasePassword("postgres"));
                var select = connection.prepareStatement("""
                        select organisation, purpose, case_number, caller_user,
                            coalesce(details ->> 'officerId', resource_id::text) from audit_entries
                        where trace_id = ? and action = 'read'""")) {
            select.setString(1, trace);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add("service %s %s %s %s %s"
                            .formatted(
                                    rows.getString(1),
                                    rows.getString(2),
                                    rows.getString(3),
                                    rows.getString(4),
                                    rows.getString(5)));
                }
            }
        }
        return found;
    }
}
