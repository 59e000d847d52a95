package vn.gov.hanoi.evaluation.advisory;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.timeline.Validity;

/** Keeps the lines of advice. */
@ApplicationScoped
class AdvisoryLineRepository {
    /** The columns that {@link #rows} reads. */
    static final String COLUMNS = """
            l.id, l.channel, l.adviser_unit_id, l.advised_unit_id, l.valid_from, l.valid_to, l.decision_number, l.decision_signed_on,
                l.decision_issuer, l.row_version""";

    private static final String INSERT = """
            insert into advisory_lines (id, channel, adviser_unit_id, advised_unit_id, valid_from, valid_to, decision_number,
                decision_signed_on, decision_issuer, recorded_by, recorded_at, row_version)
            values (?, ?, ?, ?, ?, ?::date, ?, ?, ?, ?, ?, 1)""";
    private static final String CLOSE =
            "update advisory_lines set valid_to = ?, row_version = row_version + 1 where id = ? and row_version = ?";
    private static final String IN_FORCE = """
            select count(distinct s.unit_id) from unit_states s where s.unit_id = any (?) and s.superseded_at is null and s.valid_from <= ?
                and (s.valid_to is null or s.valid_to > ?)""";

    private final DataSource database;

    AdvisoryLineRepository(DataSource database) {
        this.database = database;
    }

    Optional<AdvisoryLine> hold(UUID id) {
        return rows(new Query(
                        "select " + COLUMNS + " from advisory_lines l where l.id = ? for update", List.of(id), null))
                .stream()
                .findFirst();
    }

    /** A line of the same channel to the same unit in the same time is refused by the database: advisory-line.overlaps. */
    void insert(AdvisoryLine line, String by, Instant at) {
        change(
                INSERT,
                Arrays.<@Nullable Object>asList(
                        line.id(),
                        line.channel(),
                        line.adviserUnitId(),
                        line.advisedUnitId(),
                        line.validity().from(),
                        line.validity().to(),
                        line.decision().number(),
                        line.decision().signedOn(),
                        line.decision().issuer(),
                        by,
                        OffsetDateTime.ofInstant(at, ZoneOffset.UTC)));
    }

    /** Ends a held line. */
    void close(AdvisoryLine before, LocalDate day) {
        if (change(CLOSE, List.of(day, before.id(), before.rowVersion())) != 1) {
            throw new IllegalStateException("the line was not held: " + before.id());
        }
    }

    /** Whether both units are in force on the day. */
    boolean inForce(UUID one, UUID other, LocalDate day) {
        var found = new ArrayList<Integer>();
        try (var connection = database.getConnection()) {
            RowRepository.read(
                    connection,
                    new Query(IN_FORCE, List.of(new UUID[] {one, other}, day, day), null),
                    row -> found.add(row.getInt(1)));
        } catch (SQLException e) {
            throw failed(e);
        }
        return found.equals(List.of(2));
    }

    List<AdvisoryLine> rows(Query query) {
        var found = new ArrayList<AdvisoryLine>();
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, query, row -> found.add(read(row)));
        } catch (SQLException e) {
            throw failed(e);
        }
        return found;
    }

    private static AdvisoryLine read(ResultSet row) throws SQLException {
        return new AdvisoryLine(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                new Validity(row.getObject(5, LocalDate.class), row.getObject(6, LocalDate.class)),
                new Decision(row.getString(7), row.getObject(8, LocalDate.class), row.getString(9)),
                row.getLong(10));
    }

    private int change(String sql, List<? extends @Nullable Object> values) {
        try (var connection = database.getConnection();
                var statement = new Query(sql, values, null).prepare(connection)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException("lines of advice cannot be read or written", cause);
    }
}
