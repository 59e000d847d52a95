package vn.gov.hanoi.gateway.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.testing.TestIssuer;

/** The surroundings of the gateway: an issuer and three origins, and limits small enough to be reached by a test. */
public final class Front implements QuarkusTestResourceLifecycleManager {
    public static final int BODY_LIMIT = 65_536;
    public static final int IMPORT_LIMIT = 131_072;
    public static final int POOL = 4;
    public static final int QUEUE = 2;

    private @Nullable TestIssuer issuer;

    @Override
    public Map<String, String> start() {
        issuer = TestIssuer.start();
        var config = new HashMap<String, String>();
        config.put("quarkus.http.test-port", "0");
        config.put("quarkus.management.test-port", "0");
        config.put("quarkus.oidc.auth-server-url", issuer.url());
        config.put("quarkus.oidc.token.issuer", issuer.url());
        config.put("congvu.gateway.public-url", "https://congvu.hanoi.gov.vn");
        config.put("congvu.session.keys", "one=" + "A".repeat(43) + "=");
        config.put("congvu.session.client-secret", "secret");
        for (var service : new String[] {"evaluation", "training", "selection"}) {
            config.put("congvu.gateway." + service + "-url", Origin.reserve(service));
        }
        config.merge("congvu.gateway.training-url", Origin.reserve("training-2"), (one, two) -> one + "," + two);
        // One person of the tests asks more than thousands do.
        for (var limit : java.util.List.of(
                "user-read",
                "user-write",
                "client-read",
                "client-write",
                "org-read",
                "org-write",
                "user-heavy",
                "client-heavy",
                "org-heavy")) {
            config.put("congvu.limits." + limit, "1000000");
        }
        config.put("congvu.gateway.instance-rest", "300ms");
        config.put("congvu.gateway.circuit-failures", Integer.toString(POOL));
        config.put("congvu.gateway.circuit-open-time", "500ms");
        config.put("congvu.gateway.connect-timeout", "1s");
        config.put("congvu.gateway.deadline", "2s");
        config.put("congvu.gateway.import-deadline", "60s");
        config.put("congvu.gateway.idle-timeout", "2s");
        config.put("congvu.gateway.pool-size", Integer.toString(POOL));
        config.put("congvu.gateway.wait-queue", Integer.toString(QUEUE));
        config.put("congvu.gateway.body-limit", Integer.toString(BODY_LIMIT));
        config.put("congvu.gateway.import-body-limit", Integer.toString(IMPORT_LIMIT));
        return config;
    }

    @Override
    public void stop() {
        if (issuer != null) {
            issuer.close();
        }
    }
}
