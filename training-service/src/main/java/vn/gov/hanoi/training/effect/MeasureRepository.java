package vn.gov.hanoi.training.effect;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Keeps measures, inside the transaction of the inbox. */
@ApplicationScoped
class MeasureRepository {
    private static final String TOLD = """
            insert into told_measures as k (officer_id, month, revision) values (?, ?, ?)
            on conflict (officer_id, month) do update set revision = excluded.revision where k.revision < excluded.revision""";

    private static final String FORGET = "delete from criterion_measures where officer_id = ? and month = ?";

    private static final String KEEP = """
            insert into criterion_measures (officer_id, month, criterion, rule_set_code, form, points, maximum)
            values (?, ?, ?, ?, ?, ?, ?)""";

    private final DataSource database;

    MeasureRepository(DataSource database) {
        this.database = database;
    }

    /** The told state takes the place of what is there, unless a newer one was told before, or this one. */
    void keep(ToldMeasure told) {
        try (var connection = database.getConnection()) {
            if (isNewest(connection, told)) {
                replace(connection, told);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("measures cannot be kept", e);
        }
    }

    private static boolean isNewest(Connection connection, ToldMeasure told) throws SQLException {
        try (var upsert = connection.prepareStatement(TOLD)) {
            upsert.setObject(1, told.officerId());
            upsert.setObject(2, told.month());
            upsert.setInt(3, told.revision());
            return upsert.executeUpdate() == 1;
        }
    }

    private static void replace(Connection connection, ToldMeasure told) throws SQLException {
        try (var delete = connection.prepareStatement(FORGET)) {
            delete.setObject(1, told.officerId());
            delete.setObject(2, told.month());
            delete.executeUpdate();
        }
        try (var insert = connection.prepareStatement(KEEP)) {
            for (var criterion : told.criteria()) {
                insert.setObject(1, told.officerId());
                insert.setObject(2, told.month());
                insert.setString(3, criterion.code());
                insert.setString(4, told.ruleSetCode());
                insert.setString(5, told.form());
                insert.setBigDecimal(6, criterion.points());
                insert.setBigDecimal(7, criterion.maximum());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
