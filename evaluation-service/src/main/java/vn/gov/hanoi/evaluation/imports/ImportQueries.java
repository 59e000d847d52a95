package vn.gov.hanoi.evaluation.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.imports.ImportApi.Counts;
import vn.gov.hanoi.evaluation.imports.ImportApi.ImportView;
import vn.gov.hanoi.evaluation.imports.ImportApi.RowErrorView;
import vn.gov.hanoi.evaluation.imports.ImportApi.Suggestion;
import vn.gov.hanoi.evaluation.operations.OperationQueries;
import vn.gov.hanoi.evaluation.operations.OperationState;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.problem.Remedy;
import vn.gov.hanoi.kernel.page.Cursors;
import vn.gov.hanoi.kernel.page.Page;
import vn.gov.hanoi.kernel.page.PageRequest;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.ProblemTexts;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;
import vn.gov.hanoi.kernel.table.TableFormat;

/** Reads of imports; their owner and operators see them, nobody else learns that they exist. */
@ApplicationScoped
class ImportQueries {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DataSource database;
    private final Cursors cursors;
    private final ProblemTexts texts;
    private final Clock clock;

    ImportQueries(DataSource database, Cursors cursors, ProblemTexts texts, Clock clock) {
        this.database = database;
        this.cursors = cursors;
        this.texts = texts;
        this.clock = clock;
    }

    private record Row(int index, int ordinal, RowErrorView view) {}

    /** Refusal: resource.not-found. */
    @Transactional
    ImportView get(UUID id, Caller caller) {
        var sql = """
                select i.kind, i.mode, o.state, i.created, i.updated, i.unchanged, i.failed, i.owner_subject, i.format
                from imports i join operations o on o.id = i.operation_id where i.id = ?""";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            try (var row = statement.executeQuery()) {
                if (!row.next() || !OperationQueries.mayRead(caller, row.getString(8))) {
                    throw new Refused(KernelProblem.NOT_FOUND);
                }
                return new ImportView(
                        id,
                        ImportKind.valueOf(row.getString(1)),
                        ImportMode.valueOf(row.getString(2)),
                        TableFormat.valueOf(row.getString(9)),
                        OperationState.valueOf(row.getString(3)),
                        new Counts(row.getInt(4), row.getInt(5), row.getInt(6), row.getInt(7)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("import cannot be read", e);
        }
    }

    /** Failed rows in the order of the file. Refusals: resource.not-found, page.cursor-invalid, page.cursor-expired. */
    @Transactional
    Page<RowErrorView> failedRows(UUID id, PageRequest request, Caller caller, Locale locale) {
        var owned = get(id, caller);
        var question = "imports/" + owned.id() + "/rows|" + caller.subject() + "|" + caller.client();
        var time = new Page.Time(LocalDate.now(clock), clock.instant());
        int afterIndex = 0;
        int afterOrdinal = 0;
        if (request.cursor() != null) {
            var position = cursors.open(request.cursor(), question);
            afterIndex = Integer.parseInt(Objects.requireNonNull(position.keys().getFirst()));
            afterOrdinal =
                    Integer.parseInt(Objects.requireNonNull(position.keys().getLast()));
            time = new Page.Time(position.asOf(), position.knownAt());
        }
        var rows = rows(List.of(id, afterIndex, afterOrdinal, request.limit() + 1), locale);
        var page = cursors.page(
                rows,
                request,
                time,
                question,
                row -> List.of(String.valueOf(row.index()), String.valueOf(row.ordinal())));
        return new Page<>(page.items().stream().map(Row::view).toList(), page.page(), page.time());
    }

    private List<Row> rows(List<Object> values, Locale locale) {
        var sql = """
                select row_index, ordinal, status, cell, code, args, suggestion from import_rows
                where import_id = ? and (row_index, ordinal) > (?, ?) order by row_index, ordinal limit ?""";
        var found = new ArrayList<Row>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Row(rows.getInt(1), rows.getInt(2), view(rows, locale)));
                }
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("failed rows cannot be read", e);
        }
        return found;
    }

    private RowErrorView view(ResultSet row, Locale locale) throws SQLException, JsonProcessingException {
        int index = row.getInt(1);
        var code = row.getString(5);
        Map<String, Object> args = JSON.readValue(row.getString(6), new TypeReference<>() {});
        var remedy = Remedy.valueOf(row.getString(7));
        return new RowErrorView(
                index,
                String.format(Locale.ROOT, "r-%06d", index),
                row.getInt(3),
                row.getString(4),
                code,
                args,
                new Suggestion(remedy.code(), texts.detail(remedy, Map.of(), locale)),
                texts.detail(EvaluationProblem.byCode(code).orElse(KernelProblem.INTERNAL), args, locale));
    }
}
