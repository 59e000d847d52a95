package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a newcomer sees first: one contract, one page, vacancies without a token, and how much memory it all takes. */
class FrontDoorTest {
    private static final long LIMIT_MIB = 3 * 1024;

    @Test
    void shouldServeOneContractOfAllServicesWithUniqueOperations() {
        // When
        var contract = City.gateway().anonymous("/platform/v1/openapi");

        // Then
        assertThat(contract.status()).isEqualTo(200);
        var paths = contract.json().path("paths");
        for (var path : List.of(
                "/evaluation/v1/units",
                "/training/v1/plans/{id}/plan-versus-actual",
                "/selection/v1/public/vacancies")) {
            assertThat(paths.has(path)).as(path).isTrue();
        }
        assertThat(paths.findValuesAsText("operationId")).doesNotHaveDuplicates();
    }

    @Test
    void shouldShowThePortal() {
        // When
        var page = City.gateway().anonymous("/platform/v1/portal");

        // Then
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy"))
                .contains("script-src 'self'")
                .doesNotContain("unsafe-eval");
        assertThat(City.gateway()
                        .anonymous("/platform/v1/portal/swagger-ui-bundle.js")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void shouldShowAnnouncedVacanciesToAnybody() {
        // Given
        int loaded = City.loaded().vacanciesAnnounced();

        // When
        var vacancies = City.gateway().anonymous("/selection/v1/public/vacancies");

        // Then: other journeys announce vacancies of their own, of today's year
        assertThat(vacancies.status()).isEqualTo(200);
        assertThat(vacancies.json().path("items"))
                .filteredOn(vacancy -> vacancy.path("announcement")
                        .path("announcedOn")
                        .asText()
                        .startsWith("2020-"))
                .hasSize(loaded);
    }

    @Test
    void shouldKeepManagementAndUnknownAddressesInside() {
        // When, Then
        for (var path : List.of("/q/health", "/q/metrics", "/q/openapi", "/evaluation/v1/../../q/health", "/admin")) {
            assertThat(City.gateway().anonymous(path).status()).as(path).isIn(400, 404);
        }
    }

    @Test
    void shouldFitIntoItsMemory() {
        // Given
        City.loaded();

        // When
        long resident = City.suite().residentMiB();

        // Then
        System.out.printf("the suite takes %d MiB%n", resident);
        assertThat(resident).isBetween(500L, LIMIT_MIB);
    }
}
