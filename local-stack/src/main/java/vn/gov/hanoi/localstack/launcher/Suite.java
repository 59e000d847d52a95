package vn.gov.hanoi.localstack.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import vn.gov.hanoi.localstack.Distributions;
import vn.gov.hanoi.localstack.KafkaBroker;
import vn.gov.hanoi.localstack.KeycloakServer;
import vn.gov.hanoi.localstack.ManagedProcess;
import vn.gov.hanoi.localstack.Ports;
import vn.gov.hanoi.localstack.PostgresServer;

/** Starts and stops all parts of one installation. Also used by the system tests. */
public final class Suite {
    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Home home;
    private final Progress progress;
    private volatile boolean stopped;

    /** @param folder state of the installation */
    public Suite(Path folder, Progress progress) {
        this.home = new Home(folder);
        this.progress = progress;
    }

    Home home() {
        return home;
    }

    /** Base address of the gateway. */
    public URI gateway() {
        return URI.create(home.url(Part.GATEWAY));
    }

    /** Base address of a service by its short name ({@code evaluation}), past the gateway. */
    public URI service(String name) {
        return URI.create(home.url(Part.byKey(name).orElseThrow()));
    }

    /** JDBC address of a service's database. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + home.port(Part.POSTGRES) + "/" + database;
    }

    /** Password of a database role, made at the first start. */
    public String databasePassword(String role) {
        return home.secret("postgres." + role);
    }

    /** An access token of a demo user, or of the system that the realm knows. */
    public String token(String user) {
        return user.equals(SystemLogin.CLIENT)
                ? new SystemLogin(realm()).accessToken(user, systemKeys())
                : new LoginClient(realm()).accessToken(user, demoUserPassword());
    }

    /** Keys by which that system proves itself, made at the first start. */
    public SystemLogin.Keys systemKeys() {
        return home.keys(SystemLogin.CLIENT);
    }

    /** The password that all demo users share, made at the first start. */
    public String demoUserPassword() {
        return home.secret("demo-users");
    }

    /** Base address of Keycloak. */
    public String keycloak() {
        return home.url(Part.KEYCLOAK);
    }

    /** Password of Keycloak's administrator {@code admin}. */
    public String keycloakAdminPassword() {
        return home.secret("keycloak-admin");
    }

    /** Resident memory of all parts together in MiB. */
    public long residentMiB() {
        return Arrays.stream(Part.values())
                .map(part -> pidFile(part).process())
                .flatMap(Optional::stream)
                .mapToLong(Memory::residentMiB)
                .sum();
    }

    /** Issuer of all tokens. */
    public String realm() {
        return home.url(Part.KEYCLOAK) + "/realms/congvu";
    }

    public Optional<ProcessHandle> process(String part) {
        return pidFile(Part.byKey(part).orElseThrow()).process();
    }

    /** Starts what is not running: the servers first, side by side, then the services and the gateway. */
    public void start() {
        stopped = false;
        requireFreePorts();
        await(List.of(() -> part(Part.KAFKA, this::startKafka), () -> {
            part(Part.POSTGRES, this::startPostgres);
            part(Part.KEYCLOAK, this::startKeycloak);
        }));
        // A service that meets a Keycloak which has not imported its realm yet does not start.
        await(Arrays.stream(Part.values())
                .filter(part -> part.isService() || part == Part.GATEWAY)
                .<Runnable>map(part -> () -> part(part, () -> startService(part)))
                .toList());
    }

    /** Starts one part again, for example after a kill. */
    public void start(String part) {
        var chosen = Part.byKey(part).orElseThrow();
        part(chosen, () -> switch (chosen) {
            case POSTGRES -> startPostgres();
            case KAFKA -> startKafka();
            case KEYCLOAK -> startKeycloak();
            case EVALUATION, TRAINING, SELECTION, GATEWAY -> startService(chosen);
        });
    }

    /** Stops everything that runs, the gateway first, the database last. */
    public void stop() {
        stopped = true;
        ManagedProcess.killStarting();
        var parts = new ArrayList<>(List.of(Part.values()));
        java.util.Collections.reverse(parts);
        for (var part : parts) {
            pidFile(part).process().ifPresent(process -> {
                boolean quick = part == Part.POSTGRES;
                progress.say("stopping " + part.label());
                ManagedProcess.end(process, quick ? "INT" : "TERM", PATIENCE);
            });
            pidFile(part).delete();
        }
        ManagedProcess.killStarting();
    }

    private interface Start {
        long pid();
    }

    private void part(Part part, Start start) {
        if (stopped) {
            throw new IllegalStateException(part.label() + " is not started: the suite is being stopped");
        }
        if (pidFile(part).process().isPresent()) {
            progress.say(part.label() + " is running");
            return;
        }
        progress.say("starting " + part.label() + " on port " + home.port(part));
        pidFile(part).write(start.pid());
        progress.say(part.label() + " is ready");
    }

