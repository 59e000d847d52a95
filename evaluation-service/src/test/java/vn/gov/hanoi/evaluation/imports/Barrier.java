package vn.gov.hanoi.evaluation.imports;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import vn.gov.hanoi.kernel.testing.Database;

/**
 * Another transaction that records a person at the same time and has not ended. An import that comes to this person waits in
 * the database, so that a test meets it in the middle of its work for as long as it likes.
 */
final class Barrier implements AutoCloseable {
    private static final String WAITING =
            "from pg_stat_activity where usename = 'evaluation_app' and wait_event_type = 'Lock'";

    private final Connection connection;

    private Barrier(Connection connection) {
        this.connection = connection;
    }

    static Barrier at(String officerCode, Ground ground) throws SQLException {
        var connection = Database.connect();
        connection.setAutoCommit(false);
        var sql = """
                with officer as (
                    insert into officers (id, officer_code, created_at, created_by, changed_at, changed_by)
                    values (?, ?, now(), 'x', now(), 'x') returning id),
                identity as (
                    insert into officer_states (id, officer_id, full_name, sort_key, search_key, recorded_at, recorded_by)
                    select gen_random_uuid(), id, 'Trần Thị Bình', 'b', 'b', now(), 'x' from officer)
                insert into assignments (id, officer_id, unit_id, position, title, leader, main, category, valid_from, decision_number,
                    recorded_at, recorded_by)
                select ?, officer.id, unit_of_code(?), 'STAFF', 'Cán sự', false, true, 'CADRE', '2019-01-01', '1', now(), 'x'
                from officer""";
        try (var insert = connection.prepareStatement(sql)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, officerCode);
            insert.setObject(3, UUID.randomUUID());
            insert.setString(4, ground.code());
            insert.executeUpdate();
        }
        return new Barrier(connection);
    }

    /** Returns when somebody waits here. */
    Barrier met() {
        await("the import comes to the barrier")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Database.count("select count(*) " + WAITING) == 1);
        return this;
    }

    /** Ends the connections that wait here, as the death of their process does. */
    static void killWaiting() {
        var _ = Database.query("select pg_terminate_backend(pid) " + WAITING);
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** Opens the barrier without trace, unless it was committed. */
    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
