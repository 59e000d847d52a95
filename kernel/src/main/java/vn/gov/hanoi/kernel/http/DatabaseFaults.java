package vn.gov.hanoi.kernel.http;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the cause of a failed statement. */
public final class DatabaseFaults {
    private static final Pattern CONSTRAINT = Pattern.compile("constraint \"(\\w+)\"");
    private static final int DEEPEST = 12;

    private DatabaseFaults() {}

    /** The database is away, shutting down, or gave no connection in time; the same request may succeed later. */
    public static boolean isUnavailable(Throwable thrown) {
        return find(thrown)
                .map(cause -> cause instanceof SQLTransientConnectionException
                        || cause instanceof SQLTimeoutException
                        || startsWith(cause, "08")
                        || startsWith(cause, "57P")
                        || startsWith(cause, "55000")
                        || startsWith(cause, "55P03")
                        || startsWith(cause, "53")
                        || String.valueOf(cause.getMessage()).contains("cquisition timeout"))
                .orElse(false);
    }

    /** Serialisation failure or deadlock: the whole use case may be run again at once. */
    public static boolean isRepeatable(Throwable thrown) {
        return find(thrown)
                .map(cause -> "40001".equals(cause.getSQLState()) || "40P01".equals(cause.getSQLState()))
                .orElse(false);
    }

    /** Name of the violated unique, exclusion, check or foreign key constraint. */
    public static Optional<String> violatedConstraint(Throwable thrown) {
        return find(thrown).filter(cause -> startsWith(cause, "23")).flatMap(cause -> {
            var found = CONSTRAINT.matcher(String.valueOf(cause.getMessage()));
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        });
    }

    private static boolean startsWith(SQLException cause, String prefix) {
        return cause.getSQLState() != null && cause.getSQLState().startsWith(prefix);
    }

    private static Optional<SQLException> find(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof java.sql.BatchUpdateException batch && batch.getNextException() != null) {
                return Optional.of(batch.getNextException());
            }
            if (cause instanceof SQLException found) {
                return Optional.of(found);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
