package vn.gov.hanoi.kernel.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.DatabaseFaults;
import vn.gov.hanoi.kernel.http.Etags;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/**
 * Runs a command once: one transaction holds the change, its audit entry, its events and the answer under the caller's
 * Idempotency-Key. The same request again gets the stored answer; {@code validateOnly=true} runs everything and keeps nothing.
 *
 * <p>Refusals: idempotency.key-missing, idempotency.key-malformed, idempotency.in-progress, idempotency.payload-differs,
 * and whatever the command refuses.
 */
@ApplicationScoped
public class Writes {
    private static final Pattern KEY = Pattern.compile("\"([\\x21\\x23-\\x7e]{16,64})\"");
    private static final int ATTEMPTS = 3;
    private static final int MULTI_STATUS = 207;
    private static final int BULK_SECONDS = 120;

    private final IdempotencyKeys keys;
    private final CurrentCaller caller;
    private final HttpServerRequest request;
    private final EntityManager entities;
    private final ObjectMapper json;

    Writes(
            IdempotencyKeys keys,
            CurrentCaller caller,
            HttpServerRequest request,
            EntityManager entities,
            ObjectMapper json) {
        this.keys = keys;
        this.caller = caller;
        this.request = request;
        this.entities = entities;
        this.json = json;
    }

    /**
     * @param content what the request says, for the digest; a file is represented by its own digest
     * @param authorise asks whether the caller may do this at all; runs before a stored answer is shown
     * @param command the use case; serialisation failures and deadlocks run it again, so it must not act outside the database
     */
    public Response once(Object content, Runnable authorise, Supplier<Answer> command) {
        return once(content, authorise, command, 0);
    }

    /** The same for many records at once, which may take longer than a single act. */
    public Response bulk(Object content, Runnable authorise, Supplier<Answer> command) {
        return once(content, authorise, command, BULK_SECONDS);
    }

    /**
     * What a request under a key is known by.
     *
     * @param scope digest of client, person, method, route and key
     * @param request digest of what the request says
     */
    public record UsedKey(byte[] scope, byte[] request) {}

    /**
     * What became of a request under a key.
     *
     * @param replayed whether an earlier request did it
     */
    public record Kept(Answer answer, boolean replayed) {}

    /** Whether the request is {@code validateOnly=true}, which {@link #once} tries out. */
    public boolean isTrial() {
        return Params.flag("validateOnly", request.getParam("validateOnly"));
    }

    /**
     * For a command that takes part in a transaction of many: it asks the scope, claims and stores the key itself.
     *
     * <p>Refusals: idempotency.key-missing, idempotency.key-malformed, and whatever the command refuses.
     */
    public Response keptBy(Object content, Function<UsedKey, Kept> command) {
        var kept = command.apply(new UsedKey(scopeDigest(key()), digest(target(), ifMatch(), write(content))));
        return respond(stored(kept.answer()), kept.replayed());
    }

    /** @param seconds longest transaction; 0 for that of single acts */
    private Response once(Object content, Runnable authorise, Supplier<Answer> command, int seconds) {
        boolean dryRun = isTrial();
        byte[] scope = dryRun ? new byte[0] : scopeDigest(key());
        byte[] digest = dryRun ? new byte[0] : digest(target(), ifMatch(), write(content));
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().timeout(seconds).call(() -> {
                    authorise.run();
                    return dryRun ? tryOut(command) : execute(scope, digest, command);
                });
            } catch (NothingKept tried) {
                return Response.status(tried.status())
                        .entity(tried.outcome())
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .build();
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !DatabaseFaults.isRepeatable(e)) {
                    throw e;
                }
            }
        }
    }

    private Response tryOut(Supplier<Answer> command) {
        var answer = command.get();
        entities.flush();
        // What becomes of each of many rows is said as in the real call.
        throw answer.status() == MULTI_STATUS
                ? new NothingKept(MULTI_STATUS, answer.body())
                : new NothingKept(200, DryRun.of(answer.body()));
    }

    private Response execute(byte[] scope, byte[] digest, Supplier<Answer> command) {
        Optional<IdempotencyKeys.Stored> known = keys.claim(scope, digest);
        if (known.isPresent()) {
            return respond(known.get(), true);
        }
        var answer = command.get();
        entities.flush();
        var stored = stored(answer);
        keys.store(scope, digest, stored);
        return respond(stored, false);
    }

    private IdempotencyKeys.Stored stored(Answer answer) {
        return new IdempotencyKeys.Stored(
                answer.status(),
                write(answer.body()),
                answer.version() == null ? null : Etags.of(answer.version()),
                answer.location());
    }

    private static Response respond(IdempotencyKeys.Stored answer, boolean replayed) {
        var response = Response.status(answer.status());
        if (answer.status() != 204) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(answer.body());
        }
        header(response, "ETag", answer.etag());
        header(response, "Location", answer.location());
        if (replayed) {
            response.header("Idempotency-Replayed", "true");
        }
        if (answer.status() == 202) {
            response.header("Retry-After", "1");
        }
        return response.build();
    }

    private static void header(Response.ResponseBuilder response, String name, @Nullable String value) {
        if (value != null) {
            response.header(name, value);
        }
    }

    private String key() {
        List<String> given = request.headers().getAll("Idempotency-Key");
        if (given.isEmpty()) {
            throw new Refused(Refusal.of(KernelProblem.KEY_MISSING).atParameter("Idempotency-Key"));
        }
        var found = KEY.matcher(given.getFirst());
        if (given.size() > 1 || !found.matches()) {
            throw new Refused(Refusal.of(KernelProblem.KEY_MALFORMED).atParameter("Idempotency-Key"));
        }
        return found.group(1);
    }

    private byte[] scopeDigest(String key) {
        var who = caller.get();
        return digest(
                who.client(),
                who.subject(),
                (request.method() + " " + request.path()).getBytes(StandardCharsets.UTF_8),
                key.getBytes(StandardCharsets.UTF_8));
    }

    private String target() {
        return request.method() + " " + request.uri();
    }

    private String ifMatch() {
        return String.valueOf(request.getHeader("If-Match"));
    }

    private byte[] write(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("answer cannot be written", e);
        }
    }

    /** Each part is followed by its length, so that no two different requests share their bytes. */
    private static byte[] digest(String first, String second, byte[]... rest) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var text : List.of(first, second)) {
                update(digest, text.getBytes(StandardCharsets.UTF_8));
            }
            for (var part : rest) {
                update(digest, part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void update(MessageDigest digest, byte[] part) {
        digest.update(part);
        digest.update(
                java.nio.ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
    }
}
