package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.inspection.Accountability.Entry;
import vn.gov.hanoi.evaluation.inspection.Accountability.Role;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/** Keeps who answers for what. Entries stay; what was taken back is marked so. */
@ApplicationScoped
class AccountabilityRepository {
    private static final String HOLD = """
            select pg_advisory_xact_lock(7305014, hashtext(k.of))
            from (select distinct ? || ' ' || (hashtext(o) & 63) as of from unnest(?::text[]) as u (o) order by 1) k""";
    private static final String INSERT = """
            insert into accountability_entries (id, finding_id, officer_id, role, unit_id, acting, month, type, criteria, points, rules, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String WITHDRAW =
            "update accountability_entries set withdrawn_at = ? where finding_id = ? and withdrawn_at is null";
    private static final String OF = """
            select e.id, e.finding_id, e.officer_id, e.role, e.unit_id, e.acting, e.month, e.type, e.criteria, e.points, e.rules
            from accountability_entries e where e.finding_id = ? order by e.role, e.id""";

    private final DataSource database;

    AccountabilityRepository(DataSource database) {
        this.database = database;
    }

    /** Nobody decides a month of these officers until the end of the transaction. */
    void hold(List<UUID> officers, LocalDate month) {
        var keys = officers.stream().map(UUID::toString).sorted().toArray(String[]::new);
        read(new Query(HOLD, List.of(month.toString(), keys), null), _ -> {});
    }

    void insert(List<Entry> entries, Instant at) {
        entries.forEach(entry -> change(
                INSERT,
                List.of(
                        entry.id(),
                        entry.findingId(),
                        entry.officerId(),
                        entry.role().name(),
                        entry.unitId(),
                        entry.acting(),
                        entry.month(),
                        entry.type(),
                        entry.criteria().toArray(String[]::new),
                        entry.points(),
                        entry.rules(),
                        InspectionRepository.moment(at))));
    }

    void withdraw(UUID findingId, Instant at) {
        change(WITHDRAW, List.of(InspectionRepository.moment(at), findingId));
    }

    List<Entry> of(UUID findingId) {
        var found = new ArrayList<Entry>();
        read(
                new Query(OF, List.of(findingId), null),
                row -> found.add(new Entry(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        Role.valueOf(row.getString(4)),
                        row.getObject(5, UUID.class),
                        row.getBoolean(6),
                        row.getObject(7, LocalDate.class),
                        row.getString(8),
                        List.of((String[]) row.getArray(9).getArray()),
                        row.getBigDecimal(10),
                        row.getString(11))));
        return found;
    }

    private void read(Query query, RowRepository.RowReader reader) {
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, query, reader);
        } catch (SQLException e) {
            throw new IllegalStateException("entries of accountability cannot be read", e);
        }
    }

    private void change(String sql, List<Object> values) {
        try (var connection = database.getConnection();
                var statement = new Query(sql, values, null).prepare(connection)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("entries of accountability cannot be written", e);
        }
    }
}
