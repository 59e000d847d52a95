package vn.gov.hanoi.kernel.outbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/**
 * Creates the topics that this service writes or reads, with a fixed number of partitions; order exists per key only, so
 * the number never changes later. Whoever comes first creates; an existing topic is left as it is.
 */
@ApplicationScoped
public class Topics {
    private static final Logger LOGGER = Logger.getLogger(Topics.class);
    private static final int WAIT_SECONDS = 5;

    private final Map<String, Object> kafka;
    private final TopicsConfig config;
    private volatile boolean ensured;

    Topics(@Identifier("default-kafka-broker") Map<String, Object> kafka, TopicsConfig config) {
        this.kafka = kafka;
        this.config = config;
    }

    /** @return false if the broker could not be asked; ask again later */
    public synchronized boolean ensure() throws InterruptedException {
        if (ensured) {
            return true;
        }
        var settings = new java.util.HashMap<>(kafka);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, WAIT_SECONDS * 1000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, WAIT_SECONDS * 1000);
        try (var admin = Admin.create(settings)) {
            for (var topic : config.topics().entrySet()) {
                create(admin, topic.getKey(), topic.getValue());
            }
            ensured = true;
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOGGER.warnf("topics cannot be checked yet: %s", e.getClass().getSimpleName());
        }
        return ensured;
    }

    /** Makes the next {@link #ensure()} ask again: a broker that came back without its data has lost the topics too. */
    void doubt() {
        ensured = false;
    }

    private static void create(Admin admin, String name, TopicsConfig.Topic topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        var created = new NewTopic(name, topic.partitions(), topic.replication())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        topic.compacted() ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        String.valueOf(topic.largestRecord())));
        try {
            admin.createTopics(List.of(created)).all().get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
