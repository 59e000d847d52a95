package vn.gov.hanoi.training.degree;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.commitment.Learner;
import vn.gov.hanoi.training.decree.Condition;
import vn.gov.hanoi.training.decree.Person.Stated;
import vn.gov.hanoi.training.degree.DegreeTraining.Cost;
import vn.gov.hanoi.training.degree.DegreeTraining.Decided;
import vn.gov.hanoi.training.degree.DegreeTraining.Ending;
import vn.gov.hanoi.training.degree.DegreeTraining.Study;

/** Stores degree trainings; inside the caller's transaction. */
@ApplicationScoped
class DegreeRepository {
    private static final String INSERT = """
            insert into degree_trainings (id, version, officer_id, officer_code, officer_name, category, unit_id, unit_code, unit_name,
                level, field, institution, country, starts_on, ends_on, funding_source, costs, cost_vnd, stated, rule, checked, state,
                proposed_by, proposed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, ?::jsonb, ?, ?, ?)""";

    private static final String UPDATE = """
            update degree_trainings set version = ?, category = ?, unit_id = ?, unit_code = ?, unit_name = ?, costs = ?::jsonb, cost_vnd = ?,
                rule = ?, checked = ?::jsonb, state = ?, decision = ?::jsonb, sent_on = ?, ending = ?::jsonb
            where id = ? and version = ?""";

    private final DataSource database;
    private final ObjectMapper json;

    DegreeRepository(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    void insert(DegreeTraining fresh) {
        var learner = fresh.learner();
        var study = fresh.study();
        write(
                INSERT,
                fresh.id(),
                fresh.version(),
                learner.officerId(),
                learner.code(),
                learner.name(),
                fresh.category(),
                learner.unitId(),
                learner.unitCode(),
                learner.unitName(),
                study.level(),
                study.field(),
                study.institution(),
                study.country(),
                study.startsOn(),
                study.endsOn(),
                study.fundingSource(),
                text(study.costs()),
                study.costVnd(),
                text(fresh.stated()),
                fresh.rule(),
                text(fresh.checked()),
                fresh.state().name(),
                fresh.proposedBy(),
                OffsetDateTime.ofInstant(fresh.proposedAt(), ZoneOffset.UTC));
    }

    /** As the version after the one that is stored. */
    void update(DegreeTraining changed) {
        var learner = changed.learner();
        write(
                UPDATE,
                changed.version(),
                changed.category(),
                learner.unitId(),
                learner.unitCode(),
                learner.unitName(),
                text(changed.study().costs()),
                changed.study().costVnd(),
                changed.rule(),
                text(changed.checked()),
                changed.state().name(),
                text(changed.decision()),
                changed.sentOn(),
                text(changed.ending()),
                changed.id(),
                changed.version() - 1);
    }

    DegreeTraining get(UUID id) {
        return list("select * from degree_trainings where id = ?", id).getFirst();
    }

    /** Held until the transaction ends. */
    Optional<DegreeTraining> forChange(UUID id) {
        return list("select * from degree_trainings where id = ? for update", id).stream()
                .findFirst();
    }

    /** Each by its id, with one statement. */
    Map<UUID, DegreeTraining> all(Collection<UUID> ids) {
        var array = ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
        return list("select * from degree_trainings where id = any (?::uuid[])", array).stream()
                .collect(Collectors.toMap(DegreeTraining::id, Function.identity()));
    }

    private List<DegreeTraining> list(String sql, Object value) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, value);
            var found = new ArrayList<DegreeTraining>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(training(row));
                }
            }
            return found;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("degree trainings cannot be read", e);
        }
    }

    private DegreeTraining training(ResultSet row) throws SQLException, JsonProcessingException {
        @Nullable String decision = row.getString("decision");
        @Nullable String ending = row.getString("ending");
        return new DegreeTraining(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                new Learner(
                        row.getObject("officer_id", UUID.class),
                        row.getString("officer_code"),
                        row.getString("officer_name"),
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_code"),
                        row.getString("unit_name")),
                row.getString("category"),
                study(row),
                json.readValue(row.getString("stated"), Stated.class),
                row.getString("rule"),
                json.readValue(row.getString("checked"), new TypeReference<List<Condition>>() {}),
                DegreeState.valueOf(row.getString("state")),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                decision == null ? null : json.readValue(decision, Decided.class),
                row.getObject("sent_on", LocalDate.class),
                ending == null ? null : json.readValue(ending, Ending.class));
    }

    private Study study(ResultSet row) throws SQLException, JsonProcessingException {
        return new Study(
                row.getString("level"),
                row.getString("field"),
                row.getString("institution"),
                row.getString("country"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("funding_source"),
                json.readValue(row.getString("costs"), new TypeReference<List<Cost>>() {}));
    }

    private @Nullable String text(@Nullable Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("degree training cannot be written", e);
        }
    }

    private void write(String sql, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            set(statement, values);
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("a degree training was changed without holding it");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("degree training cannot be written", e);
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
