package vn.gov.hanoi.evaluation.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.operations.OperationState;
import vn.gov.hanoi.evaluation.simulation.GroupCounts.Line;
import vn.gov.hanoi.evaluation.simulation.SimulationApi.CapUse;
import vn.gov.hanoi.evaluation.simulation.SimulationApi.Figures;
import vn.gov.hanoi.evaluation.simulation.SimulationApi.LineKind;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.scope.UnitScope;

/** Reads of simulations, for their caller only and in the scope in which they were asked for. */
@ApplicationScoped
class SimulationQueries {
    private static final String FIND = "select " + SimulationRepository.COLUMNS + """
            , o.state from simulations s join operations o on o.id = s.operation_id
            where s.id = ? and s.owner_subject = ? and s.owner_client = ? and s.scope_root = ?""";
    private static final String LINES = """
            select seq, kind, unit_id, units, category, figures, caps from simulation_lines
            where simulation_id = ? and seq > ? order by seq limit ?""";

    private final DataSource database;

    SimulationQueries(DataSource database) {
        this.database = database;
    }

    /** A simulation and how far it is. */
    record Recorded(Simulation job, OperationState state) {}

    /** A line and its place in the order. */
    record Placed(int seq, Line line) {}

    @Transactional
    Optional<Recorded> find(UUID id, UnitScope scope, Caller caller) {
        var found = new ArrayList<Recorded>();
        read(
                new Query(FIND, List.of(id, caller.subject(), caller.client(), scope.rootUnitId()), null),
                row -> found.add(
                        new Recorded(SimulationRepository.read(row), OperationState.valueOf(row.getString("state")))));
        return found.stream().findFirst();
    }

    /** Lines of a simulation that was {@link #find found}, from behind a place on. @param after 0 for the first */
    @Transactional
    List<Placed> lines(Simulation job, int after, int limit) {
        var found = new ArrayList<Placed>();
        read(
                new Query(LINES, List.of(job.id(), after, limit), null),
                row -> found.add(new Placed(row.getInt(1), line(row))));
        return found;
    }

    private static Line line(ResultSet row) throws SQLException {
        var category = row.getString(5);
        return new Line(
                LineKind.valueOf(row.getString(2)),
                unit(row),
                row.getInt(4),
                category == null ? null : Category.valueOf(category),
                json(row.getString(6), new TypeReference<Figures>() {}),
                json(row.getString(7), new TypeReference<List<CapUse>>() {}));
    }

    private static @Nullable UUID unit(ResultSet row) throws SQLException {
        return row.getObject(3, UUID.class);
    }

    private static <T> T json(String text, TypeReference<T> type) {
        try {
            return Objects.requireNonNull(SimulationRepository.JSON.readValue(text, type));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counts cannot be read", e);
        }
    }

    private void read(Query query, RowRepository.RowReader reader) {
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, query, reader);
        } catch (SQLException e) {
            throw new IllegalStateException("simulation cannot be read", e);
        }
    }
}
