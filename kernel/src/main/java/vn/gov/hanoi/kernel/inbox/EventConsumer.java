package vn.gov.hanoi.kernel.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.outbox.Topics;

/**
 * The one consumer of this process: reads all handled topics in groups, applies them through the inbox, then commits the
 * offsets. A plain client instead of a channel per topic, because grouped records share a transaction.
 */
@ApplicationScoped
class EventConsumer {
    private static final Logger LOGGER = Logger.getLogger(EventConsumer.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Map<String, TopicHandler> handlers;
    private final Inbox inbox;
    private final Topics topics;
    private final Map<String, Object> kafka;
    private final String service;
    private final boolean enabled;
    private final MeterRegistry meters;
    private volatile boolean running;
    private volatile @Nullable KafkaConsumer<String, byte[]> current;

    EventConsumer(
            @All List<TopicHandler> handlers,
            Inbox inbox,
            Topics topics,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            InboxConfig config,
            @ConfigProperty(name = "congvu.service") String service,
            MeterRegistry meters) {
        this.handlers =
                handlers.stream().collect(Collectors.toMap(TopicHandler::topic, Function.identity(), Both::new));
        this.inbox = inbox;
        this.topics = topics;
        this.kafka = kafka;
        this.service = service;
        this.enabled = config.enabled();
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        if (enabled && !handlers.isEmpty()) {
            running = true;
            Thread.ofPlatform().daemon().name("event-consumer").start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
        var consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    private void run() {
        while (running) {
            try {
                if (topics.ensure()) {
                    consume();
                } else {
                    Thread.sleep(PAUSE);
                }
            } catch (WakeupException _) {
                return;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOGGER.warnf("consumer starts again: %s", e.toString());
                pause();
            }
        }
    }

    /** Leaves by an exception only; then a new consumer goes on from the last committed offsets. */
    private void consume() {
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            current = consumer;
            consumer.subscribe(handlers.keySet());
            while (running) {
                var records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    apply(records);
                    consumer.commitSync();
                }
            }
        } finally {
            current = null;
        }
    }

    private void apply(ConsumerRecords<String, byte[]> records) {
        var topics = records.partitions().stream().map(TopicPartition::topic).distinct();
        topics.forEach(topic -> {
            var group = new ArrayList<ConsumerRecord<String, byte[]>>();
            // Partition by partition, so that records of one key stay in their order.
            records.records(topic).forEach(group::add);
            inbox.accept(handler(topic), group);
            meters.counter("inbox_records_total", "topic", topic).increment(group.size());
        });
    }

    /** Two rooms that follow one topic; both apply it in one transaction, in no promised order. */
    private record Both(TopicHandler first, TopicHandler second) implements TopicHandler {
        @Override
        public String topic() {
            return first.topic();
        }

        @Override
        public void apply(List<InboundEvent> events) {
            first.apply(events);
            second.apply(events);
        }
    }

    TopicHandler handler(String topic) {
        var handler = handlers.get(topic);
        if (handler == null) {
            throw new IllegalStateException("no handler for topic " + topic);
        }
        return handler;
    }

    private Map<String, Object> settings() {
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, service + "-service");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        // A short wait makes large groups of a stream of events; each group is one commit to the disk.
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 65_536);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 150);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return settings;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
