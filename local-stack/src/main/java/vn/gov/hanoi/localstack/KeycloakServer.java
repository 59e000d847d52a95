package vn.gov.hanoi.localstack;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real Keycloak server as a process of the running Java; its data are in PostgreSQL, its realm comes from a file. */
public final class KeycloakServer implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(180);
    private static final List<String> PARTS = List.of("bin", "conf", "lib", "providers", "themes", "version.txt");

    private final ManagedProcess process;

    private KeycloakServer(ManagedProcess process) {
        this.process = process;
    }

    /**
     * Where and how to run.
     *
     * @param home folder for its own files
     * @param realm realm in JSON, imported if the realm is not there yet
     * @param jdbcUrl database for the role {@code keycloak}
     * @param adminPassword of the first administrator {@code admin}
     */
    public record Settings(
            Path home,
            String realm,
            int port,
            int managementPort,
            String jdbcUrl,
            String databasePassword,
            String adminPassword,
            Path log) {}

    /** Starts and waits until it is ready. The first start on a machine also builds the server for PostgreSQL. */
    public static KeycloakServer start(Settings settings) {
        try {
            build(settings.log());
            prepareHome(settings);
            var process = ManagedProcess.start(command(settings).detached());
            process.awaitReady(
                    ManagedProcess.http(URI.create("http://127.0.0.1:" + settings.managementPort() + "/health/ready")),
                    START);
            // It holds the passwords of the demo users.
            Files.deleteIfExists(settings.home().resolve("data/import/congvu-realm.json"));
            return new KeycloakServer(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.close();
    }

    /** Once per distribution: fixes the database kind and the health endpoints, which saves seconds at each start. */
    static void build(Path log) throws IOException {
        var distribution = Distributions.keycloak();
        try (var lock = FileChannel.open(distribution.resolve(".building"), CREATE, WRITE)) {
            // Two installations may start from one distribution at the same time.
            var _ = lock.lock();
            buildOnce(distribution, distribution.resolve(".built"), log);
        }
    }

    private static void buildOnce(Path distribution, Path marker, Path log) throws IOException {
        if (Files.exists(marker)) {
            return;
        }
        var line = java(distribution, "-Xmx512m", "build", "--db=postgres", "--health-enabled=true", "--cache=local");
        var process =
                ManagedProcess.start(new ManagedProcess.Command("Keycloak build", line, Map.of(), distribution, log));
        process.awaitReady(() -> !process.isAlive(), START);
        if (!process.tail().contains("completed")) {
            throw new StartFailed("Keycloak", "its build did not complete", process.tail(), log);
        }
        Files.createFile(marker);
    }

    /** Links the distribution, so that several installations share it and each keeps its own data folder. */
    private static void prepareHome(Settings settings) throws IOException {
        Files.createDirectories(settings.home().resolve("data/import"));
        for (var part : PARTS) {
            var link = settings.home().resolve(part);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, Distributions.keycloak().resolve(part));
        }
        Files.writeString(settings.home().resolve("data/import/congvu-realm.json"), settings.realm());
    }

    private static ManagedProcess.Command command(Settings settings) {
        var line = java(
                settings.home(),
                "-Xmx320m",
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + settings.port(),
                "--http-management-port=" + settings.managementPort(),
                "--hostname=http://localhost:" + settings.port(),
                "--log-level=warn");
        var environment = Map.of(
                "KC_DB_URL", settings.jdbcUrl(),
                "KC_DB_USERNAME", "keycloak",
                "KC_DB_PASSWORD", settings.databasePassword(),
                "KC_DB_POOL_MAX_SIZE", "10",
                "KC_DB_POOL_INITIAL_SIZE", "1",
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", settings.adminPassword());
        return new ManagedProcess.Command("Keycloak", line, environment, settings.home(), settings.log());
    }

    private static List<String> java(Path home, String heap, String... arguments) {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(
                List.of(
                        heap,
                        "-XX:+UseSerialGC",
                        // It starts more often than it is busy, and the second compiler takes half of the start.
                        "-XX:TieredStopAtLevel=1",
                        "-XX:ReservedCodeCacheSize=128m",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:MaxMetaspaceSize=256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dkc.home.dir=" + home,
                        "-Djboss.server.config.dir=" + home.resolve("conf"),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Dpicocli.disable.closures=true",
                        "-Dquarkus-log-max-startup-records=10000",
                        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory"));
        for (var opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            line.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        line.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        line.addAll(List.of(arguments));
        return line;
    }
}
