package vn.gov.hanoi.kernel.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import vn.gov.hanoi.kernel.id.Ids;

/** Keeps what could not be applied, byte for byte, until an operator replays or discards it. */
@ApplicationScoped
public class DeadLetters {
    private static final Logger LOGGER = Logger.getLogger(DeadLetters.class);
    private static final int LONGEST_ERROR = 500;

    private final DataSource database;

    DeadLetters(DataSource database) {
        this.database = database;
    }

    void add(ConsumerRecord<String, byte[]> record, Throwable error, int attempts) {
        var id = Ids.next();
        var sql = """
                insert into dead_letters (id, topic, partition, record_offset, record_key, record_value, error, attempts)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            insert.setObject(1, id);
            insert.setString(2, record.topic());
            insert.setInt(3, record.partition());
            insert.setLong(4, record.offset());
            insert.setString(5, record.key());
            insert.setBytes(6, record.value());
            insert.setString(7, describe(error));
            insert.setInt(8, attempts);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("dead letter cannot be written", e);
        }
        LOGGER.errorf(
                "event became a dead letter id=%s topic=%s partition=%d offset=%d error=%s",
                id,
                record.topic(),
                record.partition(),
                record.offset(),
                error.getClass().getSimpleName());
    }

    /** Class and, for our own checks, message; never values of the record. */
    static String describe(Throwable error) {
        var root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var text = root instanceof SQLException sql
                ? "database refused, state " + sql.getSQLState()
                : root.getClass().getSimpleName() + ": " + root.getMessage();
        return text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) : text;
    }

    /** A dead letter as stored. */
    record Stored(UUID id, String topic, int partition, long offset, String key, byte[] value) {
        ConsumerRecord<String, byte[]> asRecord() {
            return new ConsumerRecord<>(topic, partition, offset, key, value);
        }
    }
}
