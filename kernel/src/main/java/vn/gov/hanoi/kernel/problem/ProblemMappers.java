package vn.gov.hanoi.kernel.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.arc.All;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import vn.gov.hanoi.kernel.http.DatabaseFaults;

/** The one table from what was thrown to what is answered. */
@ApplicationScoped
class ProblemMappers {
    private static final Logger LOGGER = Logger.getLogger(ProblemMappers.class);
    /** Method and parameter stand before the property in the path of a violation. */
    private static final int PATH_PREFIX = 2;

    private final Problems problems;
    private final Map<String, ProblemCode> constraints = new HashMap<>();

    ProblemMappers(Problems problems, @All List<ConstraintCodes> constraintCodes) {
        this.problems = problems;
        constraintCodes.forEach(codes -> constraints.putAll(codes.codes()));
    }

    @ServerExceptionMapper
    Response refused(Refused refused, UriInfo uri, HttpHeaders headers) {
        return answer(refused.refusals(), uri, headers);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated(Exception thrown, UriInfo uri, HttpHeaders headers) {
        LOGGER.debugf("unauthenticated: %s", thrown.getClass().getSimpleName());
        return Response.fromResponse(one(KernelProblem.UNAUTHENTICATED, uri, headers))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException thrown, UriInfo uri, HttpHeaders headers) {
        return one(KernelProblem.FORBIDDEN, uri, headers);
    }

    @ServerExceptionMapper
    Response invalid(ResteasyReactiveViolationException thrown, UriInfo uri, HttpHeaders headers) {
        return answer(
                thrown.getConstraintViolations().stream()
                        .map(ProblemMappers::refusal)
                        .toList(),
                uri,
                headers);
    }

    @ServerExceptionMapper
    Response unreadable(MismatchedInputException thrown, UriInfo uri, HttpHeaders headers) {
        return unreadable((JacksonException) thrown, uri, headers);
    }

    @ServerExceptionMapper
    Response unreadable(JacksonException thrown, UriInfo uri, HttpHeaders headers) {
        // A body that passes its limit is refused in the middle of being read.
        var refused = find(thrown, Refused.class);
        return refused != null ? refused(refused, uri, headers) : answer(List.of(refusal(thrown)), uri, headers);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException thrown, UriInfo uri, HttpHeaders headers) {
        if (thrown.getCause() instanceof JacksonException json) {
            return unreadable(json, uri, headers);
        }
        if (thrown.getCause() instanceof Refused refused) {
            return refused(refused, uri, headers);
        }
        return switch (thrown.getResponse().getStatus()) {
            case 401 -> unauthenticated(thrown, uri, headers);
            case 403 -> one(KernelProblem.FORBIDDEN, uri, headers);
            case 404 -> one(KernelProblem.NOT_FOUND, uri, headers);
            case 405 -> one(KernelProblem.METHOD_NOT_ALLOWED, uri, headers);
            case 406 -> one(KernelProblem.NOT_ACCEPTABLE, uri, headers);
            case 413 -> one(KernelProblem.TOO_LARGE, uri, headers);
            case 415 -> one(KernelProblem.UNSUPPORTED_MEDIA_TYPE, uri, headers);
            case 400 -> one(KernelProblem.MALFORMED_JSON, uri, headers);
            default -> internal(thrown, uri, headers);
        };
    }

    @ServerExceptionMapper
    Response stale(OptimisticLockException thrown, UriInfo uri, HttpHeaders headers) {
        return one(KernelProblem.VERSION_DIFFERS, uri, headers);
    }

    @ServerExceptionMapper
    Response other(Throwable thrown, UriInfo uri, HttpHeaders headers) {
        var refused = find(thrown, Refused.class);
        if (refused != null) {
            return refused(refused, uri, headers);
        }
        if (find(thrown, OptimisticLockException.class) != null) {
            return one(KernelProblem.VERSION_DIFFERS, uri, headers);
        }
        if (DatabaseFaults.isUnavailable(thrown)) {
            LOGGER.errorf("database unavailable: %s", DatabaseFaults.class.getSimpleName());
            return one(KernelProblem.UNAVAILABLE, uri, headers);
        }
        var code = DatabaseFaults.violatedConstraint(thrown).map(constraints::get);
        return code.isPresent() ? one(code.get(), uri, headers) : internal(thrown, uri, headers);
    }

    private Response internal(Throwable thrown, UriInfo uri, HttpHeaders headers) {
        LOGGER.error("request failed", thrown);
        return one(KernelProblem.INTERNAL, uri, headers);
    }

    private Response one(ProblemCode code, UriInfo uri, HttpHeaders headers) {
        return answer(List.of(Refusal.of(code)), uri, headers);
    }

    private Response answer(List<Refusal> refusals, UriInfo uri, HttpHeaders headers) {
        return problems.response(
                refusals, uri.getRequestUri().getRawPath(), ProblemTexts.choose(headers.getAcceptableLanguages()));
    }

    private static Refusal refusal(ConstraintViolation<?> violation) {
        var nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .skip(PATH_PREFIX)
                .toList();
        var pointer = new StringBuilder();
        for (var node : nodes) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        var rule = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return new Refusal(
                KernelProblem.INVALID_VALUE,
                Map.of("rule", rule, "expected", violation.getMessage()),
                pointer.toString(),
                null);
    }

    private static Refusal refusal(JacksonException thrown) {
        var pointer = thrown instanceof JsonMappingException mapping ? pointer(mapping) : null;
        var code =
                switch (thrown) {
                    case UnrecognizedPropertyException _ -> KernelProblem.UNKNOWN_PROPERTY;
                    case InvalidFormatException _ -> KernelProblem.INVALID_VALUE;
                    case MismatchedInputException _ -> KernelProblem.WRONG_TYPE;
                    default -> KernelProblem.MALFORMED_JSON;
                };
        var args = code == KernelProblem.INVALID_VALUE
                ? Map.<String, Object>of("rule", "Format", "expected", expected(thrown))
                : Map.<String, Object>of();
        return new Refusal(code, args, pointer, null);
    }

    private static String expected(JacksonException thrown) {
        return thrown instanceof InvalidFormatException format && format.getTargetType() != null
                ? format.getTargetType().isEnum()
                        ? java.util.Arrays.toString(format.getTargetType().getEnumConstants())
                        : format.getTargetType().getSimpleName()
                : "";
    }

    private static String pointer(JsonMappingException thrown) {
        var parts = new ArrayList<String>();
        for (var reference : thrown.getPath()) {
            var name = reference.getFieldName();
            parts.add(
                    name == null
                            ? String.valueOf(reference.getIndex())
                            : name.replace("~", "~0").replace("/", "~1"));
        }
        return parts.isEmpty() ? "" : "/" + String.join("/", parts);
    }

    private static <T extends Throwable> @org.jspecify.annotations.Nullable T find(Throwable thrown, Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
