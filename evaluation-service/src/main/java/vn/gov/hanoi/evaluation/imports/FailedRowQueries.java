package vn.gov.hanoi.evaluation.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.problem.Remedy;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.seal.Sealer;
import vn.gov.hanoi.kernel.table.TableFormat;

/** Reads failed rows with their cells, a chunk at a time. Whether the caller may see them is asked before. */
@ApplicationScoped
class FailedRowQueries {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DataSource database;
    private final Sealer sealer;

    FailedRowQueries(DataSource database, Sealer sealer) {
        this.database = database;
        this.sealer = sealer;
    }

    /**
     * Failed rows of one chunk of the file.
     *
     * @param errors what is wrong, by the number of the row
     */
    record Portion(int number, List<FailedRow> rows, Map<Integer, List<RowError>> errors) {}

    /** How the file was written. */
    @Transactional
    Heading heading(UUID importId) {
        var sql = "select format, separator, header from imports where id = ?";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, importId);
            try (var row = statement.executeQuery()) {
                row.next();
                var separator = row.getString(2);
                return new Heading(
                        TableFormat.valueOf(row.getString(1)),
                        separator == null ? null : separator.charAt(0),
                        JSON.readValue(row.getString(3), new TypeReference<>() {}));
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("failed rows cannot be read", e);
        }
    }

    /** The first failed rows behind the chunk of this number; empty at the end. */
    @Transactional
    Optional<Portion> after(UUID importId, int number) {
        var sql =
                "select number, content from import_failures where import_id = ? and number > ? order by number limit 1";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, importId);
            statement.setInt(2, number);
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                var content = sealer.open(row.getBytes(2), FailedRowRepository.context(importId))
                        .orElseThrow();
                List<FailedRow> rows = JSON.readValue(content, new TypeReference<>() {});
                return Optional.of(new Portion(
                        row.getInt(1),
                        rows,
                        errors(
                                connection,
                                importId,
                                rows.getFirst().index(),
                                rows.getLast().index())));
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("failed rows cannot be read", e);
        }
    }

    private static Map<Integer, List<RowError>> errors(Connection connection, UUID importId, int first, int last)
            throws SQLException, JsonProcessingException {
        var sql = """
                select row_index, cell, code, args, suggestion from import_rows
                where import_id = ? and row_index between ? and ? order by row_index, ordinal""";
        var errors = new HashMap<Integer, List<RowError>>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, importId);
            statement.setInt(2, first);
            statement.setInt(3, last);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    errors.computeIfAbsent(row.getInt(1), _ -> new ArrayList<>())
                            .add(error(row));
                }
            }
        }
        return errors;
    }

    private static RowError error(ResultSet row) throws SQLException, JsonProcessingException {
        return new RowError(
                row.getInt(1),
                row.getString(2),
                EvaluationProblem.byCode(row.getString(3)).orElse(KernelProblem.INTERNAL),
                JSON.readValue(row.getString(4), new TypeReference<>() {}),
                Remedy.valueOf(row.getString(5)));
    }
}
