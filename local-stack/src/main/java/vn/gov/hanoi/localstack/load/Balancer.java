package vn.gov.hanoi.localstack.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Chooses among servers as a load balancer does: in turn, among those whose readiness was good when it looked last. */
public final class Balancer implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(150);

    /**
     * One of them.
     *
     * @param address where requests go
     * @param readiness where it tells whether they should
     */
    public record Server(URI address, URI readiness) {}

    private final List<Server> servers;
    private final Set<Server> ready = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private final Thread watcher;

    public Balancer(List<Server> servers) {
        this.servers = List.copyOf(servers);
        servers.stream().filter(this::answers).forEach(ready::add);
        watcher = Thread.ofVirtual().start(this::watch);
    }

    /** The next one; any, if none is ready. */
    Server next() {
        int first = Math.floorMod(turn.getAndIncrement(), servers.size());
        for (int i = 0; i < servers.size(); i++) {
            var server = servers.get((first + i) % servers.size());
            if (ready.contains(server)) {
                return server;
            }
        }
        return servers.get(first);
    }

    boolean isReady(Server server) {
        return ready.contains(server);
    }

    /** No connection could be made; it is left out until its readiness is seen again. */
    void unreachable(Server server) {
        ready.remove(server);
    }

    int size() {
        return servers.size();
    }

    private void watch() {
        try {
            while (true) {
                for (var server : servers) {
                    if (answers(server)) {
                        ready.add(server);
                    } else {
                        ready.remove(server);
                    }
                }
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answers(Server server) {
        var request = HttpRequest.newBuilder(server.readiness())
                .timeout(Duration.ofSeconds(1))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
        http.close();
    }
}
