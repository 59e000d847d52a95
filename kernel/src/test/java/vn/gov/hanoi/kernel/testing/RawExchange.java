package vn.gov.hanoi.kernel.testing;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Sends exactly these bytes to the service under test, and reads until it closes the connection. */
public final class RawExchange {
    private static final int PATIENCE_MS = 20_000;

    private RawExchange() {}

    /**
     * @param request one character for each byte; asks for the connection to be closed, or is refused in a way that closes it
     * @return all that came, one character for each byte; empty if the connection was closed without a word
     */
    public static String answer(String request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(PATIENCE_MS);
            var sender = Thread.ofVirtual().start(() -> send(socket, request));
            var answer = readToEnd(socket);
            sender.interrupt();
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(Socket socket, String request) {
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException _) {
            // The service answered before it had read all, and closed.
            return;
        }
    }

    private static String readToEnd(Socket socket) throws IOException {
        var all = new ByteArrayOutputStream();
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                all.write(next);
            }
        } catch (SocketTimeoutException e) {
            throw new IOException("not closed by the service after: " + all.toString(StandardCharsets.ISO_8859_1), e);
        } catch (IOException _) {
            // A reset is an end as well.
            return all.toString(StandardCharsets.ISO_8859_1);
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }
}
