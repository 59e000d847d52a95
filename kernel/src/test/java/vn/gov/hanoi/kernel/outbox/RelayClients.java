package vn.gov.hanoi.kernel.outbox;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.postgresql.ds.PGSimpleDataSource;
import vn.gov.hanoi.localstack.PostgresServer;

/** What a relay works with; starts nothing, so that a process of its own can use it. */
final class RelayClients {
    private RelayClients() {}

    /** The database as the run-time role sees it. */
    static PGSimpleDataSource database(String url) {
        var database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser("evaluation_app");
        database.setPassword(PostgresServer.TEST_PASSWORD);
        return database;
    }

    /** A producer with the settings of production. */
    static Producer<String, byte[]> producer(String servers) {
        return new KafkaProducer<>(
                RelayRunner.producerSettings(Map.of("bootstrap.servers", servers)),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
