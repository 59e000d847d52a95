package vn.gov.hanoi.gateway.header;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What is removed from headers before they go on. Removal comes first, our own headers come after. */
public final class HeaderHygiene {
    private static final Set<String> HOP_BY_HOP = Set.of(
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

    /** What a browser is told about every answer. */
    private static final Map<String, String> SECURITY = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            POLICY,
            "default-src 'none'; frame-ancestors 'none'",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Strict-Transport-Security",
            "max-age=31536000; includeSubDomains");

    /** The one policy that a page of a service may have: one style that it names by its digest, and nothing else. */
    private static final Pattern STYLED = Pattern.compile("default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

    private static final Pattern PRIVATE = Pattern.compile("(?i)(^|[\\s,])(private|no-store)([\\s,]|$)");

    private HeaderHygiene() {}

    /** Removes from a request what must not reach a service: hop-by-hop, named in Connection, spoofable, cookies. */
    public static void cleanRequest(MultiMap headers) {
        removeNamedInConnection(headers);
        for (var name : List.copyOf(headers.names())) {
            // Some servers read an underscore as a hyphen.
            var lower = name.toLowerCase(Locale.ROOT).replace('_', '-');
            if (HOP_BY_HOP.contains(lower) || SPOOFABLE.stream().anyMatch(lower::startsWith)) {
                headers.remove(name);
            }
        }
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
        boolean styled = headers.getAll(POLICY).size() == 1
                && STYLED.matcher(headers.get(POLICY)).matches();
        SECURITY.keySet().stream()
                .filter(name -> !(styled && name.equals(POLICY)))
                .forEach(headers::remove);
        headers.remove("set-cookie");
        for (var name : List.copyOf(headers.names())) {
            if (name.toLowerCase(Locale.ROOT).startsWith("access-control-")) {
                headers.remove(name);
            }
        }
        if (!PRIVATE.matcher(String.join(",", headers.getAll("Cache-Control"))).find()) {
            headers.remove("Cache-Control");
            headers.remove("Expires");
        }
    }

    /** Says who called us; for the log and the audit of the service. */
    public static void addForwarded(MultiMap headers, String clientAddress, String host, String scheme) {
        headers.set("X-Forwarded-For", clientAddress);
        headers.set("X-Forwarded-Host", host);
        headers.set("X-Forwarded-Proto", scheme);
        var quoted = clientAddress.indexOf(':') >= 0 ? "\"[" + clientAddress + "]\"" : clientAddress;
        headers.set("Forwarded", "for=" + quoted + ";host=\"" + host + "\";proto=" + scheme);
    }

    /** Security headers of every answer; a page of our own may have set its own policy before. */
    public static void addSecurity(MultiMap headers) {
        SECURITY.forEach((name, value) -> setIfAbsent(headers, name, value));
        setIfAbsent(headers, "Cache-Control", "no-store");
    }

    private static void setIfAbsent(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
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
