package vn.gov.hanoi.gateway.limit;

import io.vertx.core.http.HttpMethod;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How costly an operation is. */
enum OperationClass {
    READ,
    WRITE,
    HEAVY;

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<String> COSTLY_WRITES = Set.of("exports", "imports", "bulk");

    /** @param path canonical path */
    static OperationClass of(HttpMethod method, String path, @Nullable String query) {
        var segments = Arrays.asList(path.split("/", -1));
        boolean reading = READING.contains(method);
        boolean searching = query != null && Arrays.stream(query.split("&")).anyMatch(each -> each.startsWith("q="));
        if (searching
                || segments.getLast().equals("dossier")
                || (!reading && segments.stream().anyMatch(COSTLY_WRITES::contains))) {
            return HEAVY;
        }
        return reading ? READ : WRITE;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
