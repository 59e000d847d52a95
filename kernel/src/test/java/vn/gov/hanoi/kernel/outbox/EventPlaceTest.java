package vn.gov.hanoi.kernel.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventPlaceTest {
    @Test
    void shouldFindTheUnitOfTheDataAndNoOther() {
        // Given
        var unit = UUID.randomUUID();
        var event = """
                {"specversion":"1.0","unitId":"%s","data":{"deep":{"unitId":"%s"},"list":[{"unitId":"%s"}],"unitId":"%s","more":1}}""".formatted(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), unit);

        // When Then
        assertThat(EventPlace.unitOf(bytes(event))).isEqualTo(unit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"data\":null}",
                "{\"data\":[]}",
                "{\"data\":{}}",
                "{\"data\":{\"unitId\":null}}",
                "{\"data\":{\"unitId\":7}}",
                "{\"data\":{\"unitId\":\"H26\"}}",
                "{\"data\":{\"deep\":{\"unitId\":\"0197f3c2-7a10-7c4e-9b1d-000000000002\"}}}",
                "{\"data\":{\"unitId\":"
            })
    void shouldFindNoPlaceWhereNoneIsNamed(String event) {
        assertThat(EventPlace.unitOf(bytes(event))).isNull();
    }

    @Property(tries = 200)
    void shouldNeverFailSinceTheRelayWouldStop(@ForAll byte[] anything) {
        assertThat(EventPlace.unitOf(anything)).isNull();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
