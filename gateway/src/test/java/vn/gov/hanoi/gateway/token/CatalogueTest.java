package vn.gov.hanoi.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a program that knows nothing but the host, or nothing but a problem, can find out. */
@QuarkusTest
@WithStage
class CatalogueTest {
    private static final String PROBLEMS = "/platform/v1/problems";

    @BeforeEach
    void waitForContracts() {
        Awaitility.await("contracts of the services")
                .atMost(Duration.ofSeconds(30))
                .until(() -> Call.get(PROBLEMS).statusCode() == 200);
    }

    @Test
    void shouldListEveryCodeWithItsTextsInBothLanguages() {
        // When
        var answer = Call.get(PROBLEMS);

        // Then
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        var codes = new ArrayList<String>();
        for (var problem : Call.json(answer).path("items")) {
            codes.add(problem.path("code").asText());
            assertThat(problem.path("type").asText())
                    .isEqualTo(PROBLEMS + "/" + problem.path("code").asText());
            assertThat(problem.path("status").asInt()).isBetween(400, 599);
            for (var language : new String[] {"vi", "en"}) {
                assertThat(problem.path("titles").path(language).asText()).isNotBlank();
                assertThat(problem.path("details").path(language).asText()).isNotBlank();
            }
        }
        assertThat(codes).isSorted().doesNotHaveDuplicates().contains("gateway.rate-limited", "auth.session-ended");
    }

    @Test
    void shouldLeadFromTheTypeOfAProblemToItsEntry() {
        // Given
        var refused = Call.json(Call.get("/nowhere"));

        // When
        var entry = Call.get(refused.path("type").asText());
        var page = Call.get(refused.path("type").asText(), "Accept", "text/html,application/xhtml+xml");

        // Then
        assertThat(Call.json(entry).path("code").asText()).isEqualTo("gateway.no-route");
        assertThat(Call.json(entry).path("status").asInt()).isEqualTo(404);
        assertThat(Call.json(entry).path("titles").path("vi").asText())
                .isEqualTo(refused.path("title").asText());
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location")).contains("/platform/v1/portal#/problems/gateway.no-route");
    }

    @Test
    void shouldKnowNoOtherCodes() {
        // When, Then
        Call.assertRefused(Call.get(PROBLEMS + "/no.such-code"), 404, "gateway.no-route");
        Call.assertRefused(Call.get(PROBLEMS + "/gateway.busy/more"), 404, "gateway.no-route");
        Call.assertRefused(Call.send("POST", PROBLEMS), 405, "gateway.method-not-allowed");
    }

    @Test
    void shouldTellWhereTheApisAre() {
        // When
        var answer = Call.get("/.well-known/api-catalog");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\"");
        assertThat(answer.headers().firstValue("Link"))
                .contains("<https://congvu.hanoi.gov.vn/.well-known/api-catalog>; rel=\"api-catalog\"");
        var links = Call.json(answer).path("linkset");
        assertThat(links).hasSize(4);
        for (var api : links) {
            var contract = api.at("/service-desc/0/href").asText().replace("https://congvu.hanoi.gov.vn", "");
            assertThat(Call.get(contract).statusCode()).as(contract).isEqualTo(200);
        }
        Call.assertRefused(Call.get("/.well-known/other"), 404, "gateway.no-route");
    }
}
