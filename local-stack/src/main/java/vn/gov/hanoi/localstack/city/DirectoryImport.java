package vn.gov.hanoi.localstack.city;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Sends a CSV file to the directory of evaluation-service and follows the import until every row has its result. */
final class DirectoryImport {
    private static final String IMPORTS = "/evaluation/v1/imports";
    /** Not found in any CSV line, and fixed, so that the same file has the same bytes and the same key. */
    private static final String BOUNDARY = "----congvu-import-7f3a1c";

    private static final int MOST_ATTEMPTS = 10;
    private static final int LOOKS_WITHOUT_PROGRESS = 2_000;

    private final Suite suite;
    private final Pause pause;
    private final Consumer<String> progress;

    DirectoryImport(Suite suite, Pause pause, Consumer<String> progress) {
        this.suite = suite;
        this.pause = pause;
        this.progress = progress;
    }

    /**
     * Imports one file; any failed row ends the load.
     *
     * @param kind UNITS or OFFICERS
     * @param mode ATOMIC or PARTIAL
     */
    ImportCounts load(String step, String kind, String mode, String csv) {
        var request = JsonNodeFactory.instance.objectNode().put("kind", kind).put("mode", mode);
        var content = new Command.Content("multipart/form-data; boundary=" + BOUNDARY, multipart(request, csv));
        var command = Command.of(step, IMPORTS, content);
        for (var attempt = 1; ; attempt++) {
            var accepted = suite.post(command).expect(202, step);
            var operation = follow(step, accepted.body().path("id").asText());
            var result = result(step, operation);
            if (isComplete(operation, result)) {
                return counts(result);
            }
            // A replayed failure says nothing about today; its reason may be gone, so the file is sent afresh.
            if (!accepted.replayed() || attempt == MOST_ATTEMPTS) {
                throw failure(step, operation, result);
            }
            command = command.again();
        }
    }

    private JsonNode follow(String step, String operationId) {
        var reported = -1L;
        var idleLooks = 0;
        while (idleLooks < LOOKS_WITHOUT_PROGRESS) {
            var operation =
                    suite.get(step, "/evaluation/v1/operations/" + operationId).body();
            var done = operation.path("progress").path("done").asLong();
            idleLooks = done == reported ? idleLooks + 1 : 0;
            if (done != reported) {
                var total = operation.path("progress").path("total").asLong();
                progress.accept(String.format(Locale.ROOT, "%s: %,d of %,d rows", step, done, total));
                reported = done;
            }
            switch (operation.path("state").asText()) {
                case "SUCCEEDED", "PARTIAL", "FAILED", "CANCELLED" -> {
                    return operation;
                }
                default -> pause.rest(Suite.LOOK_INTERVAL);
            }
        }
        throw LoadFailed.stalled(step);
    }

    private JsonNode result(String step, JsonNode operation) {
        var href = operation.path("resultHref").asText("");
        return href.isEmpty()
                ? MissingNode.getInstance()
                : suite.get(step, href).body();
    }

    private static boolean isComplete(JsonNode operation, JsonNode result) {
        return switch (operation.path("state").asText()) {
            case "SUCCEEDED", "PARTIAL" -> counts(result).failed() == 0;
            default -> false;
        };
    }

    private static ImportCounts counts(JsonNode result) {
        var counts = result.path("counts");
        return new ImportCounts(
                counts.path("created").asInt(),
                counts.path("updated").asInt(),
                counts.path("unchanged").asInt(),
                counts.path("failed").asInt());
    }

    private LoadFailed failure(String step, JsonNode operation, JsonNode result) {
        var lines = result.isMissingNode() ? List.<String>of() : failedRows(step, operation);
        var failed = counts(result).failed();
        return LoadFailed.problem(
                step + ": import " + operation.path("state").asText() + ", failed rows: " + failed,
                operation.path("problem"),
                lines);
    }

    private List<String> failedRows(String step, JsonNode operation) {
        var path = operation.path("resultHref").asText() + "/rows?status=FAILED&limit=10";
        return suite.get(step, path)
                .body()
                .path("items")
                .valueStream()
                .map(DirectoryImport::line)
                .toList();
    }

    private static String line(JsonNode row) {
        return List.of("index", "cell", "code", "detail").stream()
                .map(name -> row.path(name).asText(""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" ", "row ", ""));
    }

    private static String multipart(JsonNode request, String csv) {
        return String.join(
                "\r\n",
                "--" + BOUNDARY,
                "Content-Disposition: form-data; name=\"request\"",
                "Content-Type: application/json",
                "",
                request.toString(),
                "--" + BOUNDARY,
                "Content-Disposition: form-data; name=\"file\"; filename=\"rows.csv\"",
                "Content-Type: text/csv; charset=UTF-8",
                "",
                csv,
                "--" + BOUNDARY + "--",
                "");
    }
}
