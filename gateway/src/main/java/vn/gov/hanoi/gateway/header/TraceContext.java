package vn.gov.hanoi.gateway.header;

import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * W3C trace context of a request: the caller's if it is well-formed, else a new one.
 *
 * @param id 32 hexadecimal digits
 * @param parent value of {@code traceparent} for the next hop
 */
public record TraceContext(String id, String parent) {
    private static final Pattern FORM = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");
    private static final String NONE = "0".repeat(32);
    private static final HexFormat HEX = HexFormat.of();

    public static TraceContext of(RoutingContext context) {
        TraceContext known = context.get(TraceContext.class.getName());
        if (known == null) {
            known = from(context.request().getHeader("traceparent"));
            context.put(TraceContext.class.getName(), known);
        }
        return known;
    }

    static TraceContext from(@Nullable String traceparent) {
        var id = usable(traceparent);
        if (id == null) {
            // Ids tell requests apart and open nothing, so they need not be hard to guess.
            var random = ThreadLocalRandom.current();
            id = HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong() | 1);
        }
        return new TraceContext(
                id,
                "00-" + id + "-" + HEX.toHexDigits(ThreadLocalRandom.current().nextLong() | 1) + "-01");
    }

    private static @Nullable String usable(@Nullable String traceparent) {
        if (traceparent == null) {
            return null;
        }
        var found = FORM.matcher(traceparent);
        return found.matches() && !found.group(1).equals(NONE) ? found.group(1) : null;
    }
}
