package vn.gov.hanoi.gateway.header;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What is removed from headers before they go on. Removal comes first, our own headers come after. */
public final class HeaderHygiene {
    private static final List<String> HOP_BY_HOP = List.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

    /** Names that a service or a framework might believe; only we may set some of them. */
    private static final List<String> SPOOFABLE = List.of(
            "x-forwarded",
            "forwarded",
            "x-real-ip",
            "x-original-",
            "x-rewrite-",
            "x-user",
            "x-org",
            "x-role",
            "x-auth-",
            "x-client-",
            "x-http-method",
            "x-method-override",
            "x-tenant",
            "x-remote-",
            "x-ssl-",
            "x-cluster-",
            "true-client-ip",
            "cf-connecting-ip",
            "client-ip");

    private static final List<String> TELLTALE = List.of("server", "x-powered-by", "via");

    private static final String POLICY = "Content-Security-Policy";

    private record Header(CharSequence name, CharSequence value) {
        static Header of(String name, String value) {
            return new Header(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(value));
        }
    }

    /** What a browser is told about every answer. */
    private static final List<Header> SECURITY = List.of(
            Header.of("X-Content-Type-Options", "nosniff"),
            Header.of(POLICY, "default-src 'none'; frame-ancestors 'none'"),
            Header.of("X-Frame-Options", "DENY"),
            Header.of("Referrer-Policy", "no-referrer"),
            Header.of("Strict-Transport-Security", "max-age=31536000; includeSubDomains"));

    private static final Header NO_STORE = Header.of("Cache-Control", "no-store");
    private static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("X-Forwarded-For");
    private static final CharSequence FORWARDED_HOST = HttpHeaders.createOptimized("X-Forwarded-Host");
    private static final CharSequence FORWARDED_PROTO = HttpHeaders.createOptimized("X-Forwarded-Proto");
    private static final CharSequence FORWARDED = HttpHeaders.createOptimized("Forwarded");

    /** The one policy that a page of a service may have: one style that it names by its digest, and nothing else. */
    private static final Pattern STYLED = Pattern.compile("default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

    private static final Pattern PRIVATE = Pattern.compile("(?i)(^|[\\s,])(private|no-store)([\\s,]|$)");

    private HeaderHygiene() {}

    /** Removes from a request what must not reach a service: hop-by-hop, named in Connection, spoofable, cookies. */
    public static void cleanRequest(MultiMap headers) {
        removeNamedInConnection(headers);
        removeIf(headers, HeaderHygiene::isForNobodyBehind);
        headers.remove("cookie");
        // Said to us; a service that saw it might ask for it one day and so believe in cookies.
        headers.remove("x-congvu-csrf");
        headers.remove("expect");
    }

    /**
     * Removes from a service's answer what must not reach a client: what only the gateway says to browsers, and leave for
     * anybody on the way to keep the answer.
     */
    public static void cleanResponse(MultiMap headers) {
        removeNamedInConnection(headers);
        HOP_BY_HOP.forEach(headers::remove);
        TELLTALE.forEach(headers::remove);
        var policies = headers.getAll(POLICY);
        boolean styled =
                policies.size() == 1 && STYLED.matcher(policies.getFirst()).matches();
        for (var header : SECURITY) {
            if (!styled || !POLICY.contentEquals(header.name())) {
                headers.remove(header.name());
            }
        }
        headers.remove("set-cookie");
        removeIf(headers, name -> begins(name, "access-control-"));
        var caching = headers.getAll(NO_STORE.name());
        if (caching.isEmpty() || !PRIVATE.matcher(String.join(",", caching)).find()) {
            headers.remove(NO_STORE.name());
            headers.remove("Expires");
        }
    }

    private static boolean isForNobodyBehind(String name) {
        for (var hop : HOP_BY_HOP) {
            if (hop.length() == name.length() && begins(name, hop)) {
                return true;
            }
        }
        for (var spoofable : SPOOFABLE) {
            if (begins(name, spoofable)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a name begins so, in any case; some servers read an underscore as a hyphen. */
    private static boolean begins(String name, String lower) {
        if (name.length() < lower.length()) {
            return false;
        }
        for (int i = 0; i < lower.length(); i++) {
            char c = name.charAt(i);
            char read = c == '_' ? '-' : Character.toLowerCase(c);
            if (read != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Most requests have nothing of the kind, so nothing is collected for them. */
    private static void removeIf(MultiMap headers, Predicate<String> unwanted) {
        List<String> found = List.of();
        for (var header : headers) {
            if (unwanted.test(header.getKey())) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(header.getKey());
            }
        }
        found.forEach(headers::remove);
    }

    /** Says who called us; for the log and the audit of the service. */
    public static void addForwarded(MultiMap headers, String clientAddress, String host, String scheme) {
        headers.set(FORWARDED_FOR, clientAddress);
        headers.set(FORWARDED_HOST, host);
        headers.set(FORWARDED_PROTO, scheme);
        var quoted = clientAddress.indexOf(':') >= 0 ? "\"[" + clientAddress + "]\"" : clientAddress;
        headers.set(FORWARDED, "for=" + quoted + ";host=\"" + host + "\";proto=" + scheme);
    }

    /** Security headers of every answer; a page of our own may have set its own policy before. */
    public static void addSecurity(MultiMap headers) {
        SECURITY.forEach(header -> setIfAbsent(headers, header));
        setIfAbsent(headers, NO_STORE);
    }

    private static void setIfAbsent(MultiMap headers, Header header) {
        if (!headers.contains(header.name())) {
            headers.set(header.name(), header.value());
        }
    }

    private static void removeNamedInConnection(MultiMap headers) {
        for (var value : headers.getAll("connection")) {
            for (var named : value.split(",")) {
                if (!named.isBlank()) {
                    headers.remove(named.trim());
                }
            }
        }
    }
}
