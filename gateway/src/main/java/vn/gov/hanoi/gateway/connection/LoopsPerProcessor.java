package vn.gov.hanoi.gateway.connection;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * One event loop for each processor, unless the configuration says another number. Nothing blocks here, so more of them would only pass requests and their
 * connections to services from one to the other.
 */
@ApplicationScoped
class LoopsPerProcessor implements VertxOptionsCustomizer {
    private static final String SETTING = "quarkus.vertx.event-loops-pool-size";

    @Override
    public void accept(VertxOptions options) {
        if (ConfigProvider.getConfig().getOptionalValue(SETTING, Integer.class).isEmpty()) {
            options.setEventLoopPoolSize(Runtime.getRuntime().availableProcessors());
        }
    }
}
