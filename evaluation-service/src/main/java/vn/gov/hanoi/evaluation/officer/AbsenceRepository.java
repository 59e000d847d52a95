package vn.gov.hanoi.evaluation.officer;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.timeline.Stamp;
import vn.gov.hanoi.evaluation.timeline.Validity;

/** Loads and records absences. */
@ApplicationScoped
class AbsenceRepository {
    /** Each row of an absence is one of its versions. */
    static final String COLUMNS = """
            b.id, b.officer_id, (select count(*) from officer_absences c where c.id = b.id), b.kind, b.valid_from, b.valid_to,
            b.decision_number\s""";

    private static final String INSERT = """
            insert into officer_absences (id, officer_id, kind, valid_from, valid_to, decision_number, recorded_at, recorded_by)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String SUPERSEDE =
            "update officer_absences set superseded_at = ?, superseded_by = ? where id = ? and superseded_at is null";

    private final DataSource database;

    AbsenceRepository(DataSource database) {
        this.database = database;
    }

    /** The absence as now recorded; empty if the officer has no such. */
    Optional<Absence> find(UUID officerId, UUID id) {
        var sql = "select " + COLUMNS
                + "from officer_absences b where b.officer_id = ? and b.id = ? and b.superseded_at is null";
        try (var connection = database.getConnection();
                var statement = new Query(sql, List.of(officerId, id), null).prepare(connection);
                var row = statement.executeQuery()) {
            return row.next() ? Optional.of(read(row)) : Optional.empty();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    static Absence read(ResultSet row) throws SQLException {
        return new Absence(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getLong(3),
                AbsenceKind.valueOf(row.getString(4)),
                new Validity(row.getObject(5, LocalDate.class), row.getObject(6, LocalDate.class)),
                row.getString(7));
    }

    /** Refusal: absence.overlaps, by constraint. */
    void insert(Absence absence, Stamp stamp) {
        try (var connection = database.getConnection()) {
            insert(connection, absence, stamp);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Records what is right in the place of what was recorded. Refusal: absence.overlaps, by constraint. */
    void update(Absence right, Stamp stamp) {
        try (var connection = database.getConnection()) {
            execute(connection, SUPERSEDE, stamp.moment(), stamp.by(), right.id());
            insert(connection, right, stamp);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void insert(Connection connection, Absence absence, Stamp stamp) throws SQLException {
        execute(
                connection,
                INSERT,
                absence.id(),
                absence.officerId(),
                absence.kind().name(),
                absence.validity().from(),
                absence.validity().to(),
                absence.decisionNumber(),
                stamp.moment(),
                stamp.by());
    }

    private static void execute(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var statement = new Query(sql, Arrays.asList(values), null).prepare(connection)) {
            statement.executeUpdate();
        }
    }

    private static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException("absences cannot be read or written", cause);
    }
}
