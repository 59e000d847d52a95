package vn.gov.hanoi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who does not come in: at the gateway and at each service itself, because a service never trusts the network. */
class AccessTest {
    private static final List<String> READS =
            List.of("/evaluation/v1/units", "/training/v1/plans", "/selection/v1/vacancies");

    static Stream<Arguments> doors() {
        return READS.stream()
                .flatMap(path -> Stream.of(
                        Arguments.of("gateway", path, door(City::gateway)),
                        Arguments.of("service itself", path, door(() -> City.direct(path.split("/")[1])))));
    }

    private static Supplier<Http> door(Supplier<Http> http) {
        return http;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("doors")
    void shouldRefuseWhoHasNoToken(String where, String path, Supplier<Http> door) {
        // When
        var answer = door.get().anonymous(path);

        // Then
        requireProblem(answer, 401, "auth.unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("doors")
    void shouldRefuseATokenWithOneFlippedCharacter(String where, String path, Supplier<Http> door) {
        // Given
        var token = City.token("giang.do");
        int at = token.length() - 20;
        var flipped = token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);

        // When
        var answer = door.get().get(path, flipped);

        // Then
        requireProblem(answer, 401, "auth.unauthenticated");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("doors")
    void shouldRefuseATokenForAnotherAudience(String where, String path, Supplier<Http> door) {
        // Given
        var foreign = KeycloakAdmin.tokenWithoutOurAudience();

        // When
        var answer = door.get().get(path, foreign);

        // Then
        requireProblem(answer, 401, "auth.unauthenticated");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("doors")
    void shouldRefuseAnExpiredToken(String where, String path, Supplier<Http> door) {
        // Given
        var expired = KeycloakAdmin.expiredToken();

        // When
        var answer = door.get().get(path, expired);

        // Then
        requireProblem(answer, 401, "auth.unauthenticated");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("doors")
    void shouldRefuseAnOperatorWhoIsNoReader(String where, String path, Supplier<Http> door) {
        // Given
        var operator = City.token("hai.vu");

        // When
        var answer = door.get().get(path, operator);

        // Then
        requireProblem(answer, 403, "auth.role-missing");
    }

    private static void requireProblem(Http.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
        assertThat(answer.json().path("traceId").asText()).matches("[0-9a-f]{32}");
    }
}
