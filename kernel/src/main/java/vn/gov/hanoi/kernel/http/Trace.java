package vn.gov.hanoi.kernel.http;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The W3C trace context of the current request, kept in the log context so that every line and record can name it. */
public final class Trace {
    private static final Pattern FORM = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String NONE = "0".repeat(32);
    private static final String PARENT = "traceparent";
    private static final String ID = "traceId";

    private Trace() {}

    /** Takes the caller's context if it is well-formed, else begins a new one. */
    public static void begin(@Nullable String traceparent) {
        var found = FORM.matcher(traceparent == null ? "" : traceparent);
        boolean usable = found.matches() && !found.group(1).equals(NONE);
        String id = usable ? found.group(1) : hex(16);
        MDC.put(ID, id);
        MDC.put(PARENT, "00-" + id + "-" + hex(8) + "-01");
    }

    /** The trace id, 32 hexadecimal digits. */
    public static String id() {
        return MDC.get(ID) instanceof String id ? id : NONE;
    }

    /** The context to hand on, for example to an event; null outside a request. */
    public static @Nullable String parent() {
        return MDC.get(PARENT) instanceof String parent ? parent : null;
    }

    /** Does something in the trace of what happened before, such as an act that an event tells of; then the present trace goes on. */
    public static void within(@Nullable String traceparent, Runnable work) {
        var present = parent();
        begin(traceparent);
        try {
            work.run();
        } finally {
            if (present == null) {
                end();
            } else {
                begin(present);
            }
        }
    }

    public static void end() {
        MDC.remove(ID);
        MDC.remove(PARENT);
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
