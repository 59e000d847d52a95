package vn.gov.hanoi.evaluation.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.kernel.problem.KernelProblem;
import vn.gov.hanoi.kernel.problem.Problem;
import vn.gov.hanoi.kernel.problem.Problems;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;
import vn.gov.hanoi.kernel.scope.Caller;

/** Reads of operations; their owner and operators see them, nobody else learns that they exist. */
@ApplicationScoped
public class OperationQueries {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PATH = "/evaluation/v1/operations/";

    private final DataSource database;
    private final Problems problems;

    OperationQueries(DataSource database, Problems problems) {
        this.database = database;
        this.problems = problems;
    }

    /** @param locale language of the problem, if there is one. Refusal: resource.not-found. */
    @Transactional
    public OperationView get(UUID id, Caller caller, Locale locale) {
        var sql = """
                select kind, state, done, total, progress_unit, started_at, finished_at, result_href, problem_code, problem_args,
                    owner_subject
                from operations where id = ?""";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            try (var row = statement.executeQuery()) {
                if (!row.next() || !mayRead(caller, row.getString(11))) {
                    throw new Refused(KernelProblem.NOT_FOUND);
                }
                return new OperationView(
                        id,
                        row.getString(1),
                        OperationState.valueOf(row.getString(2)),
                        new OperationView.Progress(row.getLong(3), row.getLong(4), row.getString(5)),
                        moment(row, 6),
                        moment(row, 7),
                        row.getString(8),
                        problem(PATH + id, row.getString(9), row.getString(10), locale));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("operation cannot be read", e);
        }
    }

    /** Whether a caller may see what this person began. */
    public static boolean mayRead(Caller caller, String owner) {
        return caller.subject().equals(owner) || caller.roles().contains("operator");
    }

    private static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private @Nullable Problem problem(String instance, @Nullable String code, @Nullable String args, Locale locale) {
        if (code == null) {
            return null;
        }
        var known = EvaluationProblem.byCode(code).orElse(KernelProblem.INTERNAL);
        return problems.problem(List.of(new Refusal(known, read(args), null, null)), instance, locale);
    }

    private static Map<String, Object> read(@Nullable String args) {
        try {
            return args == null ? Map.of() : JSON.readValue(args, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("arguments cannot be read", e);
        }
    }
}
