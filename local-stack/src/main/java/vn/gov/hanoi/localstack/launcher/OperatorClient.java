package vn.gov.hanoi.localstack.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Reads what operators may see, at each service itself, so that a stopped gateway hides nothing. */
final class OperatorClient implements Doctor.Source {
    private static final String OPERATOR = "hai.vu";

    /** All checks at the size of the City take seconds; each service bounds its own work. */
    private static final Duration LIMIT = Duration.ofSeconds(200);

    private final Suite suite;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    OperatorClient(Suite suite) {
        this.suite = suite;
        this.token = suite.token(OPERATOR);
    }

    @Override
    public JsonNode get(String service, String path) {
        var address = suite.service(service).resolve("/" + service + "/v1" + path);
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .timeout(LIMIT)
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("%s answered %d to %s".formatted(service, answer.statusCode(), path));
            }
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException("%s-service does not answer at %s".formatted(service, address), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
