package vn.gov.hanoi.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds free ports of the loopback address. */
public final class Ports {
    private static final int HIGHEST = 65_535;

    private Ports() {}

    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** The preferred port if it is free, else the next free one above it. */
    public static int freeFrom(int preferred) {
        for (int port = preferred; port <= HIGHEST; port++) {
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port from " + preferred);
    }

    /** A port that is free now. */
    public static int any() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
