package vn.gov.hanoi.kernel.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.restassured.RestAssured;
import io.restassured.builder.ResponseBuilder;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call in the language of REST-assured, sent by the client of the platform. REST-assured puts each request together in a dynamic
 * language, which was half of the time of all tests of a service; answers are its own. What a plain call cannot say, such as an address that
 * is to stay as it is, goes through REST-assured.
 */
final class PlainCall implements InvocationHandler {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Set<String> WORDS = Set.of("given", "when", "with", "and", "that");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "head", "options");
    private static final Set<String> ONCE = Set.of("content-type", "accept");
    /** Set by the client itself. */
    private static final Set<String> RESTRICTED = Set.of("connection", "content-length", "expect", "host", "upgrade");

    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    private static final Pattern ADDRESS = Pattern.compile("/[\\w./:~-]*(\\?[\\w.:~=&,-]*)?");
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]*");

    private final Supplier<RequestSpecification> restAssured;
    private final ContractFilter contract;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<String> query = new ArrayList<>();
    private final Form form = new Form();
    private byte @Nullable [] body;
    private boolean plain = true;

    private PlainCall(Supplier<RequestSpecification> restAssured, ContractFilter contract) {
        this.restAssured = restAssured;
        this.contract = contract;
    }

    private record Step(Method method, Object @Nullable [] arguments) {}

    /** @param restAssured makes what the call becomes if it is not plain */
    static RequestSpecification begin(Supplier<RequestSpecification> restAssured, ContractFilter contract) {
        return (RequestSpecification) Proxy.newProxyInstance(
                PlainCall.class.getClassLoader(),
                new Class<?>[] {RequestSpecification.class},
                new PlainCall(restAssured, contract));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        var name = method.getName();
        if (method.getDeclaringClass() == Object.class) {
            return method.invoke(this, arguments);
        }
        var values = arguments == null ? new Object[0] : arguments;
        if (METHODS.contains(name) || name.equals("request")) {
            var request = plain ? request(name, values) : Optional.<HttpRequest>empty();
            return request.isPresent() ? send(request.get()) : restAssured(new Step(method, arguments));
        }
        if (!RequestSpecification.class.isAssignableFrom(method.getReturnType())) {
            return restAssured(new Step(method, arguments));
        }
        if (!WORDS.contains(name)) {
            steps.add(new Step(method, arguments));
            plain &= take(name, values);
        }
        return proxy;
    }

    /** @return whether a plain call can say it */
    private boolean take(String name, Object[] values) throws JsonProcessingException {
        return switch (name) {
            case "header" -> values.length == 3 && header(String.valueOf(values[0]), values[1], (Object[]) values[2]);
            case "contentType" -> header("Content-Type", values[0]);
            case "accept" -> header("Accept", values[0]);
            case "headers" ->
                values[0] instanceof Map<?, ?> map
                        && map.entrySet().stream()
                                .allMatch(each -> header(String.valueOf(each.getKey()), each.getValue()));
            case "queryParam" ->
                param(
                        String.valueOf(values[0]),
                        values[1] instanceof Collection<?> several ? several.toArray() : (Object[]) values[1]);
            case "queryParams" ->
                values[0] instanceof Map<?, ?> map
                        && map.entrySet().stream()
                                .allMatch(each -> param(String.valueOf(each.getKey()), each.getValue()));
            case "body" -> values.length == 1 && body(values[0]);
            case "multiPart" -> form.add(values);
            default -> false;
        };
    }

    private boolean header(String name, @Nullable Object first, Object... more) {
        var value = String.valueOf(first);
        var values = headers.computeIfAbsent(name, _ -> new ArrayList<>());
        if (ONCE.contains(name.toLowerCase(Locale.ROOT))) {
            values.clear();
        }
        values.add(value);
        return first != null
                && more.length == 0
                && PRINTABLE.matcher(value).matches()
                && !RESTRICTED.contains(name.toLowerCase(Locale.ROOT));
    }

    private boolean param(String name, @Nullable Object... values) {
        for (var value : values) {
            if (value == null || value instanceof Collection || value.getClass().isArray()) {
                return false;
            }
            query.add(encoded(name) + "=" + encoded(value.toString()));
        }
        return values.length > 0;
    }

    private boolean body(Object value) throws JsonProcessingException {
        body = bytes(value);
        return true;
    }

    static byte[] bytes(Object value) throws JsonProcessingException {
        return switch (value) {
            case byte[] bytes -> bytes;
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            default -> Json.MAPPER.writeValueAsBytes(value);
        };
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Optional<HttpRequest> request(String name, Object[] values) {
        var words = new ArrayList<Object>(List.of(values));
        var method = name.equals("request") ? String.valueOf(words.removeFirst()) : name.toUpperCase(Locale.ROOT);
        if (words.isEmpty()
                || !(words.getFirst() instanceof String place)
                || words.size() > 1 && !(words.get(1) instanceof Object[])) {
            return Optional.empty();
        }
        return path(place, words.size() > 1 ? (Object[]) words.get(1) : new Object[0])
                .map(path -> request(method, path));
    }

    /** The path with its places filled; empty if it is not one that every client writes the same way. */
    private static Optional<String> path(String path, Object[] values) {
        var places = PLACE.matcher(path);
        var filled = new StringBuilder();
        int next = 0;
        while (places.find()) {
            if (next == values.length) {
                return Optional.empty();
            }
            places.appendReplacement(filled, Matcher.quoteReplacement("x"));
            next++;
        }
        places.appendTail(filled);
        if (next != values.length || !ADDRESS.matcher(filled).matches()) {
            return Optional.empty();
        }
        var value = List.of(values).iterator();
        return Optional.of(PLACE.matcher(path)
                .replaceAll(_ -> Matcher.quoteReplacement(encoded(value.next().toString()))));
    }

    private HttpRequest request(String method, String path) {
        var address = new StringBuilder(RestAssured.baseURI);
        if (RestAssured.port > 0) {
            address.append(':').append(RestAssured.port);
        }
        address.append(RestAssured.basePath).append(path);
        if (!query.isEmpty()) {
            address.append(path.contains("?") ? '&' : '?').append(String.join("&", query));
        }
        if (!form.isEmpty()) {
            body = form.bytes();
            header("Content-Type", form.type());
        }
        var publisher =
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body);
        var request = HttpRequest.newBuilder(URI.create(address.toString())).method(method, publisher);
        headers.putIfAbsent("Accept", List.of("*/*"));
        headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return request.build();
    }

    private Response send(HttpRequest request) throws InterruptedException {
        try {
            Replay.sent(request);
            var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            var found = answer.headers().map().entrySet().stream()
                    .flatMap(each -> each.getValue().stream().map(value -> new Header(each.getKey(), value)))
                    .toList();
            var response = new ResponseBuilder()
                    .setStatusCode(answer.statusCode())
                    .setStatusLine("HTTP/1.1 " + answer.statusCode())
                    .setHeaders(new Headers(found))
                    .setContentType(answer.headers().firstValue("content-type").orElse(""))
                    .setBody(answer.body())
                    .build();
            contract.check(request.method(), request.uri().getPath(), response);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable Object restAssured(Step last) throws Throwable {
        Object specification = restAssured.get();
        try {
            for (var step : steps) {
                specification = step.method().invoke(specification, step.arguments());
            }
            return last.method().invoke(specification, last.arguments());
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
