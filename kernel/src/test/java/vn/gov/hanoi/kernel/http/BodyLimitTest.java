package vn.gov.hanoi.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;

class BodyLimitTest {
    private static final int LIMIT = 1_000;

    private final BodyLimit bodyLimit = new BodyLimit(LIMIT);

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"application/json", "application/problem+json", "*/*", "application/*", "text/plain"})
    void shouldCutAnyBodyThatIsNoFile(@Nullable String type) throws IOException {
        // Given
        var fitting = through(type, LIMIT);
        var tooLong = through(type, LIMIT + 1);

        // When
        var refused = catchThrowableOfType(Refused.class, tooLong::readAllBytes);

        // Then
        assertThat(fitting.readAllBytes()).hasSize(LIMIT);
        assertThat(refused.refusals().getFirst().code()).isEqualTo(KernelProblem.TOO_LARGE);
        assertThat(refused.refusals().getFirst().args()).containsEntry("limitBytes", LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "*/*"})
    void shouldCountBytesReadOneByOne(String type) throws IOException {
        // Given
        var body = through(type, LIMIT + 1);
        for (int i = 0; i < LIMIT; i++) {
            body.read();
        }

        // When
        var refused = catchThrowableOfType(Refused.class, body::read);

        // Then
        assertThat(refused.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=x", "Multipart/Form-Data"})
    void shouldLeaveFilesToTheServersLimit(String type) throws IOException {
        assertThat(through(type, 5 * LIMIT).readAllBytes()).hasSize(5 * LIMIT);
    }

    /** The body as a message reader gets it. */
    private InputStream through(@Nullable String type, int length) throws IOException {
        var stream = new AtomicReference<InputStream>(new ByteArrayInputStream(new byte[length]));
        var context = (ReaderInterceptorContext) Proxy.newProxyInstance(
                BodyLimitTest.class.getClassLoader(),
                new Class<?>[] {ReaderInterceptorContext.class},
                (_, method, args) -> switch (method.getName()) {
                    case "getMediaType" -> type == null ? null : mediaType(type);
                    case "getInputStream" -> stream.get();
                    case "setInputStream" -> {
                        stream.set((InputStream) args[0]);
                        yield null;
                    }
                    default -> null;
                });
        bodyLimit.aroundReadFrom(context);
        return stream.get();
    }

    private static MediaType mediaType(String text) {
        var parts = text.split("[/;]", -1);
        return new MediaType(parts[0], parts[1]);
    }
}
