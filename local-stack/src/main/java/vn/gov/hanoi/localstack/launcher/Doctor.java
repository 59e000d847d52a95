package vn.gov.hanoi.localstack.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Examines a running installation: the checks of the directory over all dates, events that could not be applied, and whether the
 * copies of the directory equal their source. Changes nothing.
 */
final class Doctor {
    /** Events are under way for moments; a copy that differs longer than this is broken. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(1);
    private static final List<String> SERVICES = List.of("evaluation", "training", "selection");
    /** The directory and the books of training money. */
    private static final List<String> CHECKED = List.of("evaluation", "training");

    private static final List<String> COPIES = List.of("training", "selection");
    private static final Set<String> HEALTHY = Set.of("OK", "WARNING");
    private static final int EXAMPLES = 3;

    private final Source source;
    private final Clockwork clockwork;

    /** Where answers come from: the body of a GET by an operator. */
    interface Source {
        JsonNode get(String service, String path);
    }

    /** How time passes. */
    interface Clockwork {
        void rest(Duration time);
    }

    /** @param text table for people */
    record Report(boolean healthy, String text) {}

    private record Finding(String service, String check, String state, String detail) {
        List<String> cells() {
            return List.of(service, check, state, detail);
        }
    }

    Doctor(Source source, Clockwork clockwork) {
        this.source = source;
        this.clockwork = clockwork;
    }

    Report examine() {
        var findings = new ArrayList<Finding>();
        CHECKED.forEach(service -> source.get(service, "/ops/integrity")
                .path("checks")
                .forEach(check -> findings.add(integrity(service, check))));
        SERVICES.forEach(service -> findings.add(deadLetters(service)));
        findings.addAll(copies());
        boolean healthy = findings.stream().map(Finding::state).allMatch(HEALTHY::contains);
        var rows = Table.rows(findings.stream().map(Finding::cells).toList());
        return new Report(healthy, rows + (healthy ? "\nNothing is broken.\n" : "\nSomething is broken.\n"));
    }

    private static Finding integrity(String service, JsonNode check) {
        var title = check.at("/title/en").asText();
        long count = check.path("count").asLong();
        var examples = StreamSupport.stream(check.path("examples").spliterator(), false)
                .limit(EXAMPLES)
                .map(JsonNode::asText)
                .toList();
        return new Finding(
                service,
                check.path("id").asText(),
                check.path("state").asText(),
                count == 0 ? title : "%s: %d, for example %s".formatted(title, count, String.join(", ", examples)));
    }

    private Finding deadLetters(String service) {
        int open = source.get(service, "/ops/dead-letters").path("items").size();
        return new Finding(
                service,
                "dead-letters",
                open == 0 ? "OK" : "BROKEN",
                open == 0 ? "Events that could not be applied" : "Events that could not be applied: " + open);
    }

    /** Asks source and copies again until they agree or patience ends. */
    private List<Finding> copies() {
        var findings = compare();
        for (var waited = Duration.ZERO;
                !findings.stream().allMatch(each -> each.state().equals("OK")) && waited.compareTo(PATIENCE) < 0;
                waited = waited.plus(LOOK_INTERVAL)) {
            clockwork.rest(LOOK_INTERVAL);
            findings = compare();
        }
        return findings;
    }

    private List<Finding> compare() {
        var findings = new ArrayList<Finding>();
        var original =
                source.get("evaluation", "/ops/directory-source?digest=true").path("digest");
        for (var service : COPIES) {
            var copy = source.get(service, "/ops/directory-copy?digest=true").path("digest");
            for (var part : List.of("units", "officers")) {
                findings.add(compare(service, part, original.path(part), copy.path(part)));
            }
        }
        return findings;
    }

    private static Finding compare(String service, String part, JsonNode original, JsonNode copy) {
        boolean equal = original.isObject() && original.equals(copy);
        return new Finding(
                service,
                "copy-of-" + part,
                equal ? "OK" : "BROKEN",
                equal
                        ? "Equals the source: %d, %s"
                                .formatted(original.path("count").asLong(), start(original))
                        : "Differs from the source: %d, %s instead of %d, %s"
                                .formatted(
                                        copy.path("count").asLong(),
                                        start(copy),
                                        original.path("count").asLong(),
                                        start(original)));
    }

    /** The first digits of the digest; enough to be told apart by eye. */
    private static String start(JsonNode part) {
        var digest = part.path("sha256").asText();
        return digest.isEmpty() ? "no digest" : "sha256 " + digest.substring(0, Math.min(12, digest.length()));
    }
}
