package vn.gov.hanoi.kernel.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.ProblemTexts;

/** Adds to each operation of the contract the refusals it can give, by reference to one shared response per status. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {
    private static final List<String> READING = List.of("READ", "NONE");
    private static final Map<String, String> ALL = new LinkedHashMap<>();

    static {
        ALL.put("400", "Cannot be read: syntax, unknown name, wrong type, missing header");
        ALL.put("401", "No token or an invalid one");
        ALL.put("403", "Known, but not allowed");
        ALL.put("404", "Not there, or not yours to know");
        ALL.put("405", "Method not offered here");
        ALL.put("406", "Answer type not offered");
        ALL.put("409", "The state forbids it, or the code exists");
        ALL.put("412", "The record has another version");
        ALL.put("413", "Body too large");
        ALL.put("415", "Body type not accepted");
        ALL.put("422", "Understood, but a rule refuses");
        ALL.put("428", "If-Match is missing");
        ALL.put("500", "Our fault; name the trace id");
        ALL.put("503", "A necessary part is away; safe to repeat with the same key");
    }

    /** Also those that only some operations give. */
    private static final Map<String, String> SHARED = new LinkedHashMap<>(ALL);

    static {
        SHARED.put("410", "Was there, and is not kept any longer");
        SHARED.put("424", "Another row of the request was refused");
        SHARED.put("429", "Asked too often, or too much at once; Retry-After says when to ask again");
    }

    private static final List<String> READ = List.of("400", "401", "403", "404", "405", "406", "500", "503");

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getComponents() == null) {
            contract.setComponents(OASFactory.createComponents());
        }
        SHARED.forEach((status, text) -> addResponse(contract, status, text));
    }

    private static void addResponse(OpenAPI contract, String status, String text) {
        var problem = OASFactory.createMediaType()
                .example(example(Integer.parseInt(status)))
                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
        contract.getComponents()
                .addResponse(
                        "Problem" + status,
                        OASFactory.createAPIResponse()
                                .description(text)
                                .content(OASFactory.createContent().addMediaType("application/problem+json", problem)));
    }

    /** A refusal of this status that each service can give. */
    private static @Nullable Map<String, Object> example(int status) {
        var known = Arrays.stream(KernelProblem.values())
                .filter(each -> each.status() == status)
                .findFirst();
        return known.map(ProblemResponses::example).orElse(null);
    }

    private static Map<String, Object> example(KernelProblem problem) {
        var texts = new ProblemTexts();
        var example = new LinkedHashMap<String, Object>();
        example.put("type", "/platform/v1/problems/" + problem.code());
        example.put("title", texts.title(problem, Locale.of("vi")));
        example.put("status", problem.status());
        example.put("detail", texts.detail(problem, Map.of(), Locale.of("vi")));
        example.put("instance", "/path/of/the/request");
        example.put("code", problem.code());
        example.put("args", Map.of());
        example.put("errors", List.of(Map.of("code", problem.code())));
        example.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        example.put("source", "service");
        example.put("retryable", problem.retryable());
        return example;
    }

    @Override
    public PathItem filterPathItem(PathItem path) {
        path.getOperations().forEach((method, operation) -> complete(operation, method == PathItem.HttpMethod.GET));
        if (path.getPOST() != null && !reads(path.getPOST())) {
            addHeader(path.getPOST());
        }
        return path;
    }

    /** A field that is a record or null is an anyOf of both; a type beside it would contradict the null. */
    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getAnyOf() != null) {
            schema.setType((List<Schema.SchemaType>) null);
        }
        return schema;
    }

    private static void complete(Operation operation, boolean read) {
        var responses = operation.getResponses() == null ? OASFactory.createAPIResponses() : operation.getResponses();
        for (var status : read ? READ : List.copyOf(ALL.keySet())) {
            if (!responses.hasAPIResponse(status)
                    || responses.getAPIResponse(status).getContent() == null) {
                responses.addAPIResponse(
                        status, OASFactory.createAPIResponse().ref("#/components/responses/Problem" + status));
            }
        }
        // One shape of refusals for all: what an operation adds in words stays in its description.
        for (var status : List.copyOf(responses.getAPIResponses().keySet())) {
            var response = responses.getAPIResponse(status);
            if (SHARED.containsKey(status) && response.getRef() == null) {
                responses.addAPIResponse(
                        status, OASFactory.createAPIResponse().ref("#/components/responses/Problem" + status));
            }
        }
        operation.setResponses(responses);
    }

    /** A POST that changes nothing, because what it asks with must not stand in an address; it makes nothing and begins nothing. */
    private static boolean reads(Operation operation) {
        var extensions = operation.getExtensions();
        var responses = operation.getResponses();
        boolean makes = responses != null && (responses.hasAPIResponse("201") || responses.hasAPIResponse("202"));
        return !makes && extensions != null && READING.contains(String.valueOf(extensions.get("x-audit")));
    }

    private static void addHeader(Operation operation) {
        operation.addParameter(OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .description("16-64 characters in quotes; not needed with validateOnly=true")
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .maxLength(66)
                        .examples(List.of("\"5f0d6a53-6a0e-4a53-8f1c-0c2f7f2f9e11\""))));
        operation.addParameter(OASFactory.createParameter()
                .name("validateOnly")
                .in(Parameter.In.QUERY)
                .description("true: all checks, no effect")
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.BOOLEAN)));
    }
}
