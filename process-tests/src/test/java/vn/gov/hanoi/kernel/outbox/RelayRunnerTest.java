package vn.gov.hanoi.kernel.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayRunnerTest {
    private final RelayBench bench = new RelayBench();
    private final Map<String, Object> kafka = Map.of("bootstrap.servers", RelayBench.servers());
    private final BulkWork bulkWork = new BulkWork();
    private final RelayRunner runner = runner();

    @AfterEach
    void stop() {
        runner.stop(new ShutdownEvent());
    }

    @Test
    void shouldCreateTopicAgainAndGoOnWhenBrokerHasLostIt() throws Exception {
        // Given
        var key = UUID.randomUUID();
        bench.write(key);
        runner.start(new StartupEvent());
        awaitDrained();
        try (var admin = Admin.create(kafka)) {
            admin.deleteTopics(List.of(bench.topic)).all().get();
        }

        // When
        var lost = bench.write(key);
        awaitDrained();

        // Then
        assertThat(bench.told()).extracting(RelayBench.Told::id).containsExactly(lost);
    }

    @Test
    void shouldTellSingleActsWhileBulkWorkGoesOnAndBulkAfterIt() {
        // Given a rest that began inside the work: no cycle from before it can still be looking for bulk events
        var told = bulkWork.during(() -> {
            var bulk = bench.writeBulk(UUID.randomUUID());
            runner.start(new StartupEvent());
            awaitDrained();

            // When
            var waiting = bench.writeBulk(UUID.randomUUID());
            var single = bench.write(UUID.randomUUID());
            runner.wake(new OutboxWritten());
            Awaitility.await("the single act is told").until(() -> RelayBench.pending() == 1);
            return List.of(bulk, single, waiting);
        });
        var pending = RelayBench.ids("select id from outbox_events");
        awaitDrained();

        // Then
        assertThat(pending).containsExactly(told.getLast());
        assertThat(RelayBench.ids("select id from event_log order by position")).containsExactlyElementsOf(told);
    }

    private static void awaitDrained() {
        Awaitility.await("runner has sent all").atMost(Duration.ofMinutes(1)).until(() -> RelayBench.pending() == 0);
    }

    private RelayRunner runner() {
        var config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(OutboxConfig.class)
                .withMapping(TopicsConfig.class)
                .withDefaultValue("congvu.outbox.bulk-rest", "1h")
                .withDefaultValue("congvu.topics.\"%s\".partitions".formatted(bench.topic), "3")
                .build();
        var topics = new Topics(kafka, config.getConfigMapping(TopicsConfig.class));
        var outbox = config.getConfigMapping(OutboxConfig.class);
        return new RelayRunner(RelayBench.database(), outbox, topics, kafka, bulkWork, new SimpleMeterRegistry());
    }
}
