package vn.gov.hanoi.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs {@code deploy/postgres/init.sql}, which is written for psql: its variables and {@code \connect} are done here. */
final class InitScript {
    private static final Pattern VARIABLE = Pattern.compile(":'(\\w+)'");
    private static final String CONNECT = "\\connect ";

    private InitScript() {}

    /** @param url JDBC address of a database by name */
    static void run(UnaryOperator<String> url, String password, Map<String, String> variables) {
        try {
            Connection connection = DriverManager.getConnection(url.apply("postgres"), "postgres", password);
            try {
                for (var statement : statements(file())) {
                    if (statement.startsWith(CONNECT)) {
                        connection.close();
                        var database = statement.substring(CONNECT.length()).trim();
                        connection = DriverManager.getConnection(url.apply(database), "postgres", password);
                    } else {
                        execute(connection, substitute(statement, variables));
                    }
                }
            } finally {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("init.sql failed: " + e.getMessage(), e);
        }
    }

    /** Changes with the script. */
    static String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file()));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path file() {
        return Distributions.projectRoot().resolve("deploy/postgres/init.sql");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static java.util.List<String> statements(Path file) throws IOException {
        var text = String.join(
                "\n",
                Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("--") && !line.isBlank())
                        .map(line -> line.startsWith(CONNECT) ? line + ";" : line)
                        .toList());
        return java.util.Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static String substitute(String statement, Map<String, String> variables) {
        return VARIABLE.matcher(statement).replaceAll(found -> {
            var value = variables.get(found.group(1));
            if (value == null) {
                throw new IllegalStateException("init.sql needs " + found.group(1));
            }
            return Matcher.quoteReplacement("'" + value.replace("'", "''") + "'");
        });
    }
}
