package vn.gov.hanoi.training.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.training.enrolment.Candidate.Taken;

/** Stores what learners take up: seats, places in the order of arrival, days. Inside the caller's transaction, with the class held. */
@ApplicationScoped
class SeatRepository {
    /** The number of the key space; officers of any class meet here, so that nobody gets into two classes at the same moment. */
    private static final String LOCK = "select pg_advisory_xact_lock(7301, hashtext(o::text)) from unnest(?::uuid[]) o";

    private static final String ARRIVE =
            "update class_seats set arrivals = arrivals + ? where class_id = ? returning arrivals - ? + 1";

    private static final String TAKE_DAYS = """
            insert into learner_days (officer_id, day, class_id, enrolment_id)
            select e.officer_id, d.day, e.class_id, e.id
            from unnest(?::uuid[]) asked join enrolments e on e.id = asked
            cross join (select distinct day from class_sessions where class_id = ?) d""";

    private static final String MOVE = """
            select distinct on (o.class_id) o.class_id, o.day from learner_days o
            join enrolments e on e.officer_id = o.officer_id and e.class_id = ? and e.state in ('NOMINATED', 'ENROLLED', 'WAITING')
            where o.class_id <> ? and o.day = any (?) order by o.class_id, o.day""";

    private final DataSource database;

    SeatRepository(DataSource database) {
        this.database = database;
    }

    /** What is done inside a connection. */
    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.in(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("seats cannot be written", e);
        }
    }

    /** Holds officers until the end of the transaction, in one order for all. */
    void hold(Collection<UUID> officers) {
        with(connection -> {
            try (var statement = connection.prepareStatement(LOCK)) {
                statement.setArray(
                        1,
                        connection.createArrayOf(
                                "uuid", officers.stream().sorted().distinct().toArray()));
                return statement.execute();
            }
        });
    }

    Seats seats(UUID classId) {
        return with(connection -> {
            try (var statement =
                    connection.prepareStatement("select places, taken from class_seats where class_id = ?")) {
                statement.setObject(1, classId);
                try (var row = statement.executeQuery()) {
                    row.next();
                    return new Seats(row.getInt(1), row.getInt(2));
                }
            }
        });
    }

    void keep(UUID classId, Seats seats) {
        with(connection ->
                update(connection, "update class_seats set taken = ? where class_id = ?", seats.taken(), classId));
    }

    /** The first of so many new places in the order of arrival. */
    long arrive(UUID classId, int number) {
        return with(connection -> {
            try (var statement = connection.prepareStatement(ARRIVE)) {
                statement.setInt(1, number);
                statement.setObject(2, classId);
                statement.setInt(3, number);
                try (var row = statement.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /** The learners are in the class on its days. They were held and are free on them. */
    void takeDays(UUID classId, Collection<UUID> enrolments) {
        with(connection ->
                update(connection, TAKE_DAYS, connection.createArrayOf("uuid", enrolments.toArray()), classId));
    }

    void freeDays(Collection<UUID> enrolments) {
        with(connection -> update(
                connection,
                "delete from learner_days where enrolment_id = any (?)",
                connection.createArrayOf("uuid", enrolments.toArray())));
    }

    /** Other classes that open learners of the class attend on these days, each with its first such day. */
    List<Taken> otherClasses(UUID classId, Collection<LocalDate> days) {
        return with(connection -> {
            try (var statement = connection.prepareStatement(MOVE)) {
                statement.setObject(1, classId);
                statement.setObject(2, classId);
                statement.setArray(3, connection.createArrayOf("date", days.toArray()));
                var found = new ArrayList<Taken>();
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        found.add(new Taken(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)));
                    }
                }
                return found;
            }
        });
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
