package vn.gov.hanoi.gateway.support;

import vn.gov.hanoi.kernel.testing.Tokens;

/** Requests as text. */
public final class Requests {
    public static final String HOST = "Host: congvu.hanoi.gov.vn\r\n";

    private Requests() {}

    /** The line of a valid token. */
    public static String bearer() {
        return "Authorization: Bearer " + Tokens.user("giang").unit("H26").token() + "\r\n";
    }

    /** A request with a host and a valid token. */
    public static String get(String target, String... lines) {
        return head("GET", target, lines) + "\r\n";
    }

    public static String post(String target, String body, String... lines) {
        return head("POST", target, lines) + "Content-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    /** A request up to its last header, without the empty line. */
    public static String head(String method, String target, String... lines) {
        var text = new StringBuilder(method + " " + target + " HTTP/1.1\r\n" + HOST + bearer());
        for (var line : lines) {
            text.append(line).append("\r\n");
        }
        return text.toString();
    }
}
