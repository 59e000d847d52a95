package vn.gov.hanoi.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.gov.hanoi.gateway.problem.GatewayProblem;
import vn.gov.hanoi.gateway.problem.ProblemTexts;

/**
 * Every problem code of the suite with its status and texts: the gateway's own, and those that the contracts of the services name
 * in {@code x-problems}. A code that several have is told as the services tell it.
 */
public final class ProblemList {
    /** Address of the catalogue. */
    public static final String PATH = "/platform/v1/problems";

    private final Map<String, ObjectNode> byCode = new TreeMap<>();

    private ProblemList() {}

    /** @param contracts of the services */
    public static ProblemList of(Collection<? extends JsonNode> contracts) {
        var list = new ProblemList();
        for (var problem : GatewayProblem.values()) {
            list.byCode.put(problem.code(), own(problem));
        }
        contracts.forEach(contract -> contract.path("x-problems").properties().forEach(each -> list.add(each)));
        return list;
    }

    /** All of them, by code: {@code {"items": [...]}}. */
    public ObjectNode document() {
        var document = JsonNodeFactory.instance.objectNode();
        document.putArray("items").addAll(byCode.values());
        return document;
    }

    Optional<ObjectNode> one(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    private void add(Map.Entry<String, JsonNode> problem) {
        var entry = entry(problem.getKey());
        entry.setAll((ObjectNode) problem.getValue());
        byCode.put(problem.getKey(), entry);
    }

    private static ObjectNode own(GatewayProblem problem) {
        var entry = entry(problem.code());
        entry.put("status", problem.status()).put("retryable", problem.retryable());
        entry.putObject("titles")
                .put("vi", ProblemTexts.title(problem, "vi"))
                .put("en", ProblemTexts.title(problem, "en"));
        entry.putObject("details")
                .put("vi", ProblemTexts.detail(problem, "vi"))
                .put("en", ProblemTexts.detail(problem, "en"));
        return entry;
    }

    private static ObjectNode entry(String code) {
        return JsonNodeFactory.instance.objectNode().put("code", code).put("type", PATH + "/" + code);
    }
}