    /** Waits for all; the first that fails ends the wait and what is starting. */
    private void await(List<Runnable> starts) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ExecutorCompletionService<Void>(threads);
            starts.forEach(start -> running.submit(start, null));
            for (int i = 0; i < starts.size(); i++) {
                running.take().get();
            }
        } catch (ExecutionException e) {
            stopped = true;
            ManagedProcess.killStarting();
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the start is interrupted", e);
        }
    }

    private void requireFreePorts() {
        for (var part : Part.values()) {
            var ports = part.preferredManagementPort() == 0
                    ? List.of(home.port(part))
                    : List.of(home.port(part), home.managementPort(part));
            boolean running = pidFile(part).process().isPresent();
            for (int port : ports) {
                if (!running && !Ports.isFree(port)) {
                    throw new IllegalStateException(
                            "port %d, which %s of this installation uses, is taken by another process. Stop that process, or write another number into %s"
                                    .formatted(port, part.label(), home.folder().resolve("ports.properties")));
                }
            }
        }
    }

    private long startPostgres() {
        var passwords = new HashMap<String, String>();
        for (var role : List.of(
                "postgres",
                "evaluation_owner",
                "evaluation_app",
                "training_owner",
                "training_app",
                "selection_owner",
                "selection_app",
                "keycloak")) {
            passwords.put(role, databasePassword(role));
        }
        return PostgresServer.persistent(
                        home.data(Part.POSTGRES), home.port(Part.POSTGRES), passwords, home.log(Part.POSTGRES))
                .pid();
    }

    private long startKafka() {
        return KafkaBroker.persistent(
                        home.data(Part.KAFKA),
                        home.port(Part.KAFKA),
                        home.managementPort(Part.KAFKA),
                        home.log(Part.KAFKA))
                .pid();
    }

    private long startKeycloak() {
        var realm = RealmFile.complete(
                Distributions.projectRoot().resolve("deploy/keycloak/congvu-realm.json"),
                Map.of(
                        "CONGVU_PUBLIC_URL", home.url(Part.GATEWAY),
                        "CONGVU_GATEWAY_INNER_URL", home.url(Part.GATEWAY),
                        "CONGVU_GATEWAY_CLIENT_SECRET", home.secret("gateway-client"),
                        "CONGVU_INTEGRATION_PUBLIC_KEY", systemKeys().publicKey()),
                DemoUser.all(),
                demoUserPassword());
        return KeycloakServer.start(new KeycloakServer.Settings(
                        home.data(Part.KEYCLOAK),
                        realm,
                        home.port(Part.KEYCLOAK),
                        home.managementPort(Part.KEYCLOAK),
                        jdbcUrl("keycloak"),
                        databasePassword("keycloak"),
                        home.secret("keycloak-admin"),
                        home.log(Part.KEYCLOAK)))
                .pid();
    }

    private long startService(Part part) {
        var command = new ManagedProcess.Command(
                part.label(), ServiceLine.of(part), environment(part), Distributions.projectRoot(), home.log(part));
        var health = URI.create("http://127.0.0.1:" + home.managementPort(part) + "/q/health/ready");
        return ManagedProcess.start(command.detached())
                .awaitReady(ManagedProcess.http(health), START)
                .pid();
    }

    private Map<String, String> environment(Part part) {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(home.port(part)));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(home.managementPort(part)));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", realm());
        environment.put("QUARKUS_OIDC_TOKEN_ISSUER", realm());
        if (part == Part.GATEWAY) {
            environment.put("CONGVU_SESSION_KEYS", "first=" + home.secret("sealing-sessions"));
            environment.put("CONGVU_SESSION_CLIENT_SECRET", home.secret("gateway-client"));
            // The City is loaded by a few demo users with this tool, who ask for more than thousands of people do.
            environment.put("CONGVU_LIMITS_TOOLS", "congvu-cli");
            environment.put("CONGVU_GATEWAY_PUBLIC_URL", home.url(Part.GATEWAY));
            environment.put("CONGVU_GATEWAY_EVALUATION_URL", home.url(Part.EVALUATION));
            environment.put("CONGVU_GATEWAY_TRAINING_URL", home.url(Part.TRAINING));
            environment.put("CONGVU_GATEWAY_SELECTION_URL", home.url(Part.SELECTION));
            return environment;
        }
        var name = part.key();
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl(name));
        environment.put("QUARKUS_DATASOURCE_USERNAME", name + "_app");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", databasePassword(name + "_app"));
        environment.put("QUARKUS_FLYWAY_USERNAME", name + "_owner");
        environment.put("QUARKUS_FLYWAY_PASSWORD", databasePassword(name + "_owner"));
        environment.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "true");
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + home.port(Part.KAFKA));
        environment.put("CONGVU_SEALING_KEY", home.secret("sealing-" + name));
        // All services and their consumers share this machine.
        environment.put("CONGVU_OUTBOX_BACKLOG_PAUSE", "400ms");
        environment.put("CONGVU_OUTBOX_BULK_REST", "30s");
        environment.put("CONGVU_PUBLIC_URL", home.url(Part.GATEWAY));
        if (part == Part.EVALUATION) {
            environment.put("CONGVU_DIRECTORY_NUMBER_KEY", home.secret("number-key"));
        }
        return environment;
    }

    PidFile pidFile(Part part) {
        return new PidFile(home.pid(part));
    }
}
