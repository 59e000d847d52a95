package vn.gov.hanoi.evaluation.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitRecorded.Succession;
import vn.gov.hanoi.kernel.outbox.OutboxWriter;

/** Tells units as they are now recorded, with their lineage, on directory.unit. */
@ApplicationScoped
public class UnitEventQueries {
    private static final String LINEAGE = """
            select %1$s, %2$s, share, effective_on, decision_number from unit_successions
            where superseded_at is null and %1$s = any (?) order by effective_on, %2$s""";

    private final DataSource database;
    private final OutboxWriter outbox;
    private final Clock clock;

    UnitEventQueries(DataSource database, OutboxWriter outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Writes one event for each unit, in the transaction of the change. */
    public void tell(Collection<Unit> units) {
        var ids = units.stream().map(Unit::id).toArray(UUID[]::new);
        var predecessors = lineage("to_unit_id", "from_unit_id", ids);
        var successors = lineage("from_unit_id", "to_unit_id", ids);
        var today = LocalDate.now(clock);
        outbox.writeAll(units.stream()
                .map(unit -> UnitRecorded.of(
                                unit,
                                today,
                                predecessors.getOrDefault(unit.id(), List.of()),
                                successors.getOrDefault(unit.id(), List.of()))
                        .draft())
                .toList());
    }

    /** Tells units that were planned and will never be in force. */
    public void tellWithdrawn(Collection<Unit> units) {
        outbox.writeAll(
                units.stream().map(unit -> UnitRecorded.withdrawn(unit).draft()).toList());
    }

    private Map<UUID, List<Succession>> lineage(String own, String other, UUID[] ids) {
        var found = new HashMap<UUID, List<Succession>>();
        try (var connection = database.getConnection();
                var statement =
                        new Query(LINEAGE.formatted(own, other), List.of((Object) ids), null).prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.computeIfAbsent(rows.getObject(1, UUID.class), _ -> new ArrayList<>())
                        .add(new Succession(
                                rows.getObject(2, UUID.class),
                                rows.getBigDecimal(3),
                                rows.getObject(4, LocalDate.class),
                                rows.getString(5)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("lineage cannot be read", e);
        }
        return found;
    }
}
