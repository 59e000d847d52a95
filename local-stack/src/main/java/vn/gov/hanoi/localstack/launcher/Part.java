package vn.gov.hanoi.localstack.launcher;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The parts of the suite in their order of start. */
enum Part {
    POSTGRES("PostgreSQL", 15432, 0),
    KAFKA("Kafka", 19092, 19093),
    KEYCLOAK("Keycloak", 8180, 9180),
    EVALUATION("evaluation-service", 8081, 9081),
    TRAINING("training-service", 8082, 9082),
    SELECTION("selection-service", 8083, 9083),
    GATEWAY("gateway", 8080, 9080);

    private final String label;
    private final int preferredPort;
    private final int preferredManagementPort;

    Part(String label, int preferredPort, int preferredManagementPort) {
        this.label = label;
        this.preferredPort = preferredPort;
        this.preferredManagementPort = preferredManagementPort;
    }

    String label() {
        return label;
    }

    /** Name in files and keys. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    int preferredPort() {
        return preferredPort;
    }

    /** Second port: health and metrics, for Kafka the controller; 0 if the part has none. */
    int preferredManagementPort() {
        return preferredManagementPort;
    }

    boolean isService() {
        return this == EVALUATION || this == TRAINING || this == SELECTION;
    }

    static Optional<Part> byKey(String key) {
        return Arrays.stream(values()).filter(part -> part.key().equals(key)).findFirst();
    }
}
