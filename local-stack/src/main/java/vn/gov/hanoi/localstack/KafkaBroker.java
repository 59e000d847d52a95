package vn.gov.hanoi.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A real Kafka broker in KRaft mode, one node, as a process of the running Java. */
public final class KafkaBroker implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);

    private final Path folder;
    private final Path log;
    private final int port;
    private final boolean temporary;
    private ManagedProcess process;

    private KafkaBroker(Path folder, int port, int controllerPort, boolean temporary, Path log) {
        this.folder = folder;
        this.log = log;
        this.port = port;
        this.temporary = temporary;
        format(controllerPort);
        this.process = start();
    }

    /** An empty broker that forgets everything. */
    public static KafkaBroker temporary() {
        try {
            var folder = Files.createTempDirectory("congvu-kafka-");
            var broker = new KafkaBroker(folder, Ports.any(), Ports.any(), true, folder.resolve("kafka.log"));
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A broker that keeps its data and goes on after this process. */
    public static KafkaBroker persistent(Path folder, int port, int controllerPort, Path log) {
        return new KafkaBroker(folder, port, controllerPort, false, log);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public long pid() {
        return process.pid();
    }

    /** Ends at once, as a crash does. */
    public void kill() {
        process.kill();
    }

    public void pause() {
        process.signal("STOP");
    }

    public void resume() {
        process.signal("CONT");
    }

    /** Starts again on the same data and port, after {@link #kill()} or {@link #close()} of a persistent broker. */
    public void restart() {
        if (process.isAlive()) {
            process.stop("TERM", Duration.ofSeconds(15));
        }
        process = start();
    }

    @Override
    public void close() {
        process.stop("TERM", Duration.ofSeconds(15));
        if (temporary && Files.exists(folder)) {
            try (var paths = Files.walk(folder)) {
                paths.sorted(java.util.Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private ManagedProcess start() {
        var line = java("-Xmx256m", "-Xms64m", "kafka.Kafka", properties().toString());
        var command = new ManagedProcess.Command("Kafka", line, Map.of(), folder, log);
        return ManagedProcess.start(temporary ? command : command.detached())
                .awaitReady(ManagedProcess.tcp(port), START);
    }

    private Path properties() {
        return folder.resolve("server.properties");
    }

    private void format(int controllerPort) {
        try {
            Files.createDirectories(folder);
            Files.writeString(properties(), settings(controllerPort));
            if (Files.exists(folder.resolve("data/meta.properties"))) {
                return;
            }
            var clusterId = clusterId(UUID.randomUUID());
            var line = java(
                    "-Xmx128m",
                    "kafka.tools.StorageTool",
                    "format",
                    "-t",
                    clusterId,
                    "-c",
                    properties().toString());
            var process =
                    ManagedProcess.start(new ManagedProcess.Command("Kafka storage", line, Map.of(), folder, log));
            process.awaitReady(() -> Files.exists(folder.resolve("data/meta.properties")) && !process.isAlive(), START);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In Kafka's form; the first bits are fixed, because the tool takes an id that begins with a hyphen for an option. */
    static String clusterId(UUID random) {
        var bytes = ByteBuffer.allocate(16)
                .putLong(random.getMostSignificantBits() & Long.MAX_VALUE)
                .putLong(random.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private String settings(int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                offsets.topic.num.partitions=1
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                num.network.threads=2
                num.io.threads=2
                log.cleaner.dedupe.buffer.size=16777216
                log.cleaner.threads=1
                """.formatted(port, controllerPort, folder.resolve("data"));
    }

    private static List<String> java(String... arguments) {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseCompactObjectHeaders",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                Distributions.kafka().resolve("*").toString()));
        int heap = 1;
        for (var argument : arguments) {
            if (argument.startsWith("-X")) {
                line.add(heap++, argument);
            } else {
                line.add(argument);
            }
        }
        return line;
    }
}
