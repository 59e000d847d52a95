package vn.gov.hanoi.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What systems must say of themselves, and persons may. */
@QuarkusTest
@WithStage
class CallerTest {
    @BeforeEach
    void nothingSeen() {
        Call.seen();
    }

    @Test
    void shouldLetASystemPassThatSaysWhatItMust() {
        // When
        var answer = system(
                "Caller-Organisation", "H26.99",
                "Caller-Purpose", "AUDIT",
                "Caller-Case", "12/QD-UBND",
                "Caller-User", "u-secret-77");

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Call.seen()).singleElement().satisfies(request -> {
            assertThat(request.at("/headers/caller-organisation/0").asText()).isEqualTo("H26.99");
            assertThat(request.at("/headers/caller-purpose/0").asText()).isEqualTo("AUDIT");
            assertThat(request.at("/headers/caller-case/0").asText()).isEqualTo("12/QD-UBND");
            assertThat(request.at("/headers/caller-user/0").asText()).isEqualTo("u-secret-77");
        });
        Awaitility.await("line of the access log")
                .until(() -> Log.text().contains("purpose=AUDIT organisation=H26.99"));
        assertThat(Log.text()).doesNotContain("u-secret-77", "12/QD-UBND");
    }

    @ParameterizedTest
    @CsvSource({
        "-, -, -, 400, caller.purpose-missing",
        "CURIOSITY, -, -, 400, caller.purpose-unknown",
        "STATISTICS, -, -, 403, caller.purpose-not-granted",
        "AUDIT, -, -, 400, caller.case-missing",
        "REWARD_REVIEW, H26.23, -, 403, caller.organisation-not-bound",
        "REWARD_REVIEW, H26, -, 403, caller.organisation-not-bound",
        "REWARD_REVIEW, h26, -, 400, caller.header-malformed",
        "REWARD_REVIEW, -, a b, 400, caller.header-malformed"
    })
    void shouldRefuseASystemThatDoesNot(String purpose, String organisation, String user, int status, String code) {
        // Given
        var headers = new ArrayList<String>();
        add(headers, "Caller-Purpose", purpose);
        add(headers, "Caller-Organisation", organisation);
        add(headers, "Caller-User", user);

        // When Then
        Call.assertRefused(system(headers.toArray(String[]::new)), status, code);
    }

    @Test
    void shouldRefuseTheSameHeaderTwice() {
        Call.assertRefused(
                system(
                        "Caller-Purpose",
                        "REWARD_REVIEW",
                        "Caller-Organisation",
                        "H26.99",
                        "Caller-Organisation",
                        "H26.99"),
                400,
                "caller.header-malformed");
    }

    @Test
    void shouldAskNothingOfPersonsAndBelieveOnlyWhatTheirTokenSays() {
        // Given
        var person = "Bearer " + Token.usual().claim("unit", "H26.23.4").signed();

        // When Then
        assertThat(Call.get(Call.GUARDED, "Authorization", person).statusCode()).isEqualTo(200);
        assertThat(Call.get(Call.GUARDED, "Authorization", person, "Caller-Organisation", "H26.23")
                        .statusCode())
                .isEqualTo(200);
        Call.seen();
        Call.assertRefused(
                Call.get(Call.GUARDED, "Authorization", person, "Caller-Organisation", "H26.24"),
                403,
                "caller.organisation-not-bound");
    }

    @Test
    void shouldAskNoPurposeForWhatIsPublicOrAboutTheCaller() {
        assertThat(Call.get("/evaluation/v1/public/x", "Authorization", systemToken())
                        .statusCode())
                .isEqualTo(200);
        assertThat(Call.get("/platform/v1/client", "Authorization", systemToken())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void shouldTellThePurposesAndWhichOfThemAreTheCallers() {
        // When
        var answer = Call.get("/platform/v1/code-lists/purposes", "Authorization", systemToken());

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var items = Call.json(answer).path("items");
        assertThat(items).hasSizeGreaterThan(5).allSatisfy(item -> {
            assertThat(item.at("/names/vi").asText()).isNotBlank();
            assertThat(item.path("granted").asBoolean())
                    .isEqualTo(List.of("REWARD_REVIEW", "AUDIT")
                            .contains(item.path("code").asText()));
        });
        Call.assertUnauthenticated(Call.get("/platform/v1/code-lists/purposes"));
    }

    private static void add(List<String> headers, String name, String value) {
        if (!value.equals("-")) {
            headers.addAll(List.of(name, value));
        }
    }

    private static HttpResponse<String> system(String... headers) {
        var all = new ArrayList<>(List.of("Authorization", systemToken()));
        all.addAll(List.of(headers));
        return Call.get(Call.GUARDED, all.toArray(String[]::new));
    }

    private static String systemToken() {
        return "Bearer "
                + Token.usual()
                        .claim("sub", "system-" + System.nanoTime())
                        .claim("azp", "congvu-integration")
                        .claim("preferred_username", "service-account-congvu-integration")
                        .claim("organisation", "H26.99")
                        .claim("purposes", List.of("REWARD_REVIEW", "AUDIT", "DISCIPLINE_REVIEW"))
                        .signed();
    }
}
