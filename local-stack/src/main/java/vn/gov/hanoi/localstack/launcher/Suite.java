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
import vn.gov.hanoi.localstack.PostgresServer;

/** Starts and stops all parts of one installation. Also used by the system tests. */
public final class Suite {
    private static final Duration START = Duration.ofSeconds(120);
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Home home;
    private final Progress progress;
    private final int replicas;
    private final Map<String, String> settings;
    private volatile boolean stopped;

    /** @param folder state of the installation */
    public Suite(Path folder, Progress progress) {
        this(folder, progress, 1, Map.of());
    }

    /**
     * A suite whose gateways know several instances of each service. {@link #start()} starts the first ones.
     *
     * @param replicas instances of each service and of the gateway, 1 and more
     * @param settings further variables of services and gateways
     */
    public Suite(Path folder, Progress progress, int replicas, Map<String, String> settings) {
        this.home = new Home(folder);
        this.progress = progress;
        this.replicas = replicas;
        this.settings = Map.copyOf(settings);
    }

    Home home() {
        return home;
    }

    /** Base address of the gateway. */
    public URI gateway() {
        return URI.create(home.url(Part.GATEWAY));
    }

    /** Base address of one of the gateways, counted from 1. */
    public URI gateway(int replica) {
        return URI.create(home.url(Part.GATEWAY, replica));
    }

    /** Where an instance tells whether requests should be sent to it. */
    public URI readiness(String part, int replica) {
        int port = home.managementPort(Part.byKey(part).orElseThrow(), replica);
        return URI.create("http://127.0.0.1:" + port + "/q/health/ready");
    }

    /** What an instance wrote. */
    public Path log(String part, int replica) {
        return home.log(Part.byKey(part).orElseThrow(), replica);
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
                .map(part -> pidFile(part, 1).process())
                .flatMap(Optional::stream)
                .mapToLong(Memory::residentMiB)
                .sum();
    }

    /** Issuer of all tokens. */
    public String realm() {
        return home.url(Part.KEYCLOAK) + "/realms/congvu";
    }

    public Optional<ProcessHandle> process(String part) {
        return process(part, 1);
    }

    public Optional<ProcessHandle> process(String part, int replica) {
        return pidFile(Part.byKey(part).orElseThrow(), replica).process();
    }

    /** Starts what is not running: the servers first, side by side, then the services and the gateway. */
    public void start() {
        stopped = false;
        Arrays.stream(Part.values())
                .filter(part -> pidFile(part, 1).process().isEmpty())
                .forEach(home::requireFreePorts);
        await(List.of(() -> part(Part.KAFKA, 1, this::startKafka), () -> {
            part(Part.POSTGRES, 1, this::startPostgres);
            part(Part.KEYCLOAK, 1, this::startKeycloak);
        }));
        // A service that meets a Keycloak which has not imported its realm yet does not start.
        await(Arrays.stream(Part.values())
                .filter(part -> part.isService() || part == Part.GATEWAY)
                .<Runnable>map(part -> () -> part(part, 1, () -> startService(part, 1)))
                .toList());
    }

    /** Starts one part again, for example after a kill. */
    public void start(String part) {
        start(part, 1);
    }

    /** @param replica of the services and of the gateway, counted from 1 */
    public void start(String part, int replica) {
        var chosen = Part.byKey(part).orElseThrow();
        part(chosen, replica, () -> switch (chosen) {
            case POSTGRES -> startPostgres();
            case KAFKA -> startKafka();
            case KEYCLOAK -> startKeycloak();
            case EVALUATION, TRAINING, SELECTION, GATEWAY -> startService(chosen, replica);
        });
    }

    /** Stops one part as an upgrade does: asks it to end and waits until it did. */
    public void stop(String part, int replica) {
        stop(Part.byKey(part).orElseThrow(), replica);
    }

    /** Stops everything that runs, the gateway first, the database last. */
    public void stop() {
        stopped = true;
        ManagedProcess.killStarting();
        var parts = new ArrayList<>(List.of(Part.values()));
        java.util.Collections.reverse(parts);
        for (var part : parts) {
            for (int replica = replicas; replica >= 1; replica--) {
                stop(part, replica);
            }
        }
        ManagedProcess.killStarting();
    }

    private void stop(Part part, int replica) {
        pidFile(part, replica).process().ifPresent(process -> {
            boolean quick = part == Part.POSTGRES;
            progress.say("stopping " + part.label());
            ManagedProcess.end(process, quick ? "INT" : "TERM", PATIENCE);
        });
        pidFile(part, replica).delete();
    }

    private interface Start {
        long pid();
    }

    private void part(Part part, int replica, Start start) {
        if (stopped) {
            throw new IllegalStateException(part.label() + " is not started: the suite is being stopped");
        }
        if (pidFile(part, replica).process().isPresent()) {
            progress.say(part.label() + " is running");
            return;
        }
        progress.say("starting " + part.label() + " on port " + home.port(part, replica));
        pidFile(part, replica).write(start.pid());
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

    private long startService(Part part, int replica) {
        var environment = new ServiceEnvironment(this, replicas).of(part, replica);
        environment.putAll(settings);
        var command = new ManagedProcess.Command(
                part.label(), ServiceLine.of(part), environment, Distributions.projectRoot(), home.log(part, replica));
        return ManagedProcess.start(command.detached())
                .awaitReady(ManagedProcess.http(readiness(part.key(), replica)), START)
                .pid();
    }

    PidFile pidFile(Part part, int replica) {
        return new PidFile(home.pid(part, replica));
    }
}
