package vn.gov.hanoi.gateway.token;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A request that no client library would send. */
final class RawCall {
    private static final int PATIENCE_MS = 20_000;

    private RawCall() {}

    /** The status of the answer; the server may stop to read before all was sent. */
    static int status(String request) {
        try (var socket = new Socket("localhost", Call.port())) {
            socket.setSoTimeout(PATIENCE_MS);
            var reader = Thread.ofVirtual();
            var sender = reader.start(() -> write(socket, request));
            var line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            sender.interrupt();
            return Integer.parseInt(line.split(" ", 3)[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Socket socket, String request) {
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        } catch (SocketException e) {
            // The answer came before the end of the request.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
