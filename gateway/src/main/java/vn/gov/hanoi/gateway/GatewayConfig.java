package vn.gov.hanoi.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Settings of the gateway; each can be given by the environment, for example CONGVU_GATEWAY_DEADLINE=20s. */
@ConfigMapping(prefix = "congvu.gateway")
public interface GatewayConfig {
    /** Address as clients see it, without a path. */
    URI publicUrl();

    /** Addresses of the instances of evaluation-service, separated by commas. */
    List<URI> evaluationUrl();

    /** Addresses of the instances of training-service. */
    List<URI> trainingUrl();

    /** Addresses of the instances of selection-service. */
    List<URI> selectionUrl();

    /** How long an instance that could not be reached, or said that it leaves, is left out before it is tried again. */
    @WithDefault("1s")
    Duration instanceRest();

    /** Failures in a row (no connection, no answer in time) that open the circuit of an instance. */
    @WithDefault("5")
    int circuitFailures();

    /** How long an open circuit stays so before one request tries the instance. */
    @WithDefault("5s")
    Duration circuitOpenTime();

    /** Longest time in which the head of a request must have arrived; past it the connection is closed. */
    @WithDefault("15s")
    Duration headTimeout();

    /** Longest wait for a connection to a service. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** Longest silence of a service in the middle of an answer. */
    @WithDefault("60s")
    Duration idleTimeout();

    /** Longest wait for the head of an answer, with the sending of the body; past it 504, or 408 if the body is late. */
    @WithDefault("30s")
    Duration deadline();

    /** The same for uploads of files ({@code /imports} and scans of scripts). */
    @WithDefault("120s")
    Duration importDeadline();

    /** The same for the feed of events, where a request may wait 30 s. */
    @WithDefault("45s")
    Duration eventDeadline();

    /** Connections to one service for waiting requests and streams of events; past it 503. */
    @WithDefault("1000")
    int eventPoolSize();

    /** Connections to one instance of a service. */
    @WithDefault("64")
    int poolSize();

    /** Requests that may wait for a connection to an instance; past it 503. */
    @WithDefault("256")
    int waitQueue();

    /** Largest JSON body in bytes. */
    @WithDefault("1048576")
    long bodyLimit();

    /** Largest body of an upload in bytes: a file of 64 MiB and its wrapping. */
    @WithDefault("67174400")
    long importBodyLimit();

    /** How often the contracts of the services are fetched again. */
    @WithDefault("60s")
    Duration contractRefresh();

    /** Verified tokens that are remembered; 0 remembers none. */
    @WithDefault("20000")
    int tokenCacheSize();

    /** Past this time a remembered token is verified again, also when it has not expired. */
    @WithDefault("60s")
    Duration tokenCacheRecheck();

    /** How often the issuer's keys are fetched again; a withdrawn key is refused after this time. */
    @WithDefault("60s")
    Duration keyRefresh();

    /** How long the logout of a session or person is remembered: longer than an access token lives. */
    @WithDefault("1h")
    Duration revocationMemory();

    /** The instances of the services by the first segment of the path. */
    default Map<String, List<URI>> origins() {
        return Map.of("evaluation", evaluationUrl(), "training", trainingUrl(), "selection", selectionUrl());
    }
}
