package vn.gov.hanoi.kernel.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at the service's database past the service, as the superuser of the test. */
public final class Database {
    private Database() {}

    public static Connection connect() throws SQLException {
        return DriverManager.getConnection(System.getProperty(Stack.JDBC_URL), "postgres", "postgres");
    }

    /** Opens a connection as the run-time role, to prove what the database itself refuses. */
    public static Connection connectAs(String role) throws SQLException {
        return DriverManager.getConnection(
                System.getProperty(Stack.JDBC_URL), role, vn.gov.hanoi.localstack.PostgresServer.TEST_PASSWORD);
    }

    public static List<Map<String, @Nullable Object>> query(String sql, Object... args) {
        try (var connection = connect();
                var statement = prepare(connection, sql, args);
                var rows = statement.executeQuery()) {
            var found = new ArrayList<Map<String, @Nullable Object>>();
            while (rows.next()) {
                var row = new LinkedHashMap<String, @Nullable Object>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.put(rows.getMetaData().getColumnLabel(i), rows.getObject(i));
                }
                found.add(row);
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The single number that a query gives. */
    public static long count(String sql, Object... args) {
        var value = query(sql, args).getFirst().values().iterator().next();
        return value instanceof Number number ? number.longValue() : 0;
    }

    public static int execute(String sql, Object... args) {
        try (var connection = connect();
                var statement = prepare(connection, sql, args)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... args) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < args.length; i++) {
            statement.setObject(i + 1, args[i]);
        }
        return statement;
    }
}
