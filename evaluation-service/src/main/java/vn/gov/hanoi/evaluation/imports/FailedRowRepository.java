package vn.gov.hanoi.evaluation.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.gov.hanoi.kernel.seal.Sealer;

/** Keeps the failed rows of imports: what is wrong in the clear, their cells sealed. All methods work in the caller's transaction. */
@ApplicationScoped
class FailedRowRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DataSource database;
    private final Sealer sealer;

    FailedRowRepository(DataSource database, Sealer sealer) {
        this.database = database;
        this.sealer = sealer;
    }

    /** What the cells are sealed for. */
    static String context(UUID importId) {
        return "import-failures/" + importId;
    }

    /** Forgets what an attempt that did not come to its end found. */
    void forget(UUID importId) {
        for (var sql : new String[] {
            "delete from import_rows where import_id = ?",
            "delete from import_failures where import_id = ?",
            "update imports set failed = 0 where id = ?"
        }) {
            change(sql, importId);
        }
    }

    private void change(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("failed rows cannot be written", e);
        }
    }

    /** Keeps and counts the failed rows of a chunk. */
    void add(UUID importId, ImportRepository.Chunk chunk, BatchResult result) {
        if (result.errors().isEmpty()) {
            return;
        }
        change("update imports set failed = failed + ? where id = ?", result.failed(), importId);
        change(
                "insert into import_failures (import_id, number, content) values (?, ?, ?)",
                importId,
                chunk.number(),
                sealer.seal(cells(chunk, result), context(importId)));
        var sql = """
                insert into import_rows (import_id, row_index, ordinal, status, cell, code, args, suggestion)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)""";
        try (Connection connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            int ordinal = 0;
            for (var error : result.errors()) {
                bind(insert, importId, ++ordinal, error);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("failed rows cannot be written", e);
        }
    }

    private static byte[] cells(ImportRepository.Chunk chunk, BatchResult result) {
        var failed = result.errors().stream().map(RowError::index).collect(Collectors.toSet());
        var rows = chunk.rows().stream()
                .filter(row -> failed.contains(row.index()))
                .map(row -> new FailedRow(row.index(), row.cells(), row.fault()))
                .toList();
        try {
            return JSON.writeValueAsBytes(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("failed rows cannot be written", e);
        }
    }

    private static void bind(PreparedStatement insert, UUID importId, int ordinal, RowError error)
            throws SQLException, JsonProcessingException {
        insert.setObject(1, importId);
        insert.setInt(2, error.index());
        insert.setInt(3, ordinal);
        insert.setInt(4, error.code().status());
        insert.setString(5, error.cell());
        insert.setString(6, error.code().code());
        insert.setString(7, JSON.writeValueAsString(error.args()));
        insert.setString(8, error.remedy().name());
    }
}
