package vn.gov.hanoi.evaluation.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.http.Params;
import vn.gov.hanoi.kernel.scope.Caller;

/**
 * The clock of the directory. One change at a time: whoever takes a stamp holds the clock until the end of the transaction. So the
 * tree cannot be changed from two sides at once, and what was known at a moment is settled once that moment is readable.
 */
@ApplicationScoped
public class DirectoryClockRepository {
    private static final String TAKE = """
            update directory_clock
            set last = greatest(date_trunc('milliseconds', clock_timestamp()), last + interval '1 millisecond')
            returning last""";

    private final DataSource database;
    private final Clock clock;

    DirectoryClockRepository(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The moment of a change; waits while another change is in hand, and after 10 seconds the database gives up (503). */
    @Transactional(Transactional.TxType.MANDATORY)
    public Stamp take(Caller caller) {
        try (var connection = database.getConnection()) {
            lockTimeout(connection, "10s");
            try (var statement = connection.prepareStatement(TAKE);
                    var row = statement.executeQuery()) {
                row.next();
                var at = row.getObject(1, OffsetDateTime.class).toInstant();
                lockTimeout(connection, "0");
                return new Stamp(at, caller.subject());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the directory clock cannot be taken", e);
        }
    }

    /** The moment of something that is no change of the directory; nobody waits for it. */
    public Stamp now(Caller caller) {
        return new Stamp(clock.instant().truncatedTo(ChronoUnit.MILLIS), caller.subject());
    }

    private static void lockTimeout(Connection connection, String value) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config('lock_timeout', ?, true)")) {
            statement.setString(1, value);
            statement.execute();
        }
    }

    /** Moment of the last committed change. */
    @Transactional
    public Instant last() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select last from directory_clock");
                var row = statement.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        } catch (SQLException e) {
            throw new IllegalStateException("the directory clock cannot be read", e);
        }
    }

    /**
     * The truth that a read asks for; today and now unless said otherwise. A moment after the last change means that change.
     *
     * <p>Refusal: query.invalid-parameter for a moment to come.
     */
    public Moment moment(@Nullable LocalDate asOf, @Nullable Instant knownAt) {
        if (knownAt != null && knownAt.isAfter(clock.instant())) {
            throw Params.invalid("knownAt", "not after now");
        }
        var last = last();
        return new Moment(
                asOf == null ? LocalDate.now(clock) : asOf, knownAt == null || knownAt.isAfter(last) ? last : knownAt);
    }
}
