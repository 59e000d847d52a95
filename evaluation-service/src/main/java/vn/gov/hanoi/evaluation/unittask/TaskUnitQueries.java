package vn.gov.hanoi.evaluation.unittask;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitType;

/** What this room asks the directory: where a unit stands. */
@ApplicationScoped
class TaskUnitQueries {
    private static final String PLACE =
            "select s.type, s.parent_id from unit_states s where s.unit_id = ? and " + Query.held("s");

    private final DataSource database;

    TaskUnitQueries(DataSource database) {
        this.database = database;
    }

    /** @param parentId null for the City */
    record UnitPlace(UnitType type, @Nullable UUID parentId) {}

    /** Empty if the unit is not in force on the day. */
    Optional<UnitPlace> place(UUID unitId, Moment moment) {
        try (var connection = database.getConnection();
                var statement = new Query(PLACE, List.of(unitId), moment).prepare(connection);
                var row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(new UnitPlace(UnitType.valueOf(row.getString(1)), row.getObject(2, UUID.class)))
                    : Optional.empty();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException("units of tasks cannot be read", cause);
    }
}
