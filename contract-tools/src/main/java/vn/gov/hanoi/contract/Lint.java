package vn.gov.hanoi.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import vn.gov.hanoi.localstack.NodeTools;

/** Our rules for contracts, read by Spectral: errors are never allowed, warnings may only become fewer. */
final class Lint {
    private static final int ERROR = 0;

    private Lint() {}

    /**
     * @param errors place and text of each
     * @param warnings number of them by rule
     */
    record Findings(List<String> errors, TreeMap<String, Integer> warnings) {
        JsonNode counts() {
            var counts = JsonNodeFactory.instance.objectNode();
            warnings.forEach(counts::put);
            return counts;
        }
    }

    static Findings of(NodeTools tools, Path rules, Path contract) {
        var outcome = tools.run(
                "spectral",
                "lint",
                contract.toString(),
                "--ruleset",
                rules.toString(),
                "--format",
                "json",
                "--quiet",
                "--fail-severity",
                "error");
        // It ends with 1 when it found errors, and with another code when it could not read something.
        int begin = outcome.output().indexOf('[');
        if (outcome.code() > 1 || begin < 0) {
            throw new IllegalStateException("spectral failed: " + outcome.output());
        }
        try {
            return findings(new ObjectMapper().readTree(outcome.output().substring(begin)));
        } catch (IOException e) {
            throw new UncheckedIOException("spectral said: " + outcome.output(), e);
        }
    }

    private static Findings findings(JsonNode report) {
        var findings = new Findings(new ArrayList<>(), new TreeMap<>());
        for (var finding : report) {
            var rule = finding.path("code").asText();
            if (finding.path("severity").asInt() == ERROR) {
                var place = new ArrayList<String>();
                finding.path("path").forEach(part -> place.add(part.asText()));
                findings.errors()
                        .add(rule + " at " + String.join(" ", place) + ": "
                                + finding.path("message").asText());
            } else {
                findings.warnings().merge(rule, 1, Integer::sum);
            }
        }
        return findings;
    }

    /** @return rules that have more warnings than the file allows */
    static List<String> above(Findings findings, JsonNode allowed) {
        return findings.warnings().entrySet().stream()
                .filter(each -> each.getValue() > allowed.path(each.getKey()).asInt(0))
                .map(each -> each.getKey() + ": " + each.getValue() + " warnings, allowed "
                        + allowed.path(each.getKey()).asInt(0))
                .toList();
    }
}
