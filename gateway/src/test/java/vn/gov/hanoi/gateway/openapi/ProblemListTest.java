package vn.gov.hanoi.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gov.hanoi.gateway.problem.GatewayProblem;

/** The codes of all services and of the gateway in one list. */
class ProblemListTest {
    @Test
    void shouldJoinTheCodesOfTheServicesWithItsOwn() {
        // When
        var list = ProblemList.of(List.of(
                contract("plan.locked", 409, "Kế hoạch đã khóa"),
                contract("rule.missing", 422, "Thiếu quy tắc"),
                new ObjectMapper().createObjectNode()));

        // Then
        assertThat(list.document().path("items")).hasSize(GatewayProblem.values().length + 2);
        var one = list.one("plan.locked").orElseThrow();
        assertThat(one.path("status").asInt()).isEqualTo(409);
        assertThat(one.at("/titles/vi").asText()).isEqualTo("Kế hoạch đã khóa");
        assertThat(one.path("type").asText()).isEqualTo("/platform/v1/problems/plan.locked");
        assertThat(list.one("no.such")).isEmpty();
    }

    @Test
    void shouldTellASharedCodeAsTheServicesDo() {
        // When
        var list = ProblemList.of(List.of(contract("auth.unauthenticated", 401, "Chưa đăng nhập ở dịch vụ")));

        // Then
        assertThat(list.one("auth.unauthenticated")
                        .orElseThrow()
                        .at("/titles/vi")
                        .asText())
                .isEqualTo("Chưa đăng nhập ở dịch vụ");
        assertThat(list.document().path("items")).hasSize(GatewayProblem.values().length);
    }

    private static JsonNode contract(String code, int status, String title) {
        try {
            return new ObjectMapper().readTree("""
                    {"x-problems": {"%s": {"status": %d, "retryable": false,
                     "titles": {"vi": "%s", "en": "T"}, "details": {"vi": "D", "en": "D"}}}}""".formatted(code, status, title));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
