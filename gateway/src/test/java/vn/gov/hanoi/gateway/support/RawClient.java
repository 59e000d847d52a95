package vn.gov.hanoi.gateway.support;

import io.quarkus.test.common.http.TestHTTPResourceManager;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A client that sends exactly the bytes it is given. */
public final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MS = 20_000;

    private final Socket socket;
    private final InputStream in;

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** A client of the gateway under test. */
    public static RawClient connect() {
        return connect(port());
    }

    /** Port of the gateway under test. */
    public static int port() {
        return URI.create(TestHTTPResourceManager.getUri()).getPort();
    }

    public static RawClient connect(int port) {
        try {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MS);
            return new RawClient(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One request, one answer, on a connection of its own. */
    public static Reply exchange(String request) {
        try (var client = connect()) {
            return client.send(request).read();
        }
    }

    public RawClient send(String bytes) {
        if (!trySend(bytes)) {
            throw new UncheckedIOException(new EOFException("closed by the gateway"));
        }
        return this;
    }

    /** @return false if the gateway has closed the connection */
    public boolean trySend(String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** The next final answer; interim ones are passed over. */
    public Reply read() {
        return read("GET");
    }

    public Reply read(String method) {
        try {
            while (true) {
                var head = head();
                int status = Integer.parseInt(head.getFirst().split(" ", -1)[1]);
                if (status >= 200) {
                    boolean bodiless = method.equals("HEAD") || status == 204 || status == 304;
                    return new Reply(status, List.copyOf(head), bodiless ? "" : body(new Reply(status, head, "")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean hasAnswer() {
        try {
            return in.available() > 0;
        } catch (IOException _) {
            return false;
        }
    }

    /** All that still comes until the gateway closes the connection. */
    public String readToEnd() {
        var all = new ByteArrayOutputStream();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                all.write(next);
            }
        } catch (SocketTimeoutException e) {
            throw new UncheckedIOException("not closed by the gateway", e);
        } catch (IOException _) {
            // A reset is an end as well.
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /** Whether the gateway closes the connection without a further answer. */
    public boolean isClosed() {
        return readToEnd().isEmpty();
    }

    /** Leaves with a reset. */
    public void abort() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> head() throws IOException {
        var lines = new ArrayList<String>();
        for (var line = readLine(); !line.isEmpty(); line = readLine()) {
            lines.add(line);
        }
        return lines;
    }

    private String body(Reply head) throws IOException {
        var bytes = new ByteArrayOutputStream();
        if (head.header("transfer-encoding").contains("chunked")) {
            for (int size = Integer.parseInt(readLine(), 16); size > 0; size = Integer.parseInt(readLine(), 16)) {
                copy(size, bytes);
                readLine();
            }
            readLine();
        } else {
            copy(Integer.parseInt(head.header("content-length").getFirst()), bytes);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void copy(int length, ByteArrayOutputStream to) throws IOException {
        byte[] part = in.readNBytes(length);
        to.writeBytes(part);
        if (part.length < length) {
            throw new EOFException("answer cut after " + part.length + " of " + length + " bytes");
        }
    }

    /** The next line of an answer as it comes. */
    public String line() {
        try {
            return readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String readLine() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("closed by the gateway after: " + line);
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /**
     * An answer.
     *
     * @param head the status line and the header lines
     */
    public record Reply(int status, List<String> head, String body) {
        public List<String> header(String name) {
            var prefix = name.toLowerCase(Locale.ROOT) + ":";
            return head.stream()
                    .skip(1)
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                    .map(line -> line.substring(prefix.length()).trim())
                    .toList();
        }
    }
}
