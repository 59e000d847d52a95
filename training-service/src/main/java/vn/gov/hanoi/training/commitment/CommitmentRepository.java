package vn.gov.hanoi.training.commitment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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
import vn.gov.hanoi.training.action.Document;
import vn.gov.hanoi.training.commitment.ServiceCommitment.Service;

/** Stores commitments; inside the caller's transaction. */
@ApplicationScoped
class CommitmentRepository {
    private static final String INSERT = """
            insert into service_commitments (id, version, training_id, officer_id, officer_code, officer_name, unit_id, unit_code, unit_name,
                rule, study_months, months, cost_vnd, document, signed_on, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)""";

    private static final String UPDATE = """
            update service_commitments set version = ?, study_months = ?, months = ?, cost_vnd = ?, starts_on = ?, ends_on = ?, state = ?
            where id = ? and version = ?""";

    /** Whose officer has no main post any more, or was dismissed, and for which no case of that day is or was there. */
    private static final String BREACHES = """
            select * from (
                select c.*, least(p.left_on, d.dismissed_on) as event_on,
                    coalesce(d.dismissed_on <= coalesce(p.left_on, d.dismissed_on), false) as dismissed
                from service_commitments c
                left join lateral (
                    select max(a.valid_to) as left_on from assignments a where a.officer_id = c.officer_id and a.main
                    having count(*) = count(a.valid_to) and max(a.valid_to) <= ?) p on true
                left join lateral (
                    select min(s.effective_on) as dismissed_on from sanctions s
                    where s.officer_id = c.officer_id and s.form = 'DISMISSAL' and s.effective_on <= ?
                        and s.effective_on >= c.signed_on and (s.lifted_on is null or s.lifted_on > ?)) d on true
                where c.state in ('SIGNED', 'RUNNING')) found
            where event_on >= signed_on and (ends_on is null or event_on < ends_on)
                and not exists (select 1 from compensations k where k.commitment_id = found.id
                    and (k.state in ('OPEN', 'DECIDED', 'PAYING') or k.event_on >= found.event_on))
            order by event_on, id""";

    private final DataSource database;
    private final ObjectMapper json;

    CommitmentRepository(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A commitment of somebody who left or was dismissed on a day. */
    record Breach(ServiceCommitment commitment, LocalDate on, boolean dismissed) {}

    void insert(ServiceCommitment fresh) {
        var learner = fresh.learner();
        write(
                INSERT,
                fresh.id(),
                fresh.version(),
                fresh.trainingId(),
                learner.officerId(),
                learner.code(),
                learner.name(),
                learner.unitId(),
                learner.unitCode(),
                learner.unitName(),
                fresh.rule(),
                fresh.studyMonths(),
                fresh.months(),
                fresh.costVnd(),
                text(fresh.document()),
                fresh.signedOn(),
                fresh.stored().name());
    }

    /** As the version after the one that is stored. */
    void update(ServiceCommitment changed) {
        var service = changed.service();
        write(
                UPDATE,
                changed.version(),
                changed.studyMonths(),
                changed.months(),
                changed.costVnd(),
                service == null ? null : service.startsOn(),
                service == null ? null : service.endsOn(),
                changed.stored().name(),
                changed.id(),
                changed.version() - 1);
    }

    /** The commitment, held until the transaction ends. */
    Optional<ServiceCommitment> forChange(UUID id) {
        return list("select * from service_commitments where id = ? for update", id).stream()
                .findFirst();
    }

    /** The commitment of a training, held until the transaction ends. */
    Optional<ServiceCommitment> ofTraining(UUID trainingId) {
        return list("select * from service_commitments where training_id = ? for update", trainingId).stream()
                .findFirst();
    }

    ServiceCommitment get(UUID id) {
        return list("select * from service_commitments where id = ?", id).getFirst();
    }

    /** Each by its id, with one statement. */
    Map<UUID, ServiceCommitment> all(Collection<UUID> ids) {
        return list("select * from service_commitments where id = any (?::uuid[])", "{" + join(ids) + "}").stream()
                .collect(Collectors.toMap(ServiceCommitment::id, Function.identity()));
    }

    private static String join(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    /** By day; the earliest first. */
    List<Breach> breaches(LocalDate today) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(BREACHES)) {
            set(statement, today, today, today);
            var found = new ArrayList<Breach>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Breach(
                            commitment(row), row.getObject("event_on", LocalDate.class), row.getBoolean("dismissed")));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("breaches cannot be read", e);
        }
    }

    private List<ServiceCommitment> list(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            set(statement, values);
            var found = new ArrayList<ServiceCommitment>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(commitment(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("commitments cannot be read", e);
        }
    }

    private ServiceCommitment commitment(ResultSet row) throws SQLException {
        @Nullable LocalDate starts = row.getObject("starts_on", LocalDate.class);
        return new ServiceCommitment(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getObject("training_id", UUID.class),
                new Learner(
                        row.getObject("officer_id", UUID.class),
                        row.getString("officer_code"),
                        row.getString("officer_name"),
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_code"),
                        row.getString("unit_name")),
                row.getString("rule"),
                row.getInt("study_months"),
                row.getInt("months"),
                row.getLong("cost_vnd"),
                document(row.getString("document")),
                row.getObject("signed_on", LocalDate.class),
                starts == null ? null : new Service(starts, row.getObject("ends_on", LocalDate.class)),
                CommitmentState.valueOf(row.getString("state")));
    }

    private void write(String sql, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            set(statement, values);
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("a commitment was changed without holding it");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("commitment cannot be written", e);
        }
    }

    private String text(Document document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("document cannot be written", e);
        }
    }

    private Document document(String text) {
        try {
            return json.readValue(text, Document.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("document cannot be read", e);
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
