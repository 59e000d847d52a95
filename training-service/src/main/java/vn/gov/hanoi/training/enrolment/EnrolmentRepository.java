package vn.gov.hanoi.training.enrolment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Stores enrolments; inside the caller's transaction, with their class held. */
@ApplicationScoped
class EnrolmentRepository {
    private static final String INSERT = """
            insert into enrolments (id, version, class_id, officer_id, officer_code, officer_name, category, unit_id, unit_code, unit_name,
                state, arrival, checked, checked_at, nominated_at, nominated_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)""";

    private static final String UPDATE = """
            update enrolments set version = ?, state = ?, checked = ?::jsonb, checked_at = ?, reason_code = ?, reason_text = ?,
                outcome = ?, score = ?, score_maximum = ?, decided_at = ?, decided_by = ?
            where id = ? and version = ?""";

    private static final String SELECT = "select * from enrolments where ";

    private final DataSource database;
    private final ObjectMapper json;

    EnrolmentRepository(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    void insert(Collection<Enrolment> fresh) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            for (var each : fresh) {
                var learner = each.learner();
                set(
                        insert,
                        each.id(),
                        each.version(),
                        each.classId(),
                        learner.officerId(),
                        learner.code(),
                        learner.name(),
                        learner.category(),
                        learner.unitId(),
                        learner.unitCode(),
                        learner.unitName(),
                        each.state().name(),
                        each.arrival(),
                        json.writeValueAsString(each.checked().conditions()),
                        moment(each.checked().at()),
                        moment(each.nominated().at()),
                        each.nominated().by());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("enrolments cannot be written", e);
        }
    }

    /** Each as the version after the one that is stored. */
    void update(Collection<Enrolment> changed) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(UPDATE)) {
            for (var each : changed) {
                var outcome = each.outcome();
                var reason = each.reason();
                var decided = each.decided();
                set(
                        update,
                        each.version(),
                        each.state().name(),
                        json.writeValueAsString(each.checked().conditions()),
                        moment(each.checked().at()),
                        reason == null ? null : reason.code(),
                        reason == null ? null : reason.text(),
                        outcome == null ? null : outcome.result().name(),
                        outcome == null ? null : outcome.score(),
                        outcome == null ? null : outcome.maximum(),
                        decided == null ? null : moment(decided.at()),
                        decided == null ? null : decided.by(),
                        each.id(),
                        each.version() - 1);
                update.addBatch();
            }
            for (int done : update.executeBatch()) {
                if (done != 1) {
                    throw new IllegalStateException("an enrolment was changed without holding its class");
                }
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("enrolments cannot be written", e);
        }
    }

    Optional<Enrolment> find(UUID id) {
        return list("id = ?", id).stream().findFirst();
    }

    /** All of the class that still count, by arrival. */
    List<Enrolment> open(UUID classId) {
        return list("class_id = ? and state in ('NOMINATED', 'ENROLLED', 'WAITING') order by arrival", classId);
    }

    /** Those with this state, by arrival. */
    List<Enrolment> of(UUID classId, EnrolmentState state) {
        return list("class_id = ? and state = ? order by arrival", classId, state.name());
    }

    private List<Enrolment> list(String condition, Object... args) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(SELECT + condition)) {
            set(statement, args);
            var found = new ArrayList<Enrolment>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(enrolment(row));
                }
            }
            return found;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("enrolments cannot be read", e);
        }
    }

    private Enrolment enrolment(ResultSet row) throws SQLException, JsonProcessingException {
        return new Enrolment(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getObject("class_id", UUID.class),
                new Enrolment.Learner(
                        row.getObject("officer_id", UUID.class),
                        row.getString("officer_code"),
                        row.getString("officer_name"),
                        row.getString("category"),
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_code"),
                        row.getString("unit_name")),
                EnrolmentState.valueOf(row.getString("state")),
                row.getLong("arrival"),
                new Enrolment.Checked(conditions(row.getString("checked")), instant(row, "checked_at")),
                reason(row),
                outcome(row),
                new Enrolment.Mark(row.getString("nominated_by"), instant(row, "nominated_at")),
                decided(row));
    }

    /** What stands in the column {@code checked}. */
    List<Condition> conditions(String checked) throws JsonProcessingException {
        return json.readValue(checked, new TypeReference<>() {});
    }

    private static Enrolment.@Nullable Reason reason(ResultSet row) throws SQLException {
        var code = row.getString("reason_code");
        return code == null ? null : new Enrolment.Reason(code, row.getString("reason_text"));
    }

    private static @Nullable Outcome outcome(ResultSet row) throws SQLException {
        var result = row.getString("outcome");
        @Nullable BigDecimal score = row.getBigDecimal("score");
        return result == null
                ? null
                : new Outcome(Outcome.Result.valueOf(result), score, row.getBigDecimal("score_maximum"));
    }

    private static Enrolment.@Nullable Mark decided(ResultSet row) throws SQLException {
        var by = row.getString("decided_by");
        return by == null ? null : new Enrolment.Mark(by, instant(row, "decided_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime moment(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
