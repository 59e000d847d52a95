package vn.gov.hanoi.evaluation.unittask;

import static vn.gov.hanoi.evaluation.timeline.RowRepository.column;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/** Keeps tasks and their history; a task is changed by whoever holds its row, and the history only grows. */
@ApplicationScoped
class UnitTaskRepository {
    /** The columns that {@link #read} reads. */
    static final String COLUMNS = """
            t.id, t.unit_id, t.external_key, t.document_number, t.title, t.assigned_on, t.weight, t.due_on, t.cancelled, t.outcome,
                t.finished_on, t.quality, t.exceeded, t.reported, t.row_version""";

    private static final String HOLD = "select " + COLUMNS + " from unit_tasks t where t.id = ? for update";
    private static final String INSERT = """
            insert into unit_tasks (id, unit_id, external_key, document_number, title, assigned_on, weight, due_on, delivered,
                cancelled, exceeded, reported, row_version)
            select g.*, false, false, false, 1
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::date[], ?::numeric[], ?::date[], ?::text[]) g""";
    private static final String UPDATE = """
            update unit_tasks set document_number = ?, title = ?, assigned_on = ?, weight = ?, due_on = ?, cancelled = ?, outcome = ?,
                finished_on = ?::date, quality = ?, exceeded = ?, reported = ?, row_version = ? where id = ?""";
    private static final String INSERT_ENTRIES = """
            insert into unit_task_entries (task_id, version, act, recorded_at, recorded_by, officer_id, delegation_id, note)
            select * from unnest(?::uuid[], ?::bigint[], ?::text[], ?::timestamptz[], ?::text[], ?::uuid[], ?::uuid[], ?::jsonb[])""";
    private static final String ENTRIES = """
            select task_id, version, act, recorded_at, recorded_by, officer_id, delegation_id, note
            from unit_task_entries where task_id = ? order by version""";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final DataSource database;

    UnitTaskRepository(DataSource database) {
        this.database = database;
    }

    /** The task, held until the end of the transaction. */
    Optional<UnitTask> hold(UUID id) {
        return tasks(new Query(HOLD, List.of(id), null)).stream().findFirst();
    }

    Optional<UnitTask> find(UUID id) {
        return tasks(new Query("select " + COLUMNS + " from unit_tasks t where t.id = ?", List.of(id), null)).stream()
                .findFirst();
    }

    List<UnitTask> tasks(Query query) {
        var found = new ArrayList<UnitTask>();
        try (var connection = database.getConnection();
                var statement = query.prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(read(rows));
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        return found;
    }

    /** Digest of what was delivered under each of these keys. Keys that are not recorded are missing. */
    Map<String, String> delivered(Collection<String> keys) {
        var sql = "select external_key, delivered from unit_tasks where external_key = any (?)";
        var found = new HashMap<String, String>();
        try (var connection = database.getConnection();
                var statement =
                        new Query(sql, List.of((Object) keys.toArray(String[]::new)), null).prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        return found;
    }

    /** New tasks. Refusal: unit-task.key-exists, by constraint. */
    void insertAll(List<UnitTask> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, column(connection, "uuid", tasks, UnitTask::id));
            insert.setArray(2, column(connection, "uuid", tasks, UnitTask::unitId));
            insert.setArray(3, column(connection, "text", tasks, UnitTask::key));
            insert.setArray(
                    4, column(connection, "text", tasks, task -> task.content().document()));
            insert.setArray(
                    5, column(connection, "text", tasks, task -> task.content().title()));
            insert.setArray(
                    6, column(connection, "date", tasks, task -> task.content().assignedOn()));
            insert.setArray(7, column(connection, "numeric", tasks, task -> task.content()
                    .weight()));
            insert.setArray(8, column(connection, "date", tasks, UnitTask::dueOn));
            insert.setArray(9, column(connection, "text", tasks, UnitTask::delivered));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void update(UnitTask after) {
        var completion = after.completion();
        var values = Arrays.<@Nullable Object>asList(
                after.content().document(),
                after.content().title(),
                after.content().assignedOn(),
                after.content().weight(),
                after.dueOn(),
                after.cancelled(),
                completion == null ? null : completion.outcome().name(),
                completion == null ? null : completion.finishedOn(),
                completion == null || completion.quality() == null
                        ? null
                        : completion.quality().name(),
                completion != null && completion.exceeded(),
                after.reported(),
                after.version(),
                after.id());
        try (var connection = database.getConnection();
                var statement = new Query(UPDATE, values, null).prepare(connection)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void add(List<TaskEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT_ENTRIES)) {
            insert.setArray(1, column(connection, "uuid", entries, TaskEntry::taskId));
            insert.setArray(2, column(connection, "bigint", entries, TaskEntry::version));
            insert.setArray(3, column(connection, "text", entries, TaskEntry::act));
            insert.setArray(4, column(connection, "timestamptz", entries, TaskEntry::at));
            insert.setArray(5, column(connection, "text", entries, TaskEntry::by));
            insert.setArray(6, column(connection, "uuid", entries, TaskEntry::officerId));
            insert.setArray(7, column(connection, "uuid", entries, TaskEntry::delegationId));
            insert.setArray(8, column(connection, "jsonb", entries, entry -> written(entry.note())));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** The history of a task, from its assignment on. */
    List<TaskEntry> history(UUID taskId) {
        var found = new ArrayList<TaskEntry>();
        try (var connection = database.getConnection();
                var statement = new Query(ENTRIES, List.of(taskId), null).prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var act = rows.getString(3);
                found.add(new TaskEntry(
                        rows.getObject(1, UUID.class),
                        rows.getLong(2),
                        act == null ? null : UnitTask.Act.valueOf(act),
                        rows.getObject(4, OffsetDateTime.class)
                                .withOffsetSameInstant(ZoneOffset.UTC)
                                .toInstant(),
                        rows.getString(5),
                        rows.getObject(6, UUID.class),
                        rows.getObject(7, UUID.class),
                        JSON.readValue(rows.getString(8), TaskNote.class)));
            }
        } catch (SQLException e) {
            throw failed(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the history of a task cannot be read", e);
        }
        return found;
    }

    private static String written(TaskNote note) {
        try {
            return JSON.writeValueAsString(note);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the history of a task cannot be written", e);
        }
    }

    static UnitTask read(ResultSet row) throws SQLException {
        var outcome = row.getString(10);
        var quality = row.getString(12);
        var completion = outcome == null
                ? null
                : new Completion(
                        Outcome.valueOf(outcome),
                        row.getObject(11, LocalDate.class),
                        quality == null ? null : Quality.valueOf(quality),
                        row.getBoolean(13));
        return new UnitTask(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                new TaskContent(
                        row.getString(4), row.getString(5), row.getObject(6, LocalDate.class), row.getBigDecimal(7)),
                row.getObject(8, LocalDate.class),
                completion,
                row.getBoolean(9),
                row.getBoolean(14),
                row.getLong(15));
    }

    private static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException("tasks of units cannot be read or written", cause);
    }
}
