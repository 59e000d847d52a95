package vn.gov.hanoi.contract;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import vn.gov.hanoi.gateway.openapi.ContractMerge;
import vn.gov.hanoi.gateway.openapi.ProblemList;

/** Where contracts lie, and how the one of the suite is made of those that the builds of the services wrote. */
final class ContractFiles {
    static final List<String> SERVICES = List.of("evaluation", "training", "selection");
    /** Stands for the address of an installation, which is no part of the contract. */
    private static final String ANYWHERE = "https://congvu.example";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path project;

    ContractFiles(Path project) {
        this.project = project;
    }

    /** The contract that the gateway would serve for the services as they are built, with all names in order. */
    JsonNode built() {
        var merge = new ContractMerge(ANYWHERE, ANYWHERE + "/realms/congvu");
        for (var service : SERVICES) {
            merge.add(service, ofService(service));
        }
        merge.addPlatform();
        return ordered(merge.document());
    }

    JsonNode builtProblems() {
        return ordered(
                ProblemList.of(SERVICES.stream().map(this::ofService).toList()).document());
    }

    Path contract() {
        return project.resolve("docs/api/openapi.json");
    }

    Path problems() {
        return project.resolve("docs/api/problems.json");
    }

    /** What clients were promised: the contract of the last release. */
    Path released(Path file) {
        return project.resolve("docs/api/released").resolve(file.getFileName());
    }

    /** Breaking changes that were decided, each with its reason. */
    Path accepted() {
        return project.resolve("docs/api/released/accepted.json");
    }

    Path rules() {
        return project.resolve("docs/api/spectral.yaml");
    }

    /** How many warnings of each rule there may be at most. */
    Path ratchet() {
        return project.resolve("docs/api/spectral-warnings.json");
    }

    Path tools() {
        return project.resolve("contract-tools");
    }

    static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, JsonNode content) {
        var printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter(" ", "\n"));
        printer.indentArraysWith(new DefaultIndenter(" ", "\n"));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JSON.writer(printer).writeValueAsString(content) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with the names of every object in alphabetical order, so that a change of order is no change. */
    static JsonNode ordered(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var sorted = JsonNodeFactory.instance.objectNode();
            object.propertyStream()
                    .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                    .forEach(each -> sorted.set(each.getKey(), ordered(each.getValue())));
            return sorted;
        }
        if (node.isArray()) {
            var items = new ArrayList<JsonNode>();
            node.forEach(item -> items.add(ordered(item)));
            return JsonNodeFactory.instance.arrayNode().addAll(items);
        }
        return node;
    }

    private JsonNode ofService(String service) {
        var file = project.resolve(service + "-service/target/openapi/openapi.json");
        if (!Files.exists(file)) {
            throw new IllegalStateException(service + "-service is not built: " + file + " is missing");
        }
        return read(file);
    }
}
