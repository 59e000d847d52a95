package vn.gov.hanoi.localstack.launcher;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a service or a gateway is told by variables: where it listens, and where all others are. */
final class ServiceEnvironment {
    private final Suite suite;
    private final Home home;
    private final int replicas;

    /** @param replicas instances of each service that a gateway knows */
    ServiceEnvironment(Suite suite, int replicas) {
        this.suite = suite;
        this.home = suite.home();
        this.replicas = replicas;
    }

    Map<String, String> of(Part part, int replica) {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(home.port(part, replica)));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(home.managementPort(part, replica)));
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", suite.realm());
        environment.put("QUARKUS_OIDC_TOKEN_ISSUER", suite.realm());
        if (part == Part.GATEWAY) {
            environment.put("CONGVU_SESSION_KEYS", "first=" + home.secret("sealing-sessions"));
            environment.put("CONGVU_SESSION_CLIENT_SECRET", home.secret("gateway-client"));
            // The City is loaded by a few demo users with this tool, who ask for more than thousands of people do.
            environment.put("CONGVU_LIMITS_TOOLS", "congvu-cli");
            environment.put("CONGVU_GATEWAY_PUBLIC_URL", home.url(Part.GATEWAY));
            environment.put("CONGVU_GATEWAY_EVALUATION_URL", urls(Part.EVALUATION));
            environment.put("CONGVU_GATEWAY_TRAINING_URL", urls(Part.TRAINING));
            environment.put("CONGVU_GATEWAY_SELECTION_URL", urls(Part.SELECTION));
            return environment;
        }
        var name = part.key();
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", suite.jdbcUrl(name));
        environment.put("QUARKUS_DATASOURCE_USERNAME", name + "_app");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", suite.databasePassword(name + "_app"));
        environment.put("QUARKUS_FLYWAY_USERNAME", name + "_owner");
        environment.put("QUARKUS_FLYWAY_PASSWORD", suite.databasePassword(name + "_owner"));
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

    private String urls(Part part) {
        return IntStream.rangeClosed(1, replicas)
                .mapToObj(replica -> home.url(part, replica))
                .collect(Collectors.joining(","));
    }
}
