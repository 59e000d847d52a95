package vn.gov.hanoi.kernel.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import vn.gov.hanoi.localstack.KafkaBroker;
import vn.gov.hanoi.localstack.PostgresServer;

/** The kernel's tables, a broker and a topic of its own per test; remembers what was written and judges what was told. */
final class RelayBench {
    static final KafkaBroker KAFKA = KafkaBroker.temporary();
    private static final PostgresServer POSTGRES = migrated();
    private static final String DATABASE = "evaluation";
    /** Larger than the topic's limit. */
    static final int TOO_LARGE = 20_000;

    private static final int LIMIT = 10_000;
    private static final int SMALL = 100;
    private static final int PARTITIONS = 3;

    /** An event as its record tells it. */
    record Told(String key, UUID id, long sequence) {}

    final String topic = "relay." + UUID.randomUUID();
    private final Map<UUID, Long> sequences = new HashMap<>();
    private final List<UUID> written = new ArrayList<>();

    RelayBench() {
        execute("truncate outbox_events, event_log");
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
            var created = new NewTopic(topic, PARTITIONS, (short) 1)
                    .configs(Map.of("max.message.bytes", String.valueOf(LIMIT)));
            admin.createTopics(List.of(created)).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PostgresServer migrated() {
        var server = PostgresServer.temporary();
        Flyway.configure()
                .dataSource(server.jdbcUrl(DATABASE), "evaluation_owner", PostgresServer.TEST_PASSWORD)
                .locations("classpath:db/kernel")
                .placeholders(Map.of("app_role", "evaluation_app"))
                .load()
                .migrate();
        return server;
    }

    static String servers() {
        return KAFKA.bootstrapServers();
    }

    static String jdbcUrl() {
        return POSTGRES.jdbcUrl(DATABASE);
    }

    static DataSource database() {
        return RelayClients.database(jdbcUrl());
    }

    static Producer<String, byte[]> producer() {
        return RelayClients.producer(servers());
    }

    static List<UUID> keys(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }

    /** Writes one event in its own transaction. */
    UUID write(UUID key, int bytes) {
        try (var connection = database().getConnection()) {
            return write(connection, key, bytes, false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    UUID write(UUID key) {
        return write(key, SMALL);
    }

    /** Writes one event of a bulk write. */
    UUID writeBulk(UUID key) {
        try (var connection = database().getConnection()) {
            return write(connection, key, SMALL, true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes events of random keys in transactions of ten. */
    void writeRandom(int events, List<UUID> keys, Random random) {
        write(events, keys, random, false);
    }

    /** As {@link #writeRandom}, a part of them as bulk writes do. */
    void writeMixed(int events, List<UUID> keys, Random random) {
        write(events, keys, random, true);
    }

    private void write(int events, List<UUID> keys, Random random, boolean mixed) {
        try (var connection = database().getConnection()) {
            connection.setAutoCommit(false);
            for (int i = 1; i <= events; i++) {
                var key = keys.get(random.nextInt(keys.size()));
                write(connection, key, SMALL, mixed && random.nextInt(3) == 0);
                if (i % 10 == 0 || i == events) {
                    connection.commit();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    UUID write(Connection connection, UUID key, int bytes, boolean bulk) throws SQLException {
        var id = UUID.randomUUID();
        long sequence = sequences.merge(key, 1L, Math::addExact);
        try (var insert = connection.prepareStatement("""
                insert into outbox_events (id, topic, type, aggregate_id, sequence, partition_key, envelope, bulk)
                values (?, ?, 'test', ?, ?, ?, ?, ?)""")) {
            insert.setObject(1, id);
            insert.setString(2, topic);
            insert.setObject(3, key);
            insert.setLong(4, sequence);
            insert.setObject(5, key);
            insert.setBytes(6, envelope(id, sequence, bytes));
            insert.setBoolean(7, bulk);
            insert.executeUpdate();
        }
        written.add(id);
        return id;
    }

    static byte[] envelope(UUID id, long sequence, int bytes) {
        return ByteBuffer.allocate(bytes)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putLong(sequence)
                .array();
    }

    /** Runs cycles until nothing is pending; cycles that fail or stand by are repeated. */
    static void drain(OutboxRelay relay) {
        Awaitility.await("outbox is drained")
                .atMost(Duration.ofMinutes(1))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> relay.runOnce().outcome() == OutboxRelay.Outcome.IDLE && pending() == 0);
    }

    /** All records of the topic; those of a key in order. */
    List<Told> told() {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers(), "enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var told = new ArrayList<Told>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var each : consumer.poll(Duration.ofMillis(300))) {
                    var bytes = ByteBuffer.wrap(each.value());
                    told.add(new Told(each.key(), new UUID(bytes.getLong(), bytes.getLong()), bytes.getLong()));
                }
            }
            return told;
        }
    }

    /** No loss, order per key by first occurrence, nothing pending, each event once in the log and in order. */
    void assertAllSentInOrder() {
        var firsts = new LinkedHashMap<UUID, Told>();
        told().forEach(event -> firsts.putIfAbsent(event.id(), event));
        assertThat(firsts.keySet()).as("events on the topic").containsExactlyInAnyOrderElementsOf(written);
        var perKey = firsts.values().stream()
                .collect(Collectors.groupingBy(
                        Told::key, Collectors.mapping(Told::sequence, Collectors.<Long>toList())));
        sequences.forEach((key, last) -> assertThat(perKey.get(key.toString()))
                .as("sequences of %s", key)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, last).boxed().toList()));
        assertThat(pending()).as("pending").isZero();
        assertThat(ids("select id from event_log order by position"))
                .as("event log")
                .containsExactlyInAnyOrderElementsOf(written);
        assertThat(count("""
                select count(*) from event_log a join event_log b
                on a.aggregate_id = b.aggregate_id and a.sequence < b.sequence and a.position > b.position""")).as("overtakings in the event log").isZero();
    }

    static long pending() {
        return count("select count(*) from outbox_events");
    }

    static List<UUID> ids(String sql) {
        try (var connection = database().getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            var ids = new ArrayList<UUID>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static long count(String sql) {
        try (var connection = database().getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes rows past the relay, as the owner of the tables. */
    static void execute(String sql) {
        var database = database();
        try (var connection = database.getConnection("evaluation_owner", PostgresServer.TEST_PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
