package vn.gov.hanoi.evaluation.timeline;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What sets of rows are written with. */
public final class RowRepository {
    private RowRepository() {}

    /** One column of all rows as an array; dates, enums and ids go as their text. */
    public static <T> Array column(
            Connection connection, String type, List<T> rows, Function<T, ? extends @Nullable Object> value)
            throws SQLException {
        // The driver takes bytes in an array of their own kind only.
        var values = type.equals("bytea") ? new byte[rows.size()][] : new @Nullable Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            Object each = value.apply(rows.get(i));
            values[i] = each == null || each instanceof Boolean || each instanceof Long || each instanceof byte[]
                    ? each
                    : each.toString();
        }
        return connection.createArrayOf(type, values);
    }
}
