package vn.gov.hanoi.kernel.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/** Runs the relay of this process on its own thread: at once after a commit, else slowly; backs off while the broker is away. */
@ApplicationScoped
class RelayRunner {
    /** In bytes. A reorganisation of 5,000 units needs up to 3 MB; how much a topic takes is set at the topic. */
    private static final int LARGEST_EVENT = 4 * 1024 * 1024;

    private static final Logger LOGGER = Logger.getLogger(RelayRunner.class);

    private final Semaphore wake = new Semaphore(0);
    private final DataSource database;
    private final OutboxConfig config;
    private final Topics topics;
    private final Map<String, Object> kafka;
    private final BulkWork bulkWork;
    private final MeterRegistry meters;
    private volatile boolean running;
    /** Moment of {@link System#nanoTime} from which bulk events are due although bulk work goes on. */
    private long bulkDue = System.nanoTime();

    RelayRunner(
            DataSource database,
            OutboxConfig config,
            Topics topics,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            BulkWork bulkWork,
            MeterRegistry meters) {
        this.database = database;
        this.config = config;
        this.topics = topics;
        this.kafka = kafka;
        this.bulkWork = bulkWork;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("outbox_pending", () -> query("select count(*) from outbox_events"))
                .register(meters);
        Gauge.builder("outbox_oldest_age_seconds", () -> query("""
                        select coalesce(extract(epoch from now() - min(recorded_at)), 0) from outbox_events""")).register(meters);
        if (config.enabled()) {
            running = true;
            Thread.ofPlatform().daemon().name("outbox-relay").start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
        wake.release();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutboxWritten written) {
        wake.release();
    }

    private void run() {
        int failures = 0;
        try {
            while (running) {
                failures = withProducer(failures);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Works with one producer until the end or until a cycle breaks off: some errors of a producer, such as a right it lacked, stay with
     * it for good, so the next one is new.
     *
     * @return failures in a row so far
     */
    private int withProducer(int before) throws InterruptedException {
        int failures = before;
        try (var producer =
                new KafkaProducer<>(producerSettings(kafka), new StringSerializer(), new ByteArraySerializer())) {
            var relay = new OutboxRelay(database, producer, config.batchSize());
            while (running) {
                failures = cycle(relay) ? 0 : failures + 1;
                sleep(failures);
            }
        } catch (SQLException | RuntimeException e) {
            LOGGER.warnf("relay cycle failed: %s", e.getClass().getSimpleName());
            sleep(++failures);
        }
        return failures;
    }

    /** @return whether the cycle went well */
    private boolean cycle(OutboxRelay relay) throws SQLException, InterruptedException {
        if (!topics.ensure()) {
            return false;
        }
        var cycle = run(relay);
        // After any event there may be more: one of its key may wait on the other lane.
        while (running && cycle.outcome() != OutboxRelay.Outcome.FAILED && cycle.sent() > 0) {
            if (cycle.outcome() == OutboxRelay.Outcome.FULL) {
                Thread.sleep(config.backlogPause());
            }
            cycle = run(relay);
        }
        if (cycle.outcome() == OutboxRelay.Outcome.FAILED) {
            topics.doubt();
            return false;
        }
        return true;
    }

    private OutboxRelay.Cycle run(OutboxRelay relay) throws SQLException, InterruptedException {
        boolean withBulk = !bulkWork.isRunning() || System.nanoTime() - bulkDue >= 0;
        var cycle = relay.runOnce(withBulk);
        if (withBulk) {
            bulkDue = System.nanoTime() + config.bulkRest().toNanos();
        }
        meters.counter("outbox_cycles_total", "outcome", cycle.outcome().name()).increment();
        meters.counter("outbox_sent_total").increment(cycle.sent());
        return cycle;
    }

    private void sleep(int failures) throws InterruptedException {
        if (failures == 0) {
            boolean _ = wake.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
            wake.drainPermits();
        } else {
            long longest = Math.min(config.longestBackOff().toMillis(), 200L << Math.min(failures, 10));
            Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1)));
        }
    }

    private double query(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            return rows.next() ? rows.getBigDecimal(1).doubleValue() : 0;
        } catch (SQLException _) {
            return Double.NaN;
        }
    }

    /** Bounded waits, so that a dead broker never holds a database transaction for minutes. */
    static Map<String, Object> producerSettings(Map<String, Object> common) {
        var settings = new HashMap<>(common);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6_000);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_EVENT);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return settings;
    }
}
