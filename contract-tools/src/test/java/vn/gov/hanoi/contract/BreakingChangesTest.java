package vn.gov.hanoi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.gov.hanoi.localstack.Distributions;

/** What breaks a client is found wherever it stands, and what does not is left alone. */
class BreakingChangesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One change each, and a part of the sentence that must tell it. */
    private static final Map<String, Seed> BREAKING = new LinkedHashMap<>();

    private static final Map<String, Consumer<ObjectNode>> HARMLESS = new LinkedHashMap<>();

    private record Seed(String told, Consumer<ObjectNode> change) {}

    static {
        breaking("operation removed", "operation removed", c -> path(c).remove("get"));
        breaking("path moved", "operation removed", c -> c.withObject("/paths")
                .set("/training/v1/notes/{id}", c.withObject("/paths").remove("/training/v1/plans/{id}")));
        breaking("operation renamed", "operationId was", c -> get(c).put("operationId", "readPlan"));
        breaking("role taken away", "training-reader is no longer enough", c -> get(c).put("x-permission", "operator"));
        breaking("token demanded", "needs a token now", c -> open(c).withArrayProperty("security")
                .addObject()
                .putArray("oidc"));
        breaking("parameter removed", "parameter query year removed", c -> parameters(c)
                .remove(1));
        breaking("parameter demanded", "is required now", c -> parameter(c, 1).put("required", true));
        breaking("new parameter demanded", "new parameter query other is required", c -> parameters(c)
                .addObject()
                .put("name", "other")
                .put("in", "query")
                .put("required", true));
        breaking("parameter narrowed", "maxLength was 10 and is 5", c -> schemaOf(c, 1)
                .put("maxLength", 5));
        breaking("parameter limited", "limited to some values", c -> schemaOf(c, 1)
                .putArray("enum")
                .add("2026"));
        breaking("default changed", "default was \"2026\"", c -> schemaOf(c, 1).put("default", "2027"));
        breaking("default taken away", "is gone", c -> schemaOf(c, 1).remove("default"));
        breaking("body demanded", "the body is required now", c -> post(c).withObject("/requestBody")
                .put("required", true));
        breaking("type of request removed", "type application/json removed", c -> post(c).withObject(
                        "/requestBody/content")
                .remove("application/json"));
        breaking("property of request demanded", "/amount: is required now", c -> required(c, "Request")
                .add("amount"));
        breaking("new property of request demanded", "/extra: is required now", c -> {
            properties(c, "Request").putObject("extra").put("type", "string");
            required(c, "Request").add("extra");
        });
        breaking("property of request removed", "/amount: removed", c -> properties(c, "Request")
                .remove("amount"));
        breaking("request closed", "unknown properties are refused", c -> schema(c, "Part")
                .put("additionalProperties", false));
        breaking("value of request removed", "/size: variant #/components/schemas/Size removed or changed", c -> values(
                        c, "Size")
                .remove(0));
        breaking("pattern added", "pattern was open", c -> property(c, "Request", "name")
                .put("pattern", "^a"));
        breaking("maximum lowered", "maximum was 100", c -> property(c, "Request", "amount")
                .put("maximum", 99));
        breaking("minimum raised", "minimum was 1 and is 2", c -> property(c, "Request", "amount")
                .put("minimum", 2));
        breaking("minimum added", "minLength was open", c -> property(c, "Request", "name")
                .put("minLength", 1));
        breaking("items fewer", "maxItems was 9", c -> property(c, "Request", "parts")
                .put("maxItems", 8));
        breaking("type of request narrowed", "type was [integer, null]", c -> property(c, "Request", "amount")
                .put("type", "integer"));
        breaking("null taken from request", "variant \"null\" removed", c -> ((ArrayNode)
                        property(c, "Request", "size").path("anyOf"))
                .remove(1));
        breaking("deep in an array of requests", "/parts[]/text: maxLength", c -> property(c, "Part", "text")
                .put("maxLength", 1));
        breaking("answer removed", "answer 200 removed", c -> get(c).withObject("/responses")
                .remove("200"));
        breaking("type of answer removed", "type application/json removed", c -> get(c).withObject(
                        "/responses/200/content")
                .remove("application/json"));
        breaking("property of answer removed", "/state: removed", c -> properties(c, "Plan")
                .remove("state"));
        breaking("value of answer removed", "value \"OPEN\" removed", c -> values(c, "State")
                .remove(0));
        breaking("enumeration dissolved", "no enumeration any more", c -> schema(c, "State")
                .remove("enum"));
        breaking("promised property loosened", "/id: may be absent now", c -> required(c, "Plan")
                .remove(0));
        breaking(
                "null in answer",
                "type was [string] and is [null, string]",
                c -> property(c, "Plan", "id").putArray("type").add("string").add("null"));
        breaking("other type in answer", "type was [string] and is [integer]", c -> property(c, "Plan", "id")
                .put("type", "integer"));
        breaking("fraction in answer", "type was [integer] and is [number]", c -> property(c, "Plan", "count")
                .put("type", "number"));
        breaking("format of answer", "format was 'uuid'", c -> property(c, "Plan", "id")
                .put("format", "date"));
        breaking("new variant of answer", "is new", c -> ((ArrayNode)
                        property(c, "Plan", "owner").path("anyOf"))
                .addObject()
                .put("type", "string"));
        breaking("deep in a circle of answers", "/below[]/state: removed", c -> {
            properties(c, "Child").remove("state");
        });
        breaking("value in a map of answers", "/byName/*: type", c -> property(c, "Plan", "byName")
                .withObject("/additionalProperties")
                .put("type", "string"));

        harmless("operation", c -> c.withObject("/paths/~1training~1v1~1other/get")
                .put("operationId", "getOther"));
        harmless("place renamed", c -> {
            parameter(c, 0).put("name", "planId");
            c.withObject("/paths")
                    .set("/training/v1/plans/{planId}", c.withObject("/paths").remove("/training/v1/plans/{id}"));
        });
        harmless("role added", c -> get(c).put("x-permission", "auditor, training-reader"));
        harmless("public made of roles", c -> get(c).put("x-permission", "public")
                .remove("security"));
        harmless(
                "optional parameter",
                c -> parameters(c).addObject().put("name", "other").put("in", "query"));
        harmless("parameter wider", c -> schemaOf(c, 1).put("maxLength", 11));
        harmless("parameter unbounded", c -> schemaOf(c, 1).remove("maxLength"));
        harmless(
                "optional property of request",
                c -> properties(c, "Request").putObject("extra").put("type", "string"));
        harmless("property of request released", c -> required(c, "Request").remove(0));
        harmless("value of request", c -> values(c, "Size").add("HUGE"));
        harmless(
                "bounds of request wider",
                c -> property(c, "Request", "amount").put("maximum", 1000).put("minimum", 0));
        harmless("type of request wider", c -> property(c, "Request", "amount")
                .putArray("type")
                .add("number")
                .add("null")
                .add("string"));
        harmless("null allowed in request", c -> property(c, "Request", "name")
                .putArray("type")
                .add("string")
                .add("null"));
        harmless("request opened", c -> schema(c, "Request").remove("additionalProperties"));
        harmless(
                "property of answer",
                c -> properties(c, "Plan").putObject("extra").put("type", "string"));
        harmless("property promised", c -> required(c, "Plan").add("state"));
        harmless("value of answer", c -> values(c, "State").add("PAUSED"));
        harmless(
                "null gone from answer",
                c -> ((ArrayNode) property(c, "Plan", "owner").path("anyOf")).remove(1));
        harmless("bounds of answer", c -> property(c, "Plan", "count").put("maximum", 5));
        harmless("further answer", c -> get(c).withObject("/responses/429").put("description", "often"));
        harmless("refusal gone", c -> get(c).withObject("/responses").remove("404"));
        harmless("words", c -> get(c).put("summary", "other words").put("description", "more"));
        harmless("schema renamed", c -> {
            var schemas = c.withObject("/components/schemas");
            schemas.set("TheState", schemas.remove("State"));
            property(c, "Plan", "state").put("$ref", "#/components/schemas/TheState");
            property(c, "Child", "state").put("$ref", "#/components/schemas/TheState");
        });
    }

    @Property(tries = 100)
    void shouldTellEachBreakingChangeAlsoAmongHarmlessOnes(
            @ForAll("breaking") String name, @ForAll("harmless") Set<String> others) {
        // Given
        var released = contract();
        var contract = contract();
        others.forEach(other -> HARMLESS.get(other).accept(contract));
        var seed = BREAKING.get(name);

        // When
        try {
            seed.change().accept(contract);
        } catch (RuntimeException _) {
            // A harmless change has taken away what this one would break.
            Assume.that(false);
        }

        // Then
        Assume.that(!contract.equals(released) && others.isEmpty() || isVisible(name, others));
        assertThat(BreakingChanges.between(released, contract))
                .as(name + " among " + others)
                .anySatisfy(told -> assertThat(told).contains(seed.told()));
    }

    /** Changes that touch the same place as the seeded one may undo it. */
    private static boolean isVisible(String name, Set<String> others) {
        return others.stream()
                        .allMatch(other -> other.equals("words")
                                || other.equals("operation")
                                || other.equals("further answer")
                                || other.equals("refusal gone"))
                && !name.isEmpty();
    }

    @Example
    void shouldTellEachBreakingChangeAlone() {
        BREAKING.forEach((name, seed) -> {
            // Given
            var contract = contract();

            // When
            seed.change().accept(contract);

            // Then
            assertThat(BreakingChanges.between(contract(), contract))
                    .as(name)
                    .isNotEmpty()
                    .anySatisfy(told -> assertThat(told).contains(seed.told()));
        });
    }

    @Example
    void shouldLeaveEachHarmlessChangeAlone() {
        HARMLESS.forEach((name, change) -> {
            // Given
            var contract = contract();

            // When
            change.accept(contract);

            // Then
            assertThat(contract).as(name + " changes something").isNotEqualTo(contract());
            assertThat(BreakingChanges.between(contract(), contract)).as(name).isEmpty();
        });
    }

    @Property(tries = 60)
    void shouldLeaveAnyHarmlessChangesTogetherAlone(@ForAll("harmless") Set<String> names) {
        // Given
        Assume.that(!(names.contains("null gone from answer") && names.contains("schema renamed")));
        var contract = contract();

        // When
        names.forEach(name -> HARMLESS.get(name).accept(contract));

        // Then
        assertThat(BreakingChanges.between(contract(), contract))
                .as(names.toString())
                .isEmpty();
    }

    @Example
    void shouldFindNothingBetweenTheCommittedContractAndItself() {
        // Given
        var files = new ContractFiles(Distributions.projectRoot());
        var contract = ContractFiles.read(files.contract());

        // When, Then
        assertThat(BreakingChanges.between(contract, contract.deepCopy())).isEmpty();
    }

    @Example
    void shouldTellCodesThatVanishOrMeanSomethingElse() {
        // Given
        var released = json("""
                {"items": [{"code": "a.gone", "status": 409, "retryable": false}, {"code": "b.other", "status": 409, "retryable": false},
                 {"code": "c.same", "status": 422, "retryable": true}]}""");
        var present = json("""
                {"items": [{"code": "b.other", "status": 422, "retryable": false}, {"code": "c.same", "status": 422, "retryable": true},
                 {"code": "d.new", "status": 400, "retryable": false}]}""");

        // When, Then
        assertThat(BreakingChanges.betweenProblems(released, present))
                .containsExactly("problem a.gone: removed", "problem b.other: status was 409 and is 422");
        assertThat(BreakingChanges.betweenProblems(released, released)).isEmpty();
    }

    @Provide
    Arbitrary<String> breaking() {
        return Arbitraries.of(BREAKING.keySet());
    }

    @Provide
    Arbitrary<Set<String>> harmless() {
        return Arbitraries.of(HARMLESS.keySet().stream()
                        .filter(name -> !name.equals("place renamed") && !name.equals("public made of roles"))
                        .collect(Collectors.toList()))
                .set()
                .ofMaxSize(5);
    }

    private static void breaking(String name, String told, Consumer<ObjectNode> change) {
        BREAKING.put(name, new Seed(told, change));
    }

    private static void harmless(String name, Consumer<ObjectNode> change) {
        HARMLESS.put(name, change);
    }

    private static ObjectNode path(ObjectNode contract) {
        return contract.withObject("/paths").withObjectProperty("/training/v1/plans/{id}");
    }

    private static ObjectNode get(ObjectNode contract) {
        return path(contract).withObjectProperty("get");
    }

    private static ObjectNode post(ObjectNode contract) {
        return path(contract).withObjectProperty("post");
    }

    private static ObjectNode open(ObjectNode contract) {
        return contract.withObject("/paths/~1training~1v1~1public~1plans/get");
    }

    private static ArrayNode parameters(ObjectNode contract) {
        return get(contract).withArrayProperty("parameters");
    }

    private static ObjectNode parameter(ObjectNode contract, int index) {
        return (ObjectNode) parameters(contract).path(index);
    }

    private static ObjectNode schemaOf(ObjectNode contract, int index) {
        return parameter(contract, index).withObjectProperty("schema");
    }

    private static ObjectNode schema(ObjectNode contract, String name) {
        return contract.withObject("/components/schemas").withObjectProperty(name);
    }

    private static ObjectNode properties(ObjectNode contract, String name) {
        return schema(contract, name).withObjectProperty("properties");
    }

    private static ObjectNode property(ObjectNode contract, String name, String property) {
        return properties(contract, name).withObjectProperty(property);
    }

    private static ArrayNode required(ObjectNode contract, String name) {
        return schema(contract, name).withArrayProperty("required");
    }

    private static ArrayNode values(ObjectNode contract, String name) {
        return schema(contract, name).withArrayProperty("enum");
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode contract() {
        return (ObjectNode) json(CONTRACT);
    }

    private static final String CONTRACT = """
            {"paths": {
              "/training/v1/public/plans": {"get": {"operationId": "listPublicPlans", "x-permission": "public", "responses": {"200": {"description": "OK"}}}},
              "/training/v1/plans/{id}": {
                "get": {"operationId": "getPlan", "x-permission": "training-reader", "security": [{"oidc": []}],
                  "parameters": [
                    {"name": "id", "in": "path", "required": true, "schema": {"type": "string", "format": "uuid"}},
                    {"name": "year", "in": "query", "schema": {"type": "string", "maxLength": 10, "default": "2026"}}],
                  "responses": {
                    "200": {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Plan"}}}},
                    "404": {"$ref": "#/components/responses/Problem"}}},
                "post": {"operationId": "createPlan", "x-permission": "training-organiser", "security": [{"oidc": []}],
                  "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
                  "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Request"}}}},
                  "responses": {"201": {"description": "Made"}}}}},
             "components": {
              "responses": {"Problem": {"description": "No", "content": {"application/problem+json": {"schema": {"type": "object"}}}}},
              "schemas": {
                "Plan": {"type": "object", "required": ["id"], "properties": {
                  "id": {"type": "string", "format": "uuid"},
                  "count": {"type": "integer"},
                  "state": {"$ref": "#/components/schemas/State", "description": "State"},
                  "owner": {"anyOf": [{"$ref": "#/components/schemas/Child"}, {"type": "null"}]},
                  "byName": {"type": "object", "additionalProperties": {"type": "integer"}},
                  "below": {"type": "array", "items": {"$ref": "#/components/schemas/Child"}}}},
                "Child": {"type": "object", "properties": {
                  "state": {"$ref": "#/components/schemas/State"},
                  "plan": {"$ref": "#/components/schemas/Plan"}}},
                "State": {"type": "string", "enum": ["OPEN", "CLOSED"]},
                "Size": {"type": "string", "enum": ["SMALL", "LARGE"]},
                "Part": {"type": "object", "properties": {"text": {"type": "string", "maxLength": 9}}},
                "Request": {"type": "object", "additionalProperties": false, "required": ["name"], "properties": {
                  "name": {"type": "string", "maxLength": 9},
                  "amount": {"type": ["integer", "null"], "minimum": 1, "maximum": 100},
                  "size": {"anyOf": [{"$ref": "#/components/schemas/Size"}, {"type": "null"}]},
                  "parts": {"type": "array", "maxItems": 9, "items": {"$ref": "#/components/schemas/Part"}}}}}}}
            """;
}
