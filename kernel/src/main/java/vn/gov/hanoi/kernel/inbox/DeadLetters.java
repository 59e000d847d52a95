package vn.gov.hanoi.kernel.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.id.Ids;
import vn.gov.hanoi.kernel.problem.Refused;

/** Keeps what could not be applied, byte for byte, until an operator replays or discards it. */
@ApplicationScoped
public class DeadLetters {
    private static final Logger LOGGER = Logger.getLogger(DeadLetters.class);
    private static final int LONGEST_ERROR = 500;
    private static final String OURS = "vn.gov.hanoi.";

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
            insert.setString(5, storable(record.key()));
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

    /** PostgreSQL keeps no zero character in a text; a key with one must not stop the partition. */
    private static @Nullable String storable(@Nullable String key) {
        return key == null ? null : key.replace('\u0000', '\ufffd');
    }

    /** What failed: message of our own checks, else class and place. Messages of others may quote the record. */
    static String describe(Throwable error) {
        var root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var name = root.getClass().getSimpleName();
        var text =
                switch (root) {
                    case SQLException sql -> "database refused, state " + sql.getSQLState();
                    case UnreadableEvent _, NullPointerException _, Refused _ -> name + ": " + root.getMessage();
                    default -> name + place(root);
                };
        return text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) : text;
    }

    private static String place(Throwable root) {
        return Arrays.stream(root.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
    }

    /** A dead letter as stored. */
    record Stored(UUID id, String topic, int partition, long offset, String key, byte[] value) {
        ConsumerRecord<String, byte[]> asRecord() {
            return new ConsumerRecord<>(topic, partition, offset, key, value);
        }
    }
}
