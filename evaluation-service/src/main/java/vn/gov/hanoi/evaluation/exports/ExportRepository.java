package vn.gov.hanoi.evaluation.exports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.Conditions.Reach;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.seal.Sealer;
import vn.gov.hanoi.kernel.table.TableFormat;

/** Keeps exports and their files, which are sealed. All methods work in the caller's transaction. */
@ApplicationScoped
class ExportRepository {
    /** Any fixed number; the same in all replicas. Whoever holds it writes exports. */
    private static final long LOCK = 7_305_003L;

    private static final int PORTION = 200;

    private final DataSource database;
    private final Sealer sealer;
    private final Clock clock;

    ExportRepository(DataSource database, Sealer sealer, Clock clock) {
        this.database = database;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** What the chunks of a file are sealed for. */
    static String context(UUID exportId, int number) {
        return "export-chunks/" + exportId + "/" + number;
    }

    void add(ExportJob job) {
        var selection = job.selection();
        var caller = selection.caller();
        change(
                """
                insert into exports (id, operation_id, resource, format, unit_id, unit_scope, as_of, known_at, purpose, birth_dates,
                    scope_root, owner_subject, owner_client, owner_name, owner_unit_code, traceparent, month)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                job.id(),
                job.operationId(),
                job.kind().name(),
                job.format().name(),
                selection.unitId(),
                selection.reach() == null ? null : selection.reach().name(),
                selection.moment().asOf(),
                selection.moment().known(),
                job.purpose(),
                selection.birthDates(),
                job.scopeRoot(),
                caller.subject(),
                caller.client(),
                caller.name(),
                caller.unitCode(),
                job.traceparent(),
                selection.month() == null ? null : selection.month().atDay(1));
    }

    private int change(String sql, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("export cannot be written", e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** Takes the right to write exports until the end of the transaction. */
    boolean lock() {
        try (var connection = database.getConnection();
                var statement = prepare(connection, "select pg_try_advisory_xact_lock(?)", LOCK);
                var row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("export cannot be locked", e);
        }
    }

    /** The export that was accepted first and has not ended. */
    Optional<ExportJob> oldest() {
        var sql = """
                select e.id, e.operation_id, e.resource, e.format, e.unit_id, e.unit_scope, e.as_of, e.known_at, e.purpose, e.birth_dates,
                    e.scope_root, e.owner_subject, e.owner_client, e.owner_name, e.owner_unit_code, e.traceparent, e.month
                from operations o join exports e on e.operation_id = o.id
                where o.kind = 'EXPORT' and o.finished_at is null order by o.id limit 1""";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql);
                var row = statement.executeQuery()) {
            return row.next() ? Optional.of(job(row)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("export cannot be read", e);
        }
    }

    private static ExportJob job(ResultSet row) throws SQLException {
        var caller = new Caller(row.getString(12), row.getString(13), row.getString(14), row.getString(15), Set.of());
        var reach = row.getString(6);
        var month = row.getObject(17, LocalDate.class);
        var selection = new RowExporter.Selection(
                caller,
                row.getObject(5, UUID.class),
                reach == null ? null : Reach.valueOf(reach),
                new Moment(
                        row.getObject(7, LocalDate.class),
                        row.getObject(8, OffsetDateTime.class).toInstant()),
                row.getBoolean(10),
                month == null ? null : YearMonth.from(month));
        return new ExportJob(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                ExportKind.valueOf(row.getString(3)),
                TableFormat.valueOf(row.getString(4)),
                selection,
                row.getString(9),
                row.getObject(11, UUID.class),
                row.getString(16));
    }

    /** @param number from 1 */
    void addChunk(UUID exportId, int number, byte[] content) {
        change(
                "insert into export_chunks (export_id, number, content) values (?, ?, ?)",
                exportId,
                number,
                sealer.seal(content, context(exportId, number)));
    }

    /** What is known of a file once it is written. */
    void describe(UUID exportId, long rows, long bytes, byte[] digest) {
        change(
                "update exports set row_count = ?, byte_count = ?, digest = ? where id = ?",
                rows,
                bytes,
                digest,
                exportId);
    }

    /** Removes files of exports that ended that long ago. @return number of chunks */
    int removeFiles(Duration kept) {
        return change("""
                delete from export_chunks where (export_id, number) in (
                    select c.export_id, c.number from export_chunks c join exports e on e.id = c.export_id
                    join operations o on o.id = e.operation_id where o.finished_at < ? limit ?)""", OffsetDateTime.ofInstant(clock.instant().minus(kept), ZoneOffset.UTC), PORTION);
    }
}
