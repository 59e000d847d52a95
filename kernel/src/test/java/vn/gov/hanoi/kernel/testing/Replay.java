package vn.gov.hanoi.kernel.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.filter.Filter;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request of a test, sent once by REST-assured and then again for other callers by a plain client. Access matrices send thousands of
 * requests that are refused; most of their time would go into making each of them anew.
 */
public final class Replay {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    /** Set by the client itself, or different for each caller. */
    private static final Set<String> NOT_KEPT = Set.of("authorization", "host", "connection", "content-length");

    private static final ThreadLocal<@Nullable FilterableRequestSpecification> LAST = new ThreadLocal<>();

    static final Filter RECORDER = (request, specification, next) -> {
        LAST.set(request);
        return next.next(request, specification);
    };

    private final HttpRequest request;

    private Replay(HttpRequest request) {
        this.request = request;
    }

    /** The last request that the call sends; empty if it has a file, which cannot be sent again. */
    public static Optional<Replay> of(Supplier<Response> call) {
        call.get();
        var sent = LAST.get();
        LAST.remove();
        if (sent == null || !sent.getMultiPartParams().isEmpty()) {
            return Optional.empty();
        }
        var body = sent.getBody() == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(sent.getBody().toString());
        var copy = HttpRequest.newBuilder(URI.create(sent.getURI())).method(sent.getMethod(), body);
        for (var header : sent.getHeaders()) {
            if (!NOT_KEPT.contains(header.getName().toLowerCase(java.util.Locale.ROOT))) {
                copy.header(header.getName(), header.getValue());
            }
        }
        return Optional.of(new Replay(copy.build()));
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
