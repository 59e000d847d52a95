package vn.gov.hanoi.evaluation.advisory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitType;

/** The door of this room: who advises on the head of a unit. */
@ApplicationScoped
public class AdviserQueries {
    /** The one channel that follows from the tree: the head of the district above a commune. */
    public static final String DISTRICT_CHAIRMAN = "DISTRICT_CHAIRMAN";

    private static final String ABOVE = """
            select p.unit_id, p.type from unit_states s
            join unit_states p on p.unit_id = s.parent_id and p.superseded_at is null and p.valid_from <= ?
                and (p.valid_to is null or p.valid_to > ?)
            where s.unit_id = ? and s.superseded_at is null and s.valid_from <= ? and (s.valid_to is null or s.valid_to > ?)""";
    private static final String LINES = """
            select l.channel, l.adviser_unit_id from advisory_lines l
            where l.advised_unit_id = ? and l.valid_from <= ? and (l.valid_to is null or l.valid_to > ?)""";

    private static final String ADVISED =
            "select distinct l.advised_unit_id from advisory_lines l where l.adviser_unit_id = any (?)";

    private final DataSource database;

    AdviserQueries(DataSource database) {
        this.database = database;
    }

    /**
     * What stands around a unit on a day, as now recorded.
     *
     * @param above type of the unit above; null for the City and a unit that was not in force
     * @param advisers the unit whose head holds a channel, by channel
     */
    public record Surroundings(@Nullable UnitType above, Map<String, UUID> advisers) {
        public static final Surroundings NONE = new Surroundings(null, Map.of());

        public Surroundings {
            advisers = Map.copyOf(advisers);
        }
    }

    /** The units to which lines lead or led from any of these. */
    @Transactional
    public List<UUID> advised(Collection<UUID> advisers) {
        var found = new ArrayList<UUID>();
        if (advisers.isEmpty()) {
            return found;
        }
        try (var connection = database.getConnection()) {
            RowRepository.read(
                    connection,
                    new Query(ADVISED, List.of((Object) advisers.toArray(UUID[]::new)), null),
                    row -> found.add(row.getObject(1, UUID.class)));
        } catch (SQLException e) {
            throw new IllegalStateException("units advised on cannot be read", e);
        }
        return found;
    }

    @Transactional
    public Surroundings of(UUID unitId, LocalDate day) {
        var above = new @Nullable UnitType[1];
        var advisers = new HashMap<String, UUID>();
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, new Query(ABOVE, List.of(day, day, unitId, day, day), null), row -> {
                above[0] = UnitType.valueOf(row.getString(2));
                if (above[0] == UnitType.DISTRICT) {
                    advisers.put(DISTRICT_CHAIRMAN, row.getObject(1, UUID.class));
                }
            });
            RowRepository.read(
                    connection,
                    new Query(LINES, List.of(unitId, day, day), null),
                    row -> advisers.put(row.getString(1), row.getObject(2, UUID.class)));
        } catch (SQLException e) {
            throw new IllegalStateException("advisers of a unit cannot be read", e);
        }
        return new Surroundings(above[0], advisers);
    }
}
