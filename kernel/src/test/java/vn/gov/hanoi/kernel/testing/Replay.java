package vn.gov.hanoi.kernel.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request of a test, sent once and then again for other callers. Access matrices send thousands of
 * requests that are refused; most of their time would go into making each of them anew.
 */
public final class Replay {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ThreadLocal<@Nullable HttpRequest> LAST = new ThreadLocal<>();

    private final HttpRequest request;

    private Replay(HttpRequest request) {
        this.request = request;
    }

    static void sent(HttpRequest request) {
        LAST.set(request);
    }

    /** The last request that the call sends; empty if it was not a plain one, which cannot be sent again. */
    public static Optional<Replay> of(Supplier<Response> call) {
        LAST.remove();
        call.get();
        var sent = LAST.get();
        LAST.remove();
        return Optional.ofNullable(sent)
                .map(request ->
                        new Replay(HttpRequest.newBuilder(request, (name, _) -> !name.equalsIgnoreCase("Authorization"))
                                .build()));
    }

    /** Status and, of a problem, its code. */
    public String as(String token) {
        try {
            var answer = CLIENT.send(
                    HttpRequest.newBuilder(request, (_, _) -> true)
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return told(answer.statusCode(), Json.MAPPER.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The same of an answer of REST-assured. */
    public static String told(Response answer) {
        return answer.statusCode() < 400
                ? String.valueOf(answer.statusCode())
                : told(answer.statusCode(), Api.json(answer));
    }

    private static String told(int status, JsonNode body) {
        return status < 400
                ? String.valueOf(status)
                : status + " " + body.path("code").asText();
    }
}
