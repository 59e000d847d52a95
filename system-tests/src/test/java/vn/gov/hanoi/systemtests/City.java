package vn.gov.hanoi.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.gov.hanoi.localstack.Distributions;
import vn.gov.hanoi.localstack.city.CityLoader;
import vn.gov.hanoi.localstack.city.LoadReport;
import vn.gov.hanoi.localstack.launcher.Progress;
import vn.gov.hanoi.localstack.launcher.Suite;

/** The one suite of all system tests, with the City of 2020 in it. Started at the first use, stopped at the end of the JVM. */
final class City {
    private static final int OFFICERS = 1_500;
    /** Of the 300 s that a token lives. */
    private static final long TOKEN_NANOS = 240_000_000_000L;

    private static final boolean TWO = Boolean.getBoolean("congvu.two-instances");
    /** So that a test without Keycloak lives through several checks of tokens and keys, and one of restarts does not wait. */
    private static final Map<String, String> SETTINGS = Map.of(
            "CONGVU_TOKENS_RECHECK", "2s",
            "CONGVU_TOKENS_KEY_REFRESH", "2s",
            "CONGVU_GATEWAY_TOKEN_CACHE_RECHECK", "2s",
            "CONGVU_GATEWAY_KEY_REFRESH", "2s",
            "QUARKUS_OIDC_TOKEN_FORCED_JWK_REFRESH_INTERVAL", "2s",
            "QUARKUS_OIDC_CONNECTION_TIMEOUT", "1s",
            "QUARKUS_SHUTDOWN_DELAY", "1s");

    private record Token(String value, long until) {}

    private static final Map<String, Token> TOKENS = new ConcurrentHashMap<>();
    private static final Suite SUITE = start();
    private static final LoadReport LOADED = load();

    private City() {}

    static Suite suite() {
        return SUITE;
    }

    static LoadReport loaded() {
        return LOADED;
    }

    static Http gateway() {
        return new Http(SUITE.gateway());
    }

    /** Past the gateway, as somebody inside the network could. */
    static Http direct(String service) {
        return new Http(SUITE.service(service));
    }

    /** A token of a demo user, fetched again before it expires. */
    static String token(String user) {
        return TOKENS.compute(
                        user,
                        (name, known) -> known != null && known.until() > System.nanoTime()
                                ? known
                                : new Token(SUITE.token(name), System.nanoTime() + TOKEN_NANOS))
                .value();
    }

    private static Suite start() {
        try {
            Path folder = Files.createDirectories(Distributions.projectRoot().resolve("system-tests/target/suites"));
            var suite = new Suite(
                    Files.createTempDirectory(folder, "suite-"),
                    new Progress(System.out),
                    TWO ? 2 : 1,
                    TWO ? SETTINGS : Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(suite::stop));
            suite.start();
            return suite;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LoadReport load() {
        return new CityLoader(SUITE.gateway(), SUITE::token, new Progress(System.out)::say).load(OFFICERS);
    }
}
