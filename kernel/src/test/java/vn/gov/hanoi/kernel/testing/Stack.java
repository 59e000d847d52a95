package vn.gov.hanoi.kernel.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.ConfigProvider;
import vn.gov.hanoi.localstack.KafkaBroker;
import vn.gov.hanoi.localstack.PostgresServer;

/** The surroundings of a service under test. Started once for all test classes of a module. */
public class Stack implements QuarkusTestResourceLifecycleManager {
    static final String JDBC_URL = "congvu.test.jdbc-url";
    static final String KAFKA = "congvu.test.kafka";

    private PostgresServer postgres;
    private KafkaBroker kafka;
    private TestIssuer issuer;

    @Override
    public Map<String, String> start() {
        // A thread of its own: the common pool has one for two cores, and it is that of the application.
        var broker = CompletableFuture.supplyAsync(KafkaBroker::temporary, Thread::startVirtualThread);
        postgres = PostgresServer.temporary();
        kafka = broker.join();
        issuer = TestIssuer.start();
        var service = ConfigProvider.getConfig().getValue("congvu.service", String.class);
        System.setProperty(JDBC_URL, postgres.jdbcUrl(service));
        System.setProperty(KAFKA, kafka.bootstrapServers());
        var config = new HashMap<String, String>();
        config.put("quarkus.http.test-port", "0");
        config.put("quarkus.management.test-port", "0");
        config.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl(service));
        config.put("quarkus.datasource.username", service + "_app");
        config.put("quarkus.datasource.password", PostgresServer.TEST_PASSWORD);
        config.put("quarkus.flyway.username", service + "_owner");
        config.put("quarkus.flyway.password", PostgresServer.TEST_PASSWORD);
        config.put("quarkus.flyway.migrate-at-start", "true");
        config.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        config.put("quarkus.oidc.auth-server-url", issuer.url());
        config.put("quarkus.oidc.token.issuer", issuer.url());
        config.put("congvu.sealing.key", Base64.getEncoder().encodeToString(new byte[32]));
        if (service.equals("evaluation")) {
            config.put("congvu.directory.number-key", Base64.getEncoder().encodeToString(new byte[32]));
        }
        return config;
    }

    @Override
    public void stop() {
        close(issuer);
        close(kafka);
        close(postgres);
    }

    private static void close(AutoCloseable part) {
        try {
            if (part != null) {
                part.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
