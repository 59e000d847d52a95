package vn.gov.hanoi.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
    private static final String CALLERS = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @AfterEach
    void end() {
        Trace.end();
    }

    @Test
    void shouldGoOnWithTheCallersTraceUnderItsOwnSpan() {
        // When
        Trace.begin("00-" + CALLERS + "-" + SPAN + "-01");

        // Then
        assertThat(Trace.id()).isEqualTo(CALLERS);
        assertThat(Trace.parent()).matches("00-" + CALLERS + "-[0-9a-f]{16}-01").doesNotContain(SPAN);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736\nlevel=INFO forged-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\n"
            })
    void shouldBeginItsOwnTraceInsteadOfAMalformedOne(String traceparent) {
        // When
        Trace.begin(traceparent);

        // Then
        assertThat(Trace.id()).matches("[0-9a-f]{32}").isNotEqualTo(CALLERS).isNotEqualTo("0".repeat(32));
        assertThat(Trace.parent()).matches("00-" + Trace.id() + "-[0-9a-f]{16}-01");
    }

    @Test
    void shouldLeaveNothingToTheNextRequest() {
        // Given
        Trace.begin("00-" + CALLERS + "-" + SPAN + "-01");

        // When
        Trace.end();

        // Then
        assertThat(Trace.id()).isEqualTo("0".repeat(32));
        assertThat(Trace.parent()).isNull();
    }
}
