package vn.gov.hanoi.evaluation.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.seal.Sealer;
import vn.gov.hanoi.kernel.table.TableFormat;

/** Keeps imports and their waiting chunks, which are sealed. All methods work in the caller's transaction. */
@ApplicationScoped
class ImportRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Any fixed number; the same in all replicas. Whoever holds it applies imports. */
    private static final long LOCK = 7_305_002L;

    private static final int PACKING_BUFFER = 8192;

    private final DataSource database;
    private final Sealer sealer;

    ImportRepository(DataSource database, Sealer sealer) {
        this.database = database;
        this.sealer = sealer;
    }

    /** Rows of a chunk with the number of the chunk, from 1. */
    record Chunk(int number, List<ImportRow> rows) {}

    private int change(String sql, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private long number(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = prepare(connection, sql, values);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw failed(e);
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

    private static IllegalStateException failed(Exception cause) {
        return new IllegalStateException("import cannot be read or written", cause);
    }

    void add(ImportJob job, byte[] digest) {
        var caller = job.caller();
        change(
                """
                insert into imports (id, operation_id, kind, mode, header, file_digest, owner_subject, owner_client, owner_name,
                    owner_unit_code, owner_officer_code, traceparent, format, separator)
                values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                job.id(),
                job.operationId(),
                job.kind().name(),
                job.mode().name(),
                json(job.heading().header()),
                digest,
                caller.subject(),
                caller.client(),
                caller.name(),
                caller.unitCode(),
                caller.officerCode(),
                job.traceparent(),
                job.heading().format().name(),
                job.heading().separator() == null
                        ? null
                        : job.heading().separator().toString());
    }

    /** The rows as they are kept. */
    byte[] sealed(UUID importId, List<ImportRow> rows) {
        return sealer.seal(packed(rows), context(importId));
    }

    /** @param content as {@link #sealed} gave it */
    void addChunk(UUID importId, int number, int rows, byte[] content) {
        change(
                "insert into import_chunks (import_id, number, row_count, content) values (?, ?, ?, ?)",
                importId,
                number,
                rows,
                content);
    }

    private static String context(UUID importId) {
        return "import-chunks/" + importId;
    }

    /** Takes the right to apply imports until the end of the transaction. */
    boolean lock() {
        return number("select pg_try_advisory_xact_lock(?)::int", LOCK) == 1;
    }

    /** The import that was accepted first and has not ended. */
    Optional<ImportJob> oldest() {
        var sql = """
                select i.id, i.operation_id, i.kind, i.mode, i.header, i.owner_subject, i.owner_client, i.owner_name,
                    i.owner_unit_code, i.traceparent, i.format, i.separator, i.owner_officer_code
                from operations o join imports i on i.operation_id = o.id
                where o.kind = 'IMPORT' and o.finished_at is null order by o.id limit 1""";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql);
                var row = statement.executeQuery()) {
            return row.next() ? Optional.of(job(row)) : Optional.empty();
        } catch (SQLException | IOException e) {
            throw failed(e);
        }
    }

    private static ImportJob job(ResultSet row) throws SQLException, IOException {
        var caller = new Caller(
                row.getString(6), row.getString(7), row.getString(8), row.getString(9), row.getString(13), Set.of());
        return new ImportJob(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                ImportKind.valueOf(row.getString(3)),
                ImportMode.valueOf(row.getString(4)),
                heading(row),
                caller,
                row.getString(10));
    }

    private static Heading heading(ResultSet row) throws SQLException, IOException {
        var separator = row.getString(12);
        return new Heading(
                TableFormat.valueOf(row.getString(11)),
                separator == null ? null : separator.charAt(0),
                JSON.readValue(row.getString(5), new TypeReference<>() {}));
    }

    /** The first chunk after the given number that is not applied. */
    Optional<Chunk> nextChunk(UUID importId, int after) {
        var sql = """
                select number, content from import_chunks where import_id = ? and number > ? and not applied
                order by number limit 1""";
        try (var connection = database.getConnection();
                var statement = prepare(connection, sql, importId, after);
                var row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(new Chunk(row.getInt(1), rows(importId, row.getBytes(2))))
                    : Optional.empty();
        } catch (SQLException | IOException e) {
            throw failed(e);
        }
    }

    /** Numbers of the first chunks that are not applied. */
    List<Integer> waiting(UUID importId, int most) {
        var sql = "select number from import_chunks where import_id = ? and not applied order by number limit ?";
        var found = new ArrayList<Integer>();
        try (var connection = database.getConnection();
                var statement = prepare(connection, sql, importId, most);
                var row = statement.executeQuery()) {
            while (row.next()) {
                found.add(row.getInt(1));
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        return found;
    }

    /** Whether no chunk is left. */
    boolean isApplied(UUID importId) {
        var sql = "select (not exists (select 1 from import_chunks where import_id = ? and not applied))::int";
        return number(sql, importId) == 1;
    }

    private List<ImportRow> rows(UUID importId, byte[] content) throws IOException {
        var packed = sealer.open(content, context(importId)).orElseThrow();
        return JSON.readValue(new InflaterInputStream(new ByteArrayInputStream(packed)), new TypeReference<>() {});
    }

    /** Marks a chunk, in the transaction of its effects. */
    void markApplied(UUID importId, int number) {
        change("update import_chunks set applied = true where import_id = ? and number = ?", importId, number);
    }

    /** Rows of all applied chunks. */
    long appliedRows(UUID importId) {
        return number(
                "select coalesce(sum(row_count), 0) from import_chunks where import_id = ? and applied", importId);
    }

    void addCounts(UUID importId, BatchCounts counts) {
        change(
                "update imports set created = created + ?, unchanged = unchanged + ? where id = ?",
                counts.created(),
                counts.unchanged(),
                importId);
    }

    /** How many rows have which result so far. */
    BatchCounts counts(UUID importId) {
        var sql = "select created, unchanged, failed from imports where id = ?";
        try (var connection = database.getConnection();
                var statement = prepare(connection, sql, importId);
                var row = statement.executeQuery()) {
            row.next();
            return new BatchCounts(row.getInt(1), row.getInt(2), row.getInt(3));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    record BatchCounts(int created, int unchanged, int failed) {
        static final BatchCounts NONE = new BatchCounts(0, 0, 0);

        BatchCounts plus(BatchResult result) {
            return new BatchCounts(
                    created + result.created(), unchanged + result.unchanged(), failed + result.failed());
        }
    }

    /** Looks at the tables of the directory again, so that statements after a large import find the right way. */
    void refreshStatistics() {
        number("select 1 from refresh_directory_statistics()");
    }

    /** Removes the rows of a file that is done; they hold personal data. */
    void dropChunks(UUID importId) {
        change("delete from import_chunks where import_id = ?", importId);
    }

    void dropChunksOf(UUID operationId) {
        change(
                "delete from import_chunks where import_id in (select id from imports where operation_id = ?)",
                operationId);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("value cannot be written", e);
        }
    }

    /** Rows repeat much: packed, they are sealed, written and opened in a fraction of the time. */
    private static byte[] packed(List<ImportRow> rows) {
        var packed = new ByteArrayOutputStream();
        var fast = new Deflater(Deflater.BEST_SPEED);
        try (var out = new DeflaterOutputStream(packed, fast, PACKING_BUFFER)) {
            JSON.writeValue(out, rows);
        } catch (IOException e) {
            throw new IllegalStateException("rows cannot be written", e);
        } finally {
            fast.end();
        }
        return packed.toByteArray();
    }
}
