package vn.gov.hanoi.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A real PostgreSQL 18 with the databases and roles of the suite. As root it runs through {@code unshare -U}. */
public final class PostgresServer implements AutoCloseable {
    /** Password of all roles of a temporary server. */
    public static final String TEST_PASSWORD = "test-only";

    /** Password of the superuser of a temporary server. */
    public static final String TEST_SUPERUSER_PASSWORD = "postgres";

    private static final List<String> ROLES = List.of(
            "evaluation_owner",
            "evaluation_app",
            "training_owner",
            "training_app",
            "selection_owner",
            "selection_app",
            "keycloak");
    private static final Duration START = Duration.ofSeconds(60);

    private final Path data;
    private final Path log;
    private final int port;
    private final boolean temporary;
    private final String superuserPassword;
    private ManagedProcess process;

    private PostgresServer(Path folder, int port, boolean temporary, String superuserPassword, Path log) {
        this.data = folder;
        this.log = log;
        this.port = port;
        this.temporary = temporary;
        this.superuserPassword = superuserPassword;
        this.process = start();
    }

    /** An empty server that forgets everything; durable writes are off, so it is fast and proves nothing about crashes. */
    public static PostgresServer temporary() {
        try {
            var folder = Files.createTempDirectory("congvu-postgres-");
            Folders.copy(
                    Distributions.made("postgres-of-the-suite-" + InitScript.digest(), PostgresServer::make)
                            .resolve("data"),
                    folder.resolve("data"));
            var server = new PostgresServer(
                    folder.resolve("data"), Ports.any(), true, TEST_SUPERUSER_PASSWORD, folder.resolve("postgres.log"));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills a folder with what every temporary server begins with. */
    private static void make(Path folder) {
        var passwords = new HashMap<String, String>();
        ROLES.forEach(role -> passwords.put(role, TEST_PASSWORD));
        var data = folder.resolve("data");
        initialise(data, TEST_SUPERUSER_PASSWORD, folder.resolve("initdb.log"));
        var server =
                new PostgresServer(data, Ports.any(), true, TEST_SUPERUSER_PASSWORD, folder.resolve("postgres.log"));
        try {
            server.createSuite(passwords);
        } finally {
            server.process.stop("INT", Duration.ofSeconds(20));
        }
    }

    /**
     * A durable server that goes on after this process; the suite's databases are made at the first start.
     *
     * @param passwords by role name, and of the superuser under {@code postgres}
     */
    public static PostgresServer persistent(Path data, int port, Map<String, String> passwords, Path log) {
        var superuser = passwords.getOrDefault("postgres", "");
        var complete = data.resolve("congvu.complete");
        if (!Files.exists(complete)) {
            Folders.delete(data);
            initialise(data, superuser, log);
        }
        var server = new PostgresServer(data, port, false, superuser, log);
        try {
            if (!Files.exists(complete)) {
                server.createSuite(passwords);
                Files.createFile(complete);
            }
            return server;
        } catch (IOException e) {
            server.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /** Makes a copy of a database; nobody may be connected to the template. */
    public void createDatabase(String name, String template) {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), "postgres", superuserPassword);
                var statement = connection.createStatement()) {
            statement.execute("create database \"%s\" template \"%s\"".formatted(name, template));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends without a checkpoint; the next start recovers from the log. */
    public void kill() {
        process.stop("QUIT", Duration.ofSeconds(10));
    }

    public void restart() {
        process.stop("INT", Duration.ofSeconds(20));
        process = start();
    }

    @Override
    public void close() {
        process.stop("INT", Duration.ofSeconds(20));
        if (temporary) {
            Folders.delete(parent(data));
        }
    }

    private void createSuite(Map<String, String> passwords) {
        var variables = new HashMap<String, String>();
        ROLES.forEach(role -> variables.put(role + "_password", passwords.getOrDefault(role, "")));
        InitScript.run(this::jdbcUrl, superuserPassword, variables);
    }

    private ManagedProcess start() {
        var line = new ArrayList<>(privileged());
        line.add(binary("postgres"));
        line.addAll(List.of("-D", data.toString(), "-p", String.valueOf(port)));
        for (var setting : settings()) {
            line.addAll(List.of("-c", setting));
        }
        var command = new ManagedProcess.Command("PostgreSQL", line, Map.of(), data, log);
        return ManagedProcess.start(temporary ? command : command.detached()).awaitReady(this::accepts, START);
    }

    private List<String> settings() {
        var settings = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=150",
                temporary ? "shared_buffers=128MB" : "shared_buffers=256MB",
                "checkpoint_timeout=15min",
                "max_wal_size=2GB",
                "timezone=UTC"));
        if (temporary) {
            settings.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
        }
        return settings;
    }

    private boolean accepts() {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), "postgres", superuserPassword)) {
            return connection.isValid(2);
        } catch (SQLException _) {
            return false;
        }
    }

    private static void initialise(Path data, String superuserPassword, Path log) {
        try {
            Files.createDirectories(parent(data));
            var passwordFile = Files.createTempFile("congvu-", ".pw");
            Files.writeString(passwordFile, superuserPassword);
            var line = new ArrayList<>(privileged());
            line.addAll(List.of(
                    binary("initdb"),
                    "-D",
                    data.toString(),
                    "-U",
                    "postgres",
                    "-E",
                    "UTF8",
                    "--locale-provider=builtin",
                    "--locale=C.UTF-8",
                    "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "--no-sync"));
            var command = new ManagedProcess.Command("PostgreSQL initdb", line, Map.of(), parent(data), log);
            var process = ManagedProcess.start(command);
            try {
                process.awaitReady(() -> Files.exists(data.resolve("PG_VERSION")) && !process.isAlive(), START);
            } finally {
                Files.deleteIfExists(passwordFile);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody. */
    private static List<String> privileged() {
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
    }

    private static String binary(String name) {
        return Distributions.postgres().resolve("bin").resolve(name).toString();
    }

    private static Path parent(Path data) {
        return java.util.Objects.requireNonNull(data.getParent(), "the data folder needs a parent");
    }
}
