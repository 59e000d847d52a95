package vn.gov.hanoi.kernel.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import vn.gov.hanoi.localstack.PostgresServer;

/** A real database with the tables that every service has, for tests without an application. One for all classes. */
public final class KernelDatabase {
    private static final String NAME = "evaluation";
    private static final PostgresServer SERVER = PostgresServer.temporary();

    static {
        Flyway.configure()
                .dataSource(SERVER.jdbcUrl(NAME), NAME + "_owner", PostgresServer.TEST_PASSWORD)
                .locations("classpath:db/kernel", "classpath:db/directorycopy")
                .placeholders(java.util.Map.of("app_role", NAME + "_app"))
                .load()
                .migrate();
    }

    private KernelDatabase() {}

    /** The database as the run-time role sees it; each statement is its own transaction. */
    public static DataSource open() {
        var source = new PGSimpleDataSource();
        source.setUrl(SERVER.jdbcUrl(NAME));
        source.setUser(NAME + "_app");
        source.setPassword(PostgresServer.TEST_PASSWORD);
        return source;
    }

    /**
     * Migrates a schema of its own.
     *
     * @param version the last file to run, or {@code latest}
     * @return a connection of the owner that sees only this schema and the extensions
     */
    public static Connection schema(String name, String version) throws SQLException {
        Flyway.configure()
                .dataSource(SERVER.jdbcUrl(NAME), NAME + "_owner", PostgresServer.TEST_PASSWORD)
                .schemas(name)
                .locations("classpath:db/kernel", "classpath:db/directorycopy")
                .placeholders(java.util.Map.of("app_role", NAME + "_app"))
                .target(version)
                .load()
                .migrate();
        var connection = java.sql.DriverManager.getConnection(
                SERVER.jdbcUrl(NAME), NAME + "_owner", PostgresServer.TEST_PASSWORD);
        connection.setSchema(name);
        return connection;
    }

    /** Begins a transaction; closing it without a commit rolls it back. */
    public static Transaction begin() throws SQLException {
        var connection = open().getConnection();
        connection.setAutoCommit(false);
        return new Transaction(connection);
    }

    /** One transaction; whoever asks its source for a connection takes part in it, as under a transaction manager. */
    public record Transaction(Connection connection) implements AutoCloseable {
        public DataSource source() {
            var shared = (Connection) Proxy.newProxyInstance(
                    KernelDatabase.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, args) -> {
                        if (method.getName().equals("close")) {
                            return null;
                        }
                        try {
                            return method.invoke(connection, args);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
            return (DataSource) Proxy.newProxyInstance(
                    KernelDatabase.class.getClassLoader(), new Class<?>[] {DataSource.class}, (_, _, _) -> shared);
        }

        public void commit() throws SQLException {
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.close();
        }
    }
}
