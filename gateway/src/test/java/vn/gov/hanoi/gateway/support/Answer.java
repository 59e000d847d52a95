package vn.gov.hanoi.gateway.support;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** How an origin answers a request. */
@FunctionalInterface
public interface Answer {
    /** The whole request has arrived. */
    void complete(Received request, Socket socket) throws IOException;

    /** The head has arrived, the body not yet. */
    default void begun(Received request, Socket socket) throws IOException {}

    static Answer json(int status, String body) {
        return (request, socket) -> {
            var bodiless = request.method().equals("HEAD");
            write(
                    socket,
                    "HTTP/1.1 " + status + " Status\r\nContent-Type: application/json\r\nContent-Length: "
                            + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + (bodiless ? "" : body));
        };
    }

    /** These bytes, and the connection stays open. */
    static Answer raw(String text) {
        return (request, socket) -> write(socket, text);
    }

    /** These bytes, then the connection is closed in good order. */
    static Answer closing(String text) {
        return (request, socket) -> {
            write(socket, text);
            socket.close();
        };
    }

    /** These bytes, then a reset. */
    static Answer reset(String text) {
        return (request, socket) -> {
            write(socket, text);
            socket.setSoLinger(true, 0);
            socket.close();
        };
    }

    /** A reset as soon as the head is there, while the body is still on its way. */
    static Answer resetBeforeBody() {
        return new Answer() {
            @Override
            public void complete(Received request, Socket socket) {}

            @Override
            public void begun(Received request, Socket socket) throws IOException {
                socket.setSoLinger(true, 0);
                socket.close();
            }
        };
    }

    /** These bytes, and nothing more until the gate opens; then the rest. */
    static Answer held(String first, CountDownLatch gate, String rest) {
        return (request, socket) -> {
            write(socket, first);
            awaitOrGone(gate, socket);
            write(socket, rest);
        };
    }

    /** A body that goes on until somebody cuts the connection. */
    static Answer endless() {
        return (request, socket) -> {
            write(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (!socket.isClosed()) {
                write(socket, "1000\r\n" + "x".repeat(0x1000) + "\r\n");
            }
        };
    }

    /** Waits for the gate, but notices when the gateway hangs up. */
    private static void awaitOrGone(CountDownLatch gate, Socket socket) throws IOException {
        socket.setSoTimeout(50);
        while (gate.getCount() > 0) {
            try {
                if (socket.getInputStream().read() < 0) {
                    throw new EOFException();
                }
            } catch (SocketTimeoutException _) {
                // Still there.
            }
        }
        socket.setSoTimeout(0);
    }

    private static void write(Socket socket, String text) throws IOException {
        var out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
