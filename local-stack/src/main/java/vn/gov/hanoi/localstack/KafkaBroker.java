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
    private static final String CLASSES = "classes.jsa";

    private final Path folder;
    private final Path log;
    private final int port;
    private final boolean temporary;
    private final String classes;
    private ManagedProcess process;

    private KafkaBroker(Path folder, int port, int controllerPort, boolean temporary, Path log, String classes) {
        this.folder = folder;
        this.log = log;
        this.port = port;
        this.temporary = temporary;
        this.classes = classes;
        if (temporary) {
            Folders.copy(
                    Distributions.made("kafka-formatted", KafkaBroker::format).resolve("data"), data(folder));
        }
        prepare(controllerPort);
        this.process = start();
    }

    /** An empty broker that forgets everything. */
    public static KafkaBroker temporary() {
        try {
            var folder = Files.createTempDirectory("congvu-kafka-");
            var broker =
                    new KafkaBroker(folder, Ports.any(), Ports.any(), true, folder.resolve("kafka.log"), keptClasses());
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A broker that keeps its data and goes on after this process. */
    public static KafkaBroker persistent(Path folder, int port, int controllerPort, Path log) {
        return new KafkaBroker(folder, port, controllerPort, false, log, keptClasses());
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
        if (temporary) {
            Folders.delete(folder);
        }
    }

    private ManagedProcess start() {
        var line = java(
                "-Xmx256m",
                "-Xms64m",
                classes,
                "kafka.Kafka",
                properties(folder).toString());
        var command = new ManagedProcess.Command("Kafka", line, Map.of(), folder, log);
        return ManagedProcess.start(temporary ? command : command.detached())
                .awaitReady(ManagedProcess.tcp(port), START);
    }

    private static Path properties(Path folder) {
        return folder.resolve("server.properties");
    }

    private static Path data(Path folder) {
        return folder.resolve("data");
    }

    /** Settings for these ports, and a data folder if there is none yet. */
    private void prepare(int controllerPort) {
        try {
            Files.createDirectories(folder);
            Files.writeString(properties(folder), settings(folder, port, controllerPort));
            if (!Files.exists(data(folder).resolve("meta.properties"))) {
                format(folder, log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Classes as a Java that ends can leave them to the next: reading them from their jars is half of the work of a start. */
    private static String keptClasses() {
        var made = Distributions.made("kafka-classes-" + Runtime.version(), KafkaBroker::keepClasses);
        return "-XX:SharedArchiveFile=" + made.resolve(CLASSES);
    }

    private static void keepClasses(Path folder) {
        var broker = new KafkaBroker(
                folder,
                Ports.any(),
                Ports.any(),
                false,
                folder.resolve("kafka.log"),
                "-XX:ArchiveClassesAtExit=" + folder.resolve(CLASSES));
        broker.process.stop("TERM", START);
        Folders.delete(data(folder));
    }

    /** Fills a folder with what every temporary broker begins with; its ports are not in it. */
    private static void format(Path folder) {
        try {
            Files.writeString(properties(folder), settings(folder, Ports.any(), Ports.any()));
            format(folder, folder.resolve("kafka.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void format(Path folder, Path log) {
        var line = java(
                "-Xmx128m",
                "kafka.tools.StorageTool",
                "format",
                "-t",
                clusterId(UUID.randomUUID()),
                "-c",
                properties(folder).toString());
        var process = ManagedProcess.start(new ManagedProcess.Command("Kafka storage", line, Map.of(), folder, log));
        process.awaitReady(() -> Files.exists(data(folder).resolve("meta.properties")) && !process.isAlive(), START);
    }

    /** In Kafka's form; the first bits are fixed, because the tool takes an id that begins with a hyphen for an option. */
    static String clusterId(UUID random) {
        var bytes = ByteBuffer.allocate(16)
                .putLong(random.getMostSignificantBits() & Long.MAX_VALUE)
                .putLong(random.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static String settings(Path folder, int port, int controllerPort) {
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
                broker.heartbeat.interval.ms=500
                broker.session.timeout.ms=4000
                num.network.threads=2
                num.io.threads=2
                log.cleaner.dedupe.buffer.size=16777216
                log.cleaner.threads=1
                """.formatted(port, controllerPort, data(folder));
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
