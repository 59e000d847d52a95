package vn.gov.hanoi.kernel.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a request is refused.
 *
 * @param code entry of the catalogue
 * @param args typed facts for the text and for programs; never personal data
 * @param pointer RFC 6901 pointer into the request body; null if the reason is not one place
 * @param parameter name of the query parameter or header; null if none
 */
public record Refusal(
        ProblemCode code,
        Map<String, Object> args,
        @Nullable String pointer,
        @Nullable String parameter) {
    public Refusal {
        args = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(args));
    }

    public static Refusal of(ProblemCode code) {
        return new Refusal(code, Map.of(), null, null);
    }

    /** A refusal with facts, given as name, value, name, value. */
    public static Refusal of(ProblemCode code, Object... namesAndValues) {
        var args = new LinkedHashMap<String, Object>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            args.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Refusal(code, args, null, null);
    }

    /** The same refusal at a place of the request body, for example {@code /assignment/unitId}. */
    public Refusal at(String place) {
        return new Refusal(code, args, place, parameter);
    }

    /** The same refusal at a query parameter or header. */
    public Refusal atParameter(String name) {
        return new Refusal(code, args, pointer, name);
    }
}
