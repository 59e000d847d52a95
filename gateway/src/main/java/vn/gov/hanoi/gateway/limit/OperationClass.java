package vn.gov.hanoi.gateway.limit;

import io.vertx.core.http.HttpMethod;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How costly an operation is. */
enum OperationClass {
    READ("read"),
    WRITE("write"),
    HEAVY("heavy");

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<String> COSTLY_WRITES = Set.of("exports", "imports", "bulk");

    private final String text;

    OperationClass(String text) {
        this.text = text;
    }

    /** @param path canonical path */
    static OperationClass of(HttpMethod method, String path, @Nullable String query) {
        boolean reading = READING.contains(method);
        if (isSearch(query)
                || path.endsWith("/dossier")
                || (!reading && Arrays.stream(path.split("/", -1)).anyMatch(COSTLY_WRITES::contains))) {
            return HEAVY;
        }
        return reading ? READ : WRITE;
    }

    private static boolean isSearch(@Nullable String query) {
        return query != null && (query.startsWith("q=") || query.contains("&q="));
    }

    String text() {
        return text;
    }
}
