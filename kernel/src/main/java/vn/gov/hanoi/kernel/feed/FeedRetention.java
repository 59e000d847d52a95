package vn.gov.hanoi.kernel.feed;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import vn.gov.hanoi.kernel.outbox.TopicsConfig;

/**
 * Purges the log of sent events after its retention, in portions of one transaction each. What compacted topics told is kept: a broker
 * that lost its data is filled again from here, and its readers need the newest state of each key, however old.
 */
@ApplicationScoped
class FeedRetention {
    private static final int MOST_PORTIONS = 200;

    private static final String PURGE = """
            with old as (
                select position, topic from (
                    select e.position, e.topic, e.sent_at from event_log e where e.position > (select purged_to from event_feed)
                    order by e.position limit ?) oldest
                where sent_at < ?),
            gone as (delete from event_log where position in (select position from old where topic <> all (?)))
            update event_feed set purged_to = (select max(position) from old) where exists (select from old)""";

    private final DataSource database;
    private final Clock clock;
    private final Duration retention;
    private final int portion;
    private final List<String> kept;

    @Inject
    FeedRetention(DataSource database, Clock clock, FeedConfig config, TopicsConfig topics) {
        this(
                database,
                clock,
                config.retention(),
                config.purgePortion(),
                topics.topics().entrySet().stream()
                        .filter(each -> each.getValue().compacted())
                        .map(Map.Entry::getKey)
                        .toList());
    }

    FeedRetention(DataSource database, Clock clock, Duration retention, int portion, List<String> kept) {
        this.database = database;
        this.clock = clock;
        this.retention = retention;
        this.portion = portion;
        this.kept = kept;
    }

    @Scheduled(every = "1h", delayed = "7m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void purge() throws SQLException {
        int portions = 0;
        while (portions < MOST_PORTIONS && purgePortion()) {
            portions++;
        }
    }

    /** @return whether there was something to purge */
    private boolean purgePortion() throws SQLException {
        try (var connection = database.getConnection();
                var purge = connection.prepareStatement(PURGE)) {
            purge.setInt(1, portion);
            purge.setObject(2, OffsetDateTime.now(clock).minus(retention));
            purge.setArray(3, connection.createArrayOf("text", kept.toArray()));
            return purge.executeUpdate() > 0;
        }
    }
}
