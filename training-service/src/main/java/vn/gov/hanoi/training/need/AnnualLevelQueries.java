package vn.gov.hanoi.training.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** What was told of the years of an officer, for the rooms that ask whether somebody was found good; inside the caller's transaction. */
@ApplicationScoped
public class AnnualLevelQueries {
    /** Stands for the level of a year in which somebody was not rated. */
    public static final String NOT_RATED = "NOT_RATED";

    private final DataSource database;

    AnnualLevelQueries(DataSource database) {
        this.database = database;
    }

    /** Newest told levels by year, A-D or {@link #NOT_RATED}; a year that was not told is absent. */
    public Map<Integer, String> of(UUID officerId) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select year, level from told_years where officer_id = ? and level is not null")) {
            statement.setObject(1, officerId);
            var levels = new HashMap<Integer, String>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    levels.put(row.getInt(1), row.getString(2));
                }
            }
            return levels;
        } catch (SQLException e) {
            throw new IllegalStateException("annual levels cannot be read", e);
        }
    }
}
