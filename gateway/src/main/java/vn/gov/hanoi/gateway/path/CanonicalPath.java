package vn.gov.hanoi.gateway.path;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides whether a raw request target is canonical: one leading slash, no empty or dot segment, no segment that ends
 * with a dot or a space, no matrix parameter, no backslash or control character, valid UTF-8, and no percent-encoding of a character that needs none or that would be
 * read as structure by somebody behind us. Plain, so that it can be tested with millions of strings.
 */
public final class CanonicalPath {
    private static final String NEEDS_NO_ENCODING =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
    private static final String STRUCTURE = "/\\%?#;";
    private static final Pattern ENCODED_CONTROL = Pattern.compile("%([01][0-9a-fA-F]|7[fF])");
    private static final int LOWEST_VISIBLE = 0x21;
    private static final int DELETE = 0x7f;

    private CanonicalPath() {}

    /** Why the target is refused, or empty if it is canonical. The query is not judged here, apart from control characters and what no URI has. */
    public static Optional<String> refusal(String target) {
        if (!target.startsWith("/")) {
            return Optional.of("not-origin-form");
        }
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c < LOWEST_VISIBLE || c >= DELETE || c == '#' || c == '\\') {
                return Optional.of("forbidden-character");
            }
        }
        int query = target.indexOf('?');
        if (query >= 0
                && ENCODED_CONTROL
                        .matcher(target)
                        .region(query, target.length())
                        .find()) {
            return Optional.of("encoded-control");
        }
        return path(query < 0 ? target : target.substring(0, query));
    }

    private static Optional<String> path(String path) {
        if (path.indexOf(';') >= 0) {
            return Optional.of("matrix-parameter");
        }
        if (path.length() > 1) {
            for (var segment : path.substring(1).split("/", -1)) {
                if (segment.isEmpty()) {
                    return Optional.of("empty-segment");
                }
                if (segment.equals(".") || segment.equals("..")) {
                    return Optional.of("dot-segment");
                }
                // Some file systems and servers drop such an ending.
                if (segment.endsWith(".") || segment.endsWith("%20")) {
                    return Optional.of("trailing-dot-or-space");
                }
            }
        }
        return path.indexOf('%') < 0 ? Optional.empty() : encoding(path);
    }

    private static Optional<String> encoding(String path) {
        var decoded = new ByteArrayOutputStream();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c != '%') {
                decoded.write(c);
                continue;
            }
            int octet = i + 2 < path.length() ? octet(path, i + 1) : -1;
            if (octet < 0) {
                return Optional.of("broken-encoding");
            }
            if ((octet < LOWEST_VISIBLE && octet != 0x20) || octet == DELETE || STRUCTURE.indexOf(octet) >= 0) {
                return Optional.of("encoded-structure");
            }
            if (NEEDS_NO_ENCODING.indexOf(octet) >= 0) {
                return Optional.of("needless-encoding");
            }
            decoded.write(octet);
            i += 2;
        }
        return text(decoded.toByteArray());
    }

    private static int octet(String path, int at) {
        int high = Character.digit(path.charAt(at), 16);
        int low = Character.digit(path.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return text.chars().anyMatch(Character::isISOControl) ? Optional.of("encoded-structure") : Optional.empty();
        } catch (CharacterCodingException _) {
            return Optional.of("not-utf-8");
        }
    }
}
