package vn.gov.hanoi.localstack.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept HTTP/1.1 connection. It costs little, hides no fault and repeats nothing. */
final class Line implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int SILENCE_MILLIS = 40_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final String host;
    private boolean ended;

    /** Fails only if no connection can be made. */
    Line(URI server) throws IOException {
        try {
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(SILENCE_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        host = server.getAuthority();
    }

    /** @return the status; the answer has come as a whole by then */
    int exchange(Request request, String token) throws IOException {
        var body = request.body().getBytes(StandardCharsets.UTF_8);
        var head = request.method() + " " + request.target() + " HTTP/1.1\r\nHost: " + host
                + "\r\nAuthorization: Bearer " + token
                + "\r\nAccept: application/json, application/problem+json\r\n" + request.headers()
                + (body.length == 0 ? "" : "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n")
                + "\r\n";
        socket.getOutputStream().write((head + request.body()).getBytes(StandardCharsets.UTF_8));
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                length = -1;
            } else if (lower.equals("connection: close")) {
                ended = true;
            }
        }
        skipBody(length);
        return status;
    }

    /** Whether the server said that this connection takes no further request. */
    boolean isEnded() {
        return ended;
    }

    private void skipBody(int length) throws IOException {
        if (length >= 0) {
            in.skipNBytes(length);
            return;
        }
        int chunk;
        do {
            chunk = Integer.parseInt(line(), 16);
            in.skipNBytes(chunk);
            line();
        } while (chunk > 0);
    }

    private String line() throws IOException {
        var text = new StringBuilder();
        int next = in.read();
        while (next != '\n') {
            if (next < 0) {
                throw new EOFException("the server hung up");
            }
            text.append((char) next);
            next = in.read();
        }
        text.setLength(text.length() - 1);
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
