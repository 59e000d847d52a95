package vn.gov.hanoi.gateway.header;

import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.HexFormat;
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
    private static final SecureRandom RANDOM = new SecureRandom();

    public static TraceContext of(RoutingContext context) {
        TraceContext known = context.get(TraceContext.class.getName());
        if (known == null) {
            known = from(context.request().getHeader("traceparent"));
            context.put(TraceContext.class.getName(), known);
        }
        return known;
    }

    static TraceContext from(@Nullable String traceparent) {
        var found = FORM.matcher(traceparent == null ? "" : traceparent);
        boolean usable = found.matches() && !found.group(1).equals(NONE);
        var id = usable ? found.group(1) : hex(16);
        return new TraceContext(id, "00-" + id + "-" + hex(8) + "-01");
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
