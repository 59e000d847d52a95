package vn.gov.hanoi.kernel.idempotency;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets idempotency keys after their retention, in small portions. */
@ApplicationScoped
class KeyRetention {
    private final DataSource database;
    private final Clock clock;
    private final int days;

    KeyRetention(
            DataSource database,
            Clock clock,
            @ConfigProperty(name = "congvu.idempotency.retention-days", defaultValue = "45") int days) {
        this.database = database;
        this.clock = clock;
        this.days = days;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws SQLException {
        var sql = """
                delete from idempotency_keys where scope_digest in
                    (select scope_digest from idempotency_keys where created_at < ? limit 10000)""";
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement(sql)) {
            delete.setObject(1, OffsetDateTime.now(clock).minusDays(days));
            delete.executeUpdate();
        }
    }
}
