package vn.gov.hanoi.evaluation.timeline;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What rows in time are read and written with. */
public final class RowRepository {
    private RowRepository() {}

    /** One column of all rows as an array; dates, enums and ids go as their text. */
    public static <T> Array column(
            Connection connection, String type, List<T> rows, Function<T, ? extends @Nullable Object> value)
            throws SQLException {
        if (type.equals("bytea")) {
            return connection.createArrayOf(type, rows.stream().map(value).toArray(byte[][]::new));
        }
        // Texts are sent as they are; of every other type the driver writes one long text with escapes. The statement
        // casts.
        var texts = new @Nullable String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            Object each = value.apply(rows.get(i));
            texts[i] = each == null ? null : each.toString();
        }
        return connection.createArrayOf("text", texts);
    }

    /** Takes one row of an answer. */
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** Runs a query and gives each of its rows to the reader. */
    public static void read(Connection connection, Query query, RowReader reader) throws SQLException {
        try (var statement = query.prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    /**
     * A statement with places {@code ?}, filled in order, and the places {@code :day} and {@code :known}, which the moment of the read
     * fills wherever they stand.
     */
    public record Query(
            String sql,
            List<? extends @Nullable Object> values,
            @Nullable Moment moment) {
        private static final Pattern PLACE = Pattern.compile("\\?|(?<!:):(?:day|known)\\b");

        public PreparedStatement prepare(Connection connection) throws SQLException {
            var bound = new ArrayList<@Nullable Object>();
            Iterator<? extends @Nullable Object> given = values.iterator();
            var text = new StringBuilder();
            var places = PLACE.matcher(sql);
            while (places.find()) {
                bound.add(
                        switch (places.group()) {
                            case ":day" -> required().asOf();
                            case ":known" -> required().known();
                            default -> given.next();
                        });
                places.appendReplacement(text, "?");
            }
            places.appendTail(text);
            var statement = connection.prepareStatement(text.toString());
            for (int i = 0; i < bound.size(); i++) {
                if (bound.get(i) instanceof String[] texts) {
                    statement.setArray(i + 1, connection.createArrayOf("text", texts));
                } else if (bound.get(i) instanceof java.util.UUID[] ids) {
                    statement.setArray(i + 1, connection.createArrayOf("uuid", ids));
                } else if (bound.get(i) instanceof LocalDate[] days) {
                    statement.setArray(i + 1, connection.createArrayOf("date", days));
                } else if (bound.get(i) instanceof Integer[] numbers) {
                    statement.setArray(i + 1, connection.createArrayOf("int4", numbers));
                } else {
                    statement.setObject(i + 1, bound.get(i));
                }
            }
            return statement;
        }

        private Moment required() {
            if (moment == null) {
                throw new IllegalStateException("the statement needs a moment");
            }
            return moment;
        }

        /** Condition: the row of this alias was true on the day and recorded so at the moment of the read. */
        public static String held(String alias) {
            return "%1$s.valid_from <= :day and (%1$s.valid_to is null or %1$s.valid_to > :day) and ".formatted(alias)
                    + known(alias);
        }

        /** Condition: the row of this alias was recorded as true at the moment of the read. */
        public static String known(String alias) {
            return "%1$s.recorded_at <= :known and (%1$s.superseded_at is null or %1$s.superseded_at > :known)"
                    .formatted(alias);
        }
    }
}
