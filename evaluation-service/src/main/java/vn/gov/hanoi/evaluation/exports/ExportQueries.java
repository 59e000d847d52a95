package vn.gov.hanoi.evaluation.exports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.exports.RowExporter.Contents;
import vn.gov.hanoi.evaluation.operations.OperationState;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.seal.Sealer;
import vn.gov.hanoi.kernel.table.TableFormat;

/** Reads of exports, for their caller only, and of the rows that they take. */
@ApplicationScoped
class ExportQueries {
    private final DataSource database;
    private final Sealer sealer;
    private final ExportConfig config;

    ExportQueries(DataSource database, Sealer sealer, ExportConfig config) {
        this.database = database;
        this.sealer = sealer;
        this.config = config;
    }

    /**
     * An export as it is recorded.
     *
     * @param scopeRoot unit that bounded what the caller could see
     * @param birthDates whether the file has birth dates
     * @param finishedAt end of the operation; null before
     * @param digest SHA-256 of the file; null as long as there is none
     */
    record Recorded(
            UUID id,
            ExportKind kind,
            TableFormat format,
            OperationState state,
            LocalDate asOf,
            Instant knownAt,
            String purpose,
            UUID scopeRoot,
            boolean birthDates,
            @Nullable Instant finishedAt,
            @Nullable Long rows,
            @Nullable Long bytes,
            byte @Nullable [] digest) {}

    /** One row of a file. */
    interface RowTarget {
        void take(List<@Nullable String> cells) throws IOException;
    }

    /** Number of rows that the export takes. */
    @Transactional(Transactional.TxType.MANDATORY)
    long count(Contents contents) {
        var rows = contents.rows();
        var counting = new Query("select count(*) from (" + rows.sql() + ") counted", rows.values(), rows.moment());
        try (var connection = database.getConnection();
                var statement = counting.prepare(connection);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("rows cannot be counted", e);
        }
    }

    /** Passes the rows on one by one; the database sends some at a time, within the transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void rows(Contents contents, RowTarget target) {
        try (var connection = database.getConnection();
                var statement = contents.rows().prepare(connection)) {
            statement.setFetchSize(config.fetchRows());
            try (var row = statement.executeQuery()) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    var texts = new ArrayList<@Nullable String>(columns);
                    for (int i = 1; i <= columns; i++) {
                        texts.add(row.getString(i));
                    }
                    target.take(contents.cells().apply(texts));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("rows cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refusal: resource.not-found, also for an export of somebody else. */
    @Transactional
    Recorded get(UUID id, Caller caller) {
        var sql = """
                select e.resource, e.format, o.state, e.as_of, e.known_at, e.purpose, e.scope_root, e.birth_dates, o.finished_at,
                    e.row_count, e.byte_count, e.digest
                from exports e join operations o on o.id = e.operation_id
                where e.id = ? and e.owner_subject = ? and e.owner_client = ?""";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.setString(2, caller.subject());
            statement.setString(3, caller.client());
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new Refused(KernelProblem.NOT_FOUND);
                }
                return recorded(id, row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("export cannot be read", e);
        }
    }

    private static Recorded recorded(UUID id, ResultSet row) throws SQLException {
        var finishedAt = row.getObject(9, OffsetDateTime.class);
        return new Recorded(
                id,
                ExportKind.valueOf(row.getString(1)),
                TableFormat.valueOf(row.getString(2)),
                OperationState.valueOf(row.getString(3)),
                row.getObject(4, LocalDate.class),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getString(6),
                row.getObject(7, UUID.class),
                row.getBoolean(8),
                finishedAt == null ? null : finishedAt.toInstant(),
                row.getObject(10, Long.class),
                row.getObject(11, Long.class),
                row.getBytes(12));
    }

    /** A chunk of a file; empty behind the last. @param number from 1 */
    @Transactional
    Optional<byte[]> chunk(UUID id, int number) {
        var sql = "select content from export_chunks where export_id = ? and number = ?";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.setInt(2, number);
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(sealer.open(row.getBytes(1), ExportRepository.context(id, number))
                                .orElseThrow())
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("file cannot be read", e);
        }
    }
}
