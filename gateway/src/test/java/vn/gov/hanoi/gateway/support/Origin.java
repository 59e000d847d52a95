package vn.gov.hanoi.gateway.support;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service on a bare socket: it keeps the exact bytes of each request and answers as a test tells it, also as no HTTP
 * server would. Requests for the contract are answered apart and are not recorded.
 */
public final class Origin implements AutoCloseable {
    private static final String PORT = "congvu.test.origin.";
    private static final int BACKLOG = 1024;
    private static final Map<Integer, Origin> RUNNING = new ConcurrentHashMap<>();
    private static final List<SocketChannel> KEEPERS = new CopyOnWriteArrayList<>();

    private final int port;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger inProgress = new AtomicInteger();
    private volatile Answer answer = Answer.json(200, "{}");
    /** Connections too that carried nothing yet, of which the gateway may have some in reserve. */
    private final Set<Socket> accepted = ConcurrentHashMap.newKeySet();

    private final Answer contract = Answer.json(404, "{}");
    private volatile ServerSocket server;

    private Origin(int port) {
        this.port = port;
        this.server = listen(port);
    }

    /** The origin of a service whose port was {@link #reserve reserved}, running since it was first asked for. */
    public static Origin of(String service) {
        return RUNNING.computeIfAbsent(Integer.getInteger(PORT + service), Origin::new);
    }

    /**
     * Takes a free port for a service until the tests end: bound but not listening, so that nobody answers while the
     * origin is away. The origin itself runs in the tests' class loader, so only the number is passed on.
     */
    static String reserve(String service) {
        try {
            var keeper = SocketChannel.open()
                    .setOption(StandardSocketOptions.SO_REUSEADDR, true)
                    .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            KEEPERS.add(keeper);
            int port = keeper.socket().getLocalPort();
            System.setProperty(PORT + service, Integer.toString(port));
            return "http://127.0.0.1:" + port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets what it saw and answers normally again. */
    public Origin fresh() {
        if (server.isClosed()) {
            server = listen(port);
        }
        received.clear();
        answer = Answer.json(200, "{}");
        return this;
    }

    public Origin answers(Answer next) {
        answer = next;
        return this;
    }

    /** Goes away: nobody listens any more, and connections are cut. */
    @Override
    public void close() {
        quietly(server);
        accepted.forEach(Origin::quietly);
    }

    /** Requests whose head arrived, in order of arrival. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** Requests that were neither answered nor given up. */
    public int inProgress() {
        return inProgress.get();
    }

    /** Connections that carried a request of a test and are still open. */
    public int openConnections() {
        return sockets.size();
    }

    public int port() {
        return port;
    }

    private ServerSocket listen(int wanted) {
        try {
            var opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), BACKLOG);
            Thread.ofVirtual().start(() -> accept(opened));
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket open) {
        while (!open.isClosed()) {
            try {
                var socket = open.accept();
                accepted.add(socket);
                socket.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> converse(socket));
            } catch (IOException _) {
                // Closed: the loop ends.
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            while (!socket.isClosed()) {
                var request = Received.readHead(in);
                if (request == null) {
                    return;
                }
                serve(request, in, socket);
            }
        } catch (IOException _) {
            // Cut by the gateway or by the script.
        } finally {
            sockets.remove(socket);
            accepted.remove(socket);
        }
    }

    private void serve(Received request, BufferedInputStream in, Socket socket) throws IOException {
        if (request.target().endsWith("/v1/openapi")) {
            contract.complete(request, socket);
            return;
        }
        sockets.add(socket);
        received.add(request);
        var chosen = answer;
        inProgress.incrementAndGet();
        try {
            chosen.begun(request, socket);
            if (!socket.isClosed()) {
                request.readBody(in);
                chosen.complete(request, socket);
            }
        } finally {
            inProgress.decrementAndGet();
        }
    }

    private static void quietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception _) {
            // It is closed either way.
        }
    }
}
