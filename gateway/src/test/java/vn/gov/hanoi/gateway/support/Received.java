package vn.gov.hanoi.gateway.support;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One request as an origin got it. It is read strictly: only CRLF ends a line, and a length is decimal digits. */
public final class Received {
    private final String head;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private volatile boolean complete;

    private Received(String head) {
        this.head = head;
    }

    /** The head as it came, from the method to the empty line, one character for each byte. */
    public String head() {
        return head;
    }

    public String requestLine() {
        return head.lines().findFirst().orElse("");
    }

    public String method() {
        return requestLine().split(" ", -1)[0];
    }

    public String target() {
        return requestLine().split(" ", -1)[1];
    }

    public List<String> header(String name) {
        var prefix = name.toLowerCase(Locale.ROOT) + ":";
        return head.lines()
                .skip(1)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()).trim())
                .toList();
    }

    /** The bytes of the body so far, without the framing of chunks. */
    public String body() {
        return body.toString(StandardCharsets.ISO_8859_1);
    }

    public int bodyLength() {
        return body.size();
    }

    public boolean isComplete() {
        return complete;
    }

    @Override
    public String toString() {
        return head + body();
    }

    static @Nullable Received readHead(InputStream in) throws IOException {
        var text = new StringBuilder();
        while (text.length() < 4 || !text.substring(text.length() - 4).equals("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            text.append((char) next);
        }
        return new Received(text.toString());
    }

    void readBody(InputStream in) throws IOException {
        if (header("Transfer-Encoding").contains("chunked")) {
            readChunks(in);
        } else if (!header("Content-Length").isEmpty()) {
            copy(in, Long.parseLong(header("Content-Length").getFirst()));
        }
        complete = true;
    }

    private void readChunks(InputStream in) throws IOException {
        while (true) {
            long size = Long.parseLong(line(in), 16);
            if (size == 0) {
                break;
            }
            copy(in, size);
            line(in);
        }
        while (!line(in).isEmpty()) {
            // Trailers are not wanted by anybody.
        }
    }

    private void copy(InputStream in, long length) throws IOException {
        byte[] part = new byte[8192];
        for (long left = length; left > 0; ) {
            int read = in.read(part, 0, (int) Math.min(part.length, left));
            if (read < 0) {
                throw new EOFException();
            }
            body.write(part, 0, read);
            left -= read;
        }
    }

    private static String line(InputStream in) throws IOException {
        var text = new StringBuilder();
        while (text.length() < 2 || !text.substring(text.length() - 2).equals("\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            text.append((char) next);
        }
        return text.substring(0, text.length() - 2);
    }
}
