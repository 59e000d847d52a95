package vn.gov.hanoi.benchmarks.ledger;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One kept HTTP/1.1 connection that costs little, because the client shares the cores with what it measures. */
final class Connection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String head;

    Connection(URI service, String path, String token) throws IOException {
        socket = new Socket(service.getHost(), service.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        head = "POST " + path + " HTTP/1.1\r\nHost: " + service.getHost() + "\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nAccept: application/json, application/problem+json\r\n";
    }

    /** @return the status; the answer has come as a whole by then */
    int post(String key, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var request = head + "Idempotency-Key: \"" + key + "\"\r\nContent-Length: " + bytes.length + "\r\n\r\n" + body;
        out.write(request.getBytes(StandardCharsets.UTF_8));
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        in.skipNBytes(length);
        return status;
    }

    private String line() throws IOException {
        var text = new StringBuilder();
        int next = in.read();
        while (next != '\n') {
            if (next < 0) {
                throw new EOFException("the service hung up");
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
