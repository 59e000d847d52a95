package vn.gov.hanoi.localstack.city;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The suite behind its gateway, seen by one user. A refused token is replaced once; what the suite calls temporary is asked again with the same key,
 * which is safe because every command carries one.
 */
final class Suite {
    static final Duration LOOK_INTERVAL = Duration.ofMillis(300);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<Integer> TEMPORARY = Set.of(429, 502, 503, 504);
    private static final int TRIES = 30;
    private static final int LOOKS_FOR_EVENTS = 100;
    private static final String OWN_UNIT_UNKNOWN = "scope.unit-unknown";

    private final URI gateway;
    private final TokenCache tokens;
    private final String user;
    private final Pause pause;
    private final HttpClient http;

    Suite(URI gateway, TokenSource tokens, String user, Pause pause) {
        this.gateway = gateway;
        this.tokens = tokens instanceof TokenCache kept ? kept : new TokenCache(tokens);
        this.user = user;
        this.pause = pause;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** Reads a resource, once the service knows the user's unit; anything but 200 then ends the load. */
    Answer get(String step, String path) {
        var request = HttpRequest.newBuilder(gateway.resolve(path)).GET();
        return onceKnown(() -> send(step, request), OWN_UNIT_UNKNOWN).expect(200, step);
    }

    Answer post(Command command) {
        var request = HttpRequest.newBuilder(gateway.resolve(command.path()))
                .header("Content-Type", command.content().type())
                .header("Idempotency-Key", command.key())
                .POST(HttpRequest.BodyPublishers.ofString(command.content().text()));
        var ifMatch = command.ifMatch();
        return send(command.step(), ifMatch == null ? request : request.header("If-Match", ifMatch));
    }

    /** Posts, and for up to 30 seconds waits while the service says that it has not heard of a unit yet: it learns units by events. */
    Answer postOnceUnitsAreKnown(Command command, String unitUnknown) {
        return onceKnown(() -> post(command), unitUnknown);
    }

    private Answer onceKnown(Supplier<Answer> call, String unitUnknown) {
        var answer = call.get();
        for (var look = 0;
                look < LOOKS_FOR_EVENTS && (answer.refusedWith(unitUnknown) || answer.refusedWith(OWN_UNIT_UNKNOWN));
                look++) {
            pause.rest(LOOK_INTERVAL);
            answer = call.get();
        }
        return answer;
    }

    private Answer send(String step, HttpRequest.Builder request) {
        request.header("Accept", "application/json, application/problem+json").timeout(Duration.ofSeconds(60));
        var tokenReplaced = false;
        for (var tries = 1; ; tries++) {
            try {
                var answer = once(request);
                if (answer.status() == 401 && !tokenReplaced) {
                    tokenReplaced = true;
                    tokens.forget(user);
                } else if (tries == TRIES || !isTemporary(answer)) {
                    return answer;
                } else {
                    pause.rest(Duration.ofSeconds(1));
                }
            } catch (IOException e) {
                if (tries == TRIES) {
                    throw LoadFailed.unreachable(step, e);
                }
                pause.rest(Duration.ofSeconds(1));
            }
        }
    }

    private Answer once(HttpRequest.Builder request) throws IOException {
        request.setHeader("Authorization", "Bearer " + tokens.token(user));
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var headers = response.headers();
            return new Answer(
                    response.statusCode(),
                    parse(response.body()),
                    headers.firstValue("ETag").orElse(null),
                    headers.firstValue("Idempotency-Replayed")
                            .filter("true"::equals)
                            .isPresent());
        } catch (InterruptedException e) {
            throw LoadFailed.interrupted(e);
        }
    }

    private static boolean isTemporary(Answer answer) {
        return TEMPORARY.contains(answer.status())
                || answer.status() == 409
                        && "idempotency.in-progress"
                                .equals(answer.body().path("code").asText());
    }

    /** A body that is not JSON comes from something between us and the suite; the status alone then tells what happened. */
    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
