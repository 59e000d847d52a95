package vn.gov.hanoi.evaluation.authority;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.timeline.Stamp;
import vn.gov.hanoi.evaluation.timeline.Validity;

/** Loads delegations as now recorded, and records new versions of them. */
@ApplicationScoped
class DelegationRepository {
    /** The columns that {@link #row} reads. */
    static final String COLUMNS = """
            d.id, d.from_officer_id, d.to_officer_id, d.unit_id, d.actions, d.may_redelegate, d.parent_id, d.decision_number,
                d.valid_from, d.valid_to, d.decision_signed_on, d.decision_issuer, d.revoked, d.version""";

    private static final String FIND =
            "select " + COLUMNS + " from delegations d where d.id = ? and d.superseded_at is null";

    private static final String INSERT = """
            insert into delegations (id, from_officer_id, to_officer_id, unit_id, actions, may_redelegate, parent_id, decision_number,
                valid_from, valid_to, decision_signed_on, decision_issuer, revoked, version, recorded_at, recorded_by)
            values (?, ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?::date, ?::date, ?, ?, ?, ?, ?)""";

    private static final String SUPERSEDE =
            "update delegations set superseded_at = ?, superseded_by = ? where id = ? and superseded_at is null";

    private static final String POST = """
            select exists (select 1 from assignments where officer_id = ? and superseded_at is null
                and valid_from <= ? and (valid_to is null or valid_to > ?))""";

    private final DataSource database;

    DelegationRepository(DataSource database) {
        this.database = database;
    }

    Optional<DelegationRecord> find(UUID id) {
        try (var connection = database.getConnection();
                var statement = new Query(FIND, List.of(id), null).prepare(connection);
                var rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(row(rows)) : Optional.empty();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Whether the officer has any post on the day, as now recorded. */
    boolean hasPost(UUID officerId, LocalDate day) {
        try (var connection = database.getConnection();
                var statement = new Query(POST, List.of(officerId, day, day), null).prepare(connection);
                var row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void insert(DelegationRecord entry, Stamp stamp) {
        var delegation = entry.delegation();
        var values = Arrays.<@Nullable Object>asList(
                delegation.id(),
                delegation.fromOfficerId(),
                delegation.toOfficerId(),
                delegation.unitId(),
                new TreeSet<>(delegation.actions()).toArray(String[]::new),
                delegation.mayRedelegate(),
                delegation.parentId(),
                delegation.decisionNumber(),
                delegation.validity().from(),
                delegation.validity().to(),
                entry.signedOn(),
                entry.issuer(),
                entry.revoked(),
                entry.version(),
                stamp.moment(),
                stamp.by());
        execute(new Query(INSERT, values, null));
    }

    /** Records a next version; the one before stays readable. */
    void update(DelegationRecord after, Stamp stamp) {
        execute(new Query(SUPERSEDE, List.of(stamp.moment(), stamp.by(), after.id()), null));
        insert(after, stamp);
    }

    private void execute(Query query) {
        try (var connection = database.getConnection();
                var statement = query.prepare(connection)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    static DelegationRecord row(ResultSet row) throws SQLException {
        var delegation = new Delegation(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                Set.of((String[]) row.getArray(5).getArray()),
                row.getBoolean(6),
                row.getObject(7, UUID.class),
                row.getString(8),
                new Validity(row.getObject(9, LocalDate.class), row.getObject(10, LocalDate.class)));
        return new DelegationRecord(
                delegation, row.getObject(11, LocalDate.class), row.getString(12), row.getBoolean(13), row.getLong(14));
    }

    private static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException("delegations cannot be read or written", cause);
    }
}
