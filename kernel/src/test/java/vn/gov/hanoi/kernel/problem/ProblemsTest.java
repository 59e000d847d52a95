package vn.gov.hanoi.kernel.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.gov.hanoi.kernel.http.Trace;

class ProblemsTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PATH = "/selection/v1/vacancies";
    private static final List<Refusal> TWO = List.of(
            Refusal.of(KernelProblem.SCOPE_OUTSIDE).at("/unitId"),
            Refusal.of(KernelProblem.INVALID_PARAMETER, "name", "limit", "expected", "1-500")
                    .atParameter("limit"));

    private final ObjectMapper json = new ObjectMapper();
    private final Problems problems = new Problems(new ProblemTexts());

    @BeforeEach
    void begin() {
        Trace.begin("00-" + TRACE + "-00f067aa0ba902b7-01");
    }

    @AfterEach
    void end() {
        Trace.end();
    }

    @Test
    void shouldWriteTheProblemAsTheContractSays() throws Exception {
        // When
        var written = json.readTree(json.writeValueAsString(problems.problem(TWO, PATH, Locale.ENGLISH)));

        // Then
        assertThat(written).isEqualTo(json.readTree("""
                {
                  "type": "/platform/v1/problems/scope.outside",
                  "title": "Outside your scope",
                  "status": 403,
                  "detail": "The unit is not yours and not below yours. Choose another unit, or ask somebody of that unit.",
                  "instance": "/selection/v1/vacancies",
                  "code": "scope.outside",
                  "args": {},
                  "errors": [
                    {
                      "code": "scope.outside",
                      "args": {},
                      "pointer": "/unitId",
                      "detail": "The unit is not yours and not below yours. Choose another unit, or ask somebody of that unit."
                    },
                    {
                      "code": "query.invalid-parameter",
                      "args": {"name": "limit", "expected": "1-500"},
                      "parameter": "limit",
                      "detail": "The parameter limit cannot be read. Use one of this form: 1-500."
                    }
                  ],
                  "traceId": "4bf92f3577b34da6a3ce929d0e0e4736",
                  "source": "service",
                  "retryable": false
                }"""));
    }

    @Test
    void shouldSpeakVietnameseInEveryPart() {
        // When
        var problem = problems.problem(TWO, PATH, Locale.of("vi"));

        // Then
        assertThat(problem.title()).isEqualTo("Ngoài phạm vi");
        assertThat(problem.errors().getLast().detail()).contains("limit").contains("Hãy");
    }

    @Test
    void shouldShowAHundredReasonsAtMost() {
        // Given
        var many = Collections.nCopies(1_000, Refusal.of(KernelProblem.WRONG_TYPE));

        // Then
        assertThat(problems.problem(many, PATH, Locale.ENGLISH).errors()).hasSize(100);
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellHeadersAndBodyTheSame(KernelProblem code) {
        // When
        try (var response = problems.response(List.of(Refusal.of(code)), PATH, Locale.of("vi"))) {
            // Then
            var problem = (Problem) response.getEntity();
            assertThat(response.getStatus()).isEqualTo(code.status()).isEqualTo(problem.status());
            assertThat(response.getMediaType()).hasToString("application/problem+json");
            assertThat(response.getHeaderString("Content-Language")).isEqualTo("vi");
            assertThat(response.getHeaderString("Trace-Id")).isEqualTo(TRACE).isEqualTo(problem.traceId());
            assertThat(response.getHeaderString("Cache-Control")).isEqualTo("no-store");
            assertThat(response.getHeaderString("Retry-After")).isEqualTo(code.retryable() ? "1" : null);
        }
    }

    @Test
    void shouldTakeStatusAndMessageFromTheReasonsInOrder() {
        // When
        var refused = new Refused(TWO);

        // Then
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused).hasMessage("scope.outside, query.invalid-parameter");
        assertThat(refused.getStackTrace()).isEmpty();
    }

    @Test
    void shouldRefuseOnlyForAReason() {
        assertThatCode(() -> Refused.ifAny(List.of())).doesNotThrowAnyException();
        assertThatThrownBy(() -> Refused.ifAny(TWO)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new Refused(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldNotChangeARefusalOnceMade() {
        // Given
        var args = new HashMap<String, Object>();
        args.put("name", "limit");
        var refusal = new Refusal(KernelProblem.INVALID_PARAMETER, args, null, null);

        // When
        args.put("name", "other");

        // Then
        assertThat(refusal.args()).containsEntry("name", "limit");
        assertThatThrownBy(() -> refusal.args().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(refusal.at("/a").atParameter("b"))
                .isEqualTo(new Refusal(KernelProblem.INVALID_PARAMETER, refusal.args(), "/a", "b"));
    }
}
