package vn.gov.hanoi.training.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import vn.gov.hanoi.kernel.id.Ids;

/** Follows weak criteria with needs, inside the transaction of the inbox. */
@ApplicationScoped
class WeaknessRepository {
    private static final String KEEP = """
            insert into told_weaknesses as k (officer_id, period, revision, told_at) values (?, ?, ?, ?)
            on conflict (officer_id, period) do update set revision = excluded.revision, told_at = excluded.told_at
            where k.revision < excluded.revision""";

    /** What a manager has decided stays. */
    private static final String WITHDRAW = """
            update training_needs set state = 'WITHDRAWN', version = version + 1
            where origin = 'WEAK_CRITERION' and officer_id = ? and period = ? and state = 'PROPOSED' and reasons[1] <> all (?)""";

    /** A criterion that waits or is confirmed for the year, from another month or because somebody asked for it, is enough. */
    private static final String PROPOSE_AGAIN = """
            update training_needs n set state = 'PROPOSED', version = version + 1, evaluation_id = ?
            where n.origin = 'WEAK_CRITERION' and n.officer_id = ? and n.period = ? and n.state = 'WITHDRAWN' and n.reasons[1] = any (?)
                and not exists (
                    select from training_needs o
                    where o.officer_id = n.officer_id and o.reasons[1] = n.reasons[1] and o.year = n.year
                        and o.origin <> 'CLASSIFICATION' and o.state in ('PROPOSED', 'OPEN'))""";

    private static final String PROPOSE = """
            insert into training_needs (id, version, officer_id, year, unit_id, reasons, state, origin, evaluation_id, period, opened_at)
            values (?, 1, ?, ?, ?, ?, 'PROPOSED', 'WEAK_CRITERION', ?, ?, ?)
            on conflict do nothing""";

    private final DataSource database;

    WeaknessRepository(DataSource database) {
        this.database = database;
    }

    /** Keeps the number of the revision. @return false if a newer one was told before, or this one */
    boolean isNewest(ToldWeakness told) {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(KEEP)) {
            upsert.setObject(1, told.officerId());
            upsert.setString(2, told.month().toString());
            upsert.setInt(3, told.revision());
            upsert.setObject(4, OffsetDateTime.ofInstant(told.toldAt(), ZoneOffset.UTC));
            return upsert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("weak criteria cannot be kept", e);
        }
    }

    /** Withdraws what is not weak any more and proposes what is. */
    void follow(ToldWeakness told) {
        try (var connection = database.getConnection()) {
            var criteria = connection.createArrayOf("text", told.criteria().toArray());
            withdraw(connection, told, criteria);
            proposeAgain(connection, told, criteria);
            propose(connection, told);
        } catch (SQLException e) {
            throw new IllegalStateException("needs of weak criteria cannot be written", e);
        }
    }

    private static void withdraw(Connection connection, ToldWeakness told, Array criteria) throws SQLException {
        try (var update = connection.prepareStatement(WITHDRAW)) {
            update.setObject(1, told.officerId());
            update.setString(2, told.month().toString());
            update.setArray(3, criteria);
            update.executeUpdate();
        }
    }

    private static void proposeAgain(Connection connection, ToldWeakness told, Array criteria) throws SQLException {
        try (var update = connection.prepareStatement(PROPOSE_AGAIN)) {
            update.setObject(1, told.evaluationId());
            update.setObject(2, told.officerId());
            update.setString(3, told.month().toString());
            update.setArray(4, criteria);
            update.executeUpdate();
        }
    }

    private static void propose(Connection connection, ToldWeakness told) throws SQLException {
        try (var insert = connection.prepareStatement(PROPOSE)) {
            for (var criterion : told.criteria()) {
                insert.setObject(1, Ids.next());
                insert.setObject(2, told.officerId());
                insert.setInt(3, told.year());
                insert.setObject(4, told.unitId());
                insert.setArray(5, connection.createArrayOf("text", new Object[] {criterion}));
                insert.setObject(6, told.evaluationId());
                insert.setString(7, told.month().toString());
                insert.setObject(8, OffsetDateTime.ofInstant(told.toldAt(), ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
