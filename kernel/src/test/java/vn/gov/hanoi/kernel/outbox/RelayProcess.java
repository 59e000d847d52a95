package vn.gov.hanoi.kernel.outbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A process of its own that runs the relay until nothing is pending, or dies at a named point. Writes a byte per sent record. */
final class RelayProcess {
    static final int DEAD = 137;
    private static final int BATCH = 100;

    private RelayProcess() {}

    /** @param occurrence at which passing of the point the process dies */
    static Process dyingAt(Watched.Point point, int occurrence) throws IOException {
        return start(point.name(), String.valueOf(occurrence));
    }

    static Process draining() throws IOException {
        return start("NOWHERE", "0");
    }

    private static Process start(String point, String occurrence) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                java,
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                RelayProcess.class.getName(),
                RelayBench.jdbcUrl(),
                RelayBench.servers(),
                point,
                occurrence);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    public static void main(String... args) throws Exception {
        var left = new AtomicInteger(Integer.parseInt(args[3]));
        var watched = new Watched(point -> {
            if (point == Watched.Point.SENT) {
                System.out.write('.');
                System.out.flush();
            }
            if (point.name().equals(args[2]) && left.decrementAndGet() == 0) {
                Runtime.getRuntime().halt(DEAD);
            }
        });
        try (var producer = RelayClients.producer(args[1])) {
            var relay = new OutboxRelay(
                    watched.database(RelayClients.database(args[0])), watched.producer(producer), BATCH);
            while (relay.runOnce().outcome() != OutboxRelay.Outcome.IDLE) {
                Thread.onSpinWait();
            }
        }
    }
}
