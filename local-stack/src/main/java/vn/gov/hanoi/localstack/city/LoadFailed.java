package vn.gov.hanoi.localstack.city;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The load ended early. Its message says at which step, with the problem code, its detail and the first failed rows; a new load goes on from there. */
public final class LoadFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    private LoadFailed(String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Problem code of the suite, or "load.unreachable", "load.stalled", "load.rows-failed", "load.interrupted" for what the loader found itself. */
    public String code() {
        return code;
    }

    static LoadFailed unreachable(String step, Throwable cause) {
        return new LoadFailed("load.unreachable", step + ": no answer from the gateway: " + cause, cause);
    }

    static LoadFailed interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new LoadFailed("load.interrupted", "the load was interrupted", cause);
    }

    static LoadFailed stalled(String step) {
        return new LoadFailed(
                "load.stalled", step + ": no progress for ten minutes; see the operations of evaluation-service", null);
    }

    static LoadFailed refused(String step, Answer answer) {
        var fieldErrors = answer.body()
                .path("errors")
                .valueStream()
                .limit(10)
                .map(error -> error.path("code").asText("") + " at "
                        + error.path("pointer").asText(""))
                .toList();
        return problem(step + ": status " + answer.status(), answer.body(), fieldErrors);
    }

    /** An operation or answer that carries a problem, with further lines such as failed rows. */
    static LoadFailed problem(String what, JsonNode problem, List<String> lines) {
        var code = problem.path("code").asText("load.rows-failed");
        var detail = problem.path("detail").asText("");
        var rows = lines.stream().map(line -> "\n  " + line).collect(Collectors.joining());
        return new LoadFailed(code, what + ", " + code + (detail.isEmpty() ? "" : ": " + detail) + rows, null);
    }
}
