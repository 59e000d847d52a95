package vn.gov.hanoi.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a client of the released contract can no longer do, or would misread, under another one. Additions are free: operations,
 * optional properties and parameters, values of enumerations that are sent to clients, wider requests.
 */
final class BreakingChanges {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final JsonNode before;
    private final JsonNode after;
    private final SchemaChanges schemas;
    private final List<String> found = new ArrayList<>();

    private BreakingChanges(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
        this.schemas = new SchemaChanges(before, after, found);
    }

    /** @return one sentence each; empty if the contract keeps every promise */
    static List<String> between(JsonNode released, JsonNode contract) {
        var changes = new BreakingChanges(released, contract);
        changes.compare();
        return List.copyOf(new TreeSet<>(changes.found));
    }

    /** The same for the catalogues of problem codes, by which clients decide. */
    static List<String> betweenProblems(JsonNode released, JsonNode catalogue) {
        var found = new TreeSet<String>();
        var present = new LinkedHashMap<String, JsonNode>();
        catalogue.path("items").forEach(item -> present.put(item.path("code").asText(), item));
        for (var item : released.path("items")) {
            var code = item.path("code").asText();
            var now = present.get(code);
            if (now == null) {
                found.add("problem " + code + ": removed");
            } else {
                for (var part : List.of("status", "retryable")) {
                    if (!now.path(part).equals(item.path(part))) {
                        found.add("problem " + code + ": " + part + " was " + item.path(part) + " and is "
                                + now.path(part));
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private void compare() {
        var present = operations(after);
        operations(before).forEach((name, operation) -> {
            var now = present.get(name);
            if (now == null) {
                found.add(name + ": operation removed");
            } else {
                compare(name, operation, now);
            }
        });
    }

    private void compare(String name, Operation was, Operation is) {
        if (!was.node().path("operationId").equals(is.node().path("operationId"))) {
            found.add(
                    name + ": operationId was " + was.node().path("operationId").asText() + " and is "
                            + is.node().path("operationId").asText());
        }
        comparePermissions(name, was.node(), is.node());
        compareParameters(name, was, is);
        compareBody(name, was.node().path("requestBody"), is.node().path("requestBody"));
        compareAnswers(name, was.node().path("responses"), is.node().path("responses"));
    }

    private void comparePermissions(String name, JsonNode was, JsonNode is) {
        if (was.path("security").isEmpty() && !is.path("security").isEmpty()) {
            found.add(name + ": needs a token now");
        }
        var permission = was.path("x-permission").asText();
        var kept = roles(is.path("x-permission").asText());
        if (permission.matches("[a-z-]+(, [a-z-]+)*") && !kept.contains("public")) {
            roles(permission).stream()
                    .filter(role -> !kept.contains(role))
                    .forEach(role -> found.add(name + ": role " + role + " is no longer enough"));
        }
    }

    private static Set<String> roles(String permission) {
        return new TreeSet<>(Arrays.asList(permission.split(", ")));
    }

    private void compareParameters(String name, Operation was, Operation is) {
        var known = was.parameters();
        var present = is.parameters();
        known.forEach((parameter, node) -> {
            var where = name + ": parameter " + parameter;
            var now = present.get(parameter);
            if (now == null) {
                found.add(where + " removed");
                return;
            }
            if (now.path("required").asBoolean() && !node.path("required").asBoolean()) {
                found.add(where + " is required now");
            }
            schemas.compare(where, node.path("schema"), now.path("schema"), SchemaChanges.Way.REQUEST);
        });
        present.forEach((parameter, node) -> {
            if (!known.containsKey(parameter) && node.path("required").asBoolean()) {
                found.add(name + ": new parameter " + parameter + " is required");
            }
        });
    }

    private void compareBody(String name, JsonNode was, JsonNode is) {
        var present = schemas.resolvedAfter(is);
        if (was.isMissingNode()) {
            if (present.path("required").asBoolean()) {
                found.add(name + ": a body is required now");
            }
            return;
        }
        var known = schemas.resolvedBefore(was);
        if (present.path("required").asBoolean() && !known.path("required").asBoolean()) {
            found.add(name + ": the body is required now");
        }
        compareContent(name + ": request", known.path("content"), present.path("content"), SchemaChanges.Way.REQUEST);
    }

    private void compareAnswers(String name, JsonNode was, JsonNode is) {
        was.properties().forEach(answer -> {
            var status = answer.getKey();
            if (!is.has(status)) {
                if (status.compareTo("400") < 0) {
                    found.add(name + ": answer " + status + " removed");
                }
                return;
            }
            compareContent(
                    name + ": answer " + status,
                    schemas.resolvedBefore(answer.getValue()).path("content"),
                    schemas.resolvedAfter(is.path(status)).path("content"),
                    SchemaChanges.Way.ANSWER);
        });
    }

    private void compareContent(String where, JsonNode was, JsonNode is, SchemaChanges.Way way) {
        was.properties().forEach(type -> {
            if (!is.has(type.getKey())) {
                found.add(where + ": type " + type.getKey() + " removed");
            } else {
                schemas.compare(
                        where,
                        type.getValue().path("schema"),
                        is.path(type.getKey()).path("schema"),
                        way);
            }
        });
    }

    /** An operation with the parameters of its path; names of path parameters are no promise. */
    private record Operation(JsonNode node, Map<String, JsonNode> parameters) {}

    private Map<String, Operation> operations(JsonNode contract) {
        var all = new LinkedHashMap<String, Operation>();
        contract.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(each -> METHODS.contains(each.getKey()))
                .forEach(each -> all.put(
                        each.getKey().toUpperCase(java.util.Locale.ROOT) + " "
                                + path.getKey().replaceAll("\\{[^}]*}", "{}"),
                        new Operation(each.getValue(), parameters(contract, path, each.getValue())))));
        return all;
    }

    private Map<String, JsonNode> parameters(JsonNode contract, Map.Entry<String, JsonNode> path, JsonNode operation) {
        var all = new LinkedHashMap<String, JsonNode>();
        for (var list : List.of(path.getValue().path("parameters"), operation.path("parameters"))) {
            for (var each : list) {
                var parameter = SchemaChanges.resolved(contract, each);
                var in = parameter.path("in").asText();
                var name = parameter.path("name").asText();
                all.put(in + " " + (in.equals("path") ? place(path.getKey(), name) : name), parameter);
            }
        }
        return all;
    }

    /** Which of the places of a path a name stands at. */
    private static String place(String path, String name) {
        var before = path.substring(0, Math.max(0, path.indexOf("{" + name + "}")));
        return "" + before.chars().filter(c -> c == '{').count();
    }
}
