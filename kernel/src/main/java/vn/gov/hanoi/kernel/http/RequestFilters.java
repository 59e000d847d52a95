package vn.gov.hanoi.kernel.http;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/** The filters of every request, in their order: trace (100), names of query parameters (200). */
class RequestFilters {
    private static final String VALIDATE_ONLY = "validateOnly";

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter(preMatching = true, priority = 100)
    void beginTrace(ContainerRequestContext request) {
        Trace.begin(request.getHeaderString("traceparent"));
    }

    @ServerRequestFilter(priority = 200)
    void refuseUnknownParameters(ContainerRequestContext request, ResourceInfo resource) {
        var method = resource.getResourceMethod();
        var names = known.computeIfAbsent(method, RequestFilters::names);
        boolean changes =
                !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
        List<Refusal> refusals = request.getUriInfo().getQueryParameters().keySet().stream()
                .filter(name -> !names.contains(name) && !(changes && name.equals(VALIDATE_ONLY)))
                .map(name -> Refusal.of(KernelProblem.UNKNOWN_PARAMETER, "name", name)
                        .atParameter(name))
                .toList();
        Refused.ifAny(refusals);
    }

    @ServerResponseFilter
    void endTrace(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("Trace-Id", Trace.id());
        if (!response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static Set<String> names(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(QueryParam.class)
                        ? Stream.of(parameter.getAnnotation(QueryParam.class).value())
                        : beanNames(parameter.getType()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Parameters grouped in a record or class ({@code @BeanParam}). */
    private static Stream<String> beanNames(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .map(field -> field.getAnnotation(QueryParam.class))
                .filter(java.util.Objects::nonNull)
                .map(QueryParam::value);
    }
}
