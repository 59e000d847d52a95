package vn.gov.hanoi.kernel.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Looks at the service's database past the service, as the superuser of the test. */
public final class Database {
    /** Logging in takes longer than what is asked. */
    private static final Queue<Connection> IDLE = new ConcurrentLinkedQueue<>();

    private Database() {}

    /** What one statement needs of a connection. */
    private interface Use<T> {
        T of(Connection connection) throws SQLException;
    }

    private static <T> T with(Use<T> use) {
        try {
            var connection = idle();
            try {
                return use.of(connection);
            } finally {
                IDLE.add(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As good as new: without settings of the statements before, and not of a server that is gone. */
    private static Connection idle() throws SQLException {
        for (var connection = IDLE.poll(); connection != null; connection = IDLE.poll()) {
            try (var statement = connection.createStatement()) {
                statement.execute("discard all");
                return connection;
            } catch (SQLException _) {
                connection.close();
            }
        }
        return connect();
    }

    public static Connection connect() throws SQLException {
        return DriverManager.getConnection(System.getProperty(Stack.JDBC_URL), "postgres", "postgres");
    }

    /** Opens a connection as the run-time role, to prove what the database itself refuses. */
    public static Connection connectAs(String role) throws SQLException {
        return DriverManager.getConnection(
                System.getProperty(Stack.JDBC_URL), role, vn.gov.hanoi.localstack.PostgresServer.TEST_PASSWORD);
    }

    public static List<Map<String, @Nullable Object>> query(String sql, Object... args) {
        return with(connection -> {
            try (var statement = prepare(connection, sql, args);
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
            }
        });
    }

    /** The single number that a query gives. */
    public static long count(String sql, Object... args) {
        var value = query(sql, args).getFirst().values().iterator().next();
        return value instanceof Number number ? number.longValue() : 0;
    }

    public static int execute(String sql, Object... args) {
        return with(connection -> {
            try (var statement = prepare(connection, sql, args)) {
                return statement.executeUpdate();
            }
        });
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... args) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < args.length; i++) {
            statement.setObject(i + 1, args[i]);
        }
        return statement;
    }
}
