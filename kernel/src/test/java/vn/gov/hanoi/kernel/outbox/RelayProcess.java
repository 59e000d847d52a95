package vn.gov.hanoi.kernel.outbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A process of its own that runs the relay until nothing is pending, or dies at a named point. Writes a byte per sent record. */
final class RelayProcess {
    static final int DEAD = 137;
    private static final int BATCH = 100;
    private static final Path OUTPUT = Path.of("target").toAbsolutePath();

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
                // Reading its classes from their jars is most of what it does: the first that ends in order leaves them
                // to the others.
                "-Xlog:disable",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + OUTPUT.resolve("relay-classes.jsa"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                RelayProcess.class.getName(),
                RelayBench.jdbcUrl(),
                RelayBench.servers(),
                point,
                occurrence);
        builder.environment().put("CLASSPATH", libraries());
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** Without the classes of the module under test, which this process does not need: those of folders cannot be left to others. */
    private static String libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(place -> !Path.of(place).startsWith(OUTPUT))
                .collect(Collectors.joining(File.pathSeparator));
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
