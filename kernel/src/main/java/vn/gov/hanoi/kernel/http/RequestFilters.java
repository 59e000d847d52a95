package vn.gov.hanoi.kernel.http;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.PathSegment;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.audit.AuditTrail;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.CurrentCaller;

/**
 * The filters of every request, in their order: trace (100), what the call says of itself (150), names of query parameters (200); and of
 * every answer: the reading is recorded if it had a purpose, and the trace is told.
 */
class RequestFilters {
    private static final String VALIDATE_ONLY = "validateOnly";

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String DECLARED = "vn.gov.hanoi.kernel.declared";

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();
    private final CurrentCaller caller;
    private final AuditTrail audit;
    private final Clock clock;

    RequestFilters(CurrentCaller caller, AuditTrail audit, Clock clock) {
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @ServerRequestFilter(preMatching = true, priority = 100)
    void beginTrace(ContainerRequestContext request) {
        Trace.begin(request.getHeaderString("traceparent"));
    }

    @ServerRequestFilter(priority = 150)
    void declareCaller(ContainerRequestContext request, ResourceInfo resource) {
        if (resource.getResourceMethod().isAnnotationPresent(PermitAll.class)) {
            return;
        }
        caller.declare(name -> request.getHeaders().getOrDefault(name, List.of()), LocalDate.now(clock));
        if (caller.get().declared().purpose() != null && READING.contains(request.getMethod())) {
            request.setProperty(DECLARED, caller.get());
        }
    }

    @ServerRequestFilter(priority = 200)
    void refuseUnknownParameters(ContainerRequestContext request, ResourceInfo resource) {
        var method = resource.getResourceMethod();
        var names = known.computeIfAbsent(method, RequestFilters::names);
        boolean changes = !READING.contains(request.getMethod());
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

    /** What is not recorded is not read: if the entry cannot be written, the answer is a failure. */
    @ServerResponseFilter
    void recordReading(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(DECLARED) instanceof Caller declared) {
            request.removeProperty(DECLARED);
            var segments = request.getUriInfo().getPathSegments();
            var details = new LinkedHashMap<String, Object>();
            details.put("status", response.getStatus());
            details.put(
                    "path",
                    String.join(
                            "/",
                            segments.stream().skip(1).map(PathSegment::getPath).toList()));
            uuid(request.getUriInfo().getQueryParameters().getFirst("officerId"))
                    .ifPresent(officer -> details.put("officerId", officer));
            audit.recordReading(
                    declared,
                    segments.getFirst().getPath(),
                    segments.size() > 1 ? uuid(segments.get(1).getPath()).orElse(null) : null,
                    details);
        }
    }

    private static Optional<UUID> uuid(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
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
