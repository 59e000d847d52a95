package vn.gov.hanoi.evaluation.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/** The door of this room for who decides months: what somebody answers for. */
@ApplicationScoped
public class ChargeQueries {
    /**
     * Who records for a person and month waits for those who decide it, and the other way round; keys are taken in one order. Many people
     * share a key, so that a file of thousands takes some dozens.
     */
    private static final String SHARE = """
            select pg_advisory_xact_lock_shared(7305014, hashtext(k.of))
            from (select distinct ? || ' ' || (hashtext(o) & 63) as of from unnest(?::text[]) as u (o) order by 1) k""";

    private static final String OF = """
            select e.officer_id, e.id, e.finding_id, e.type, e.criteria, e.points, e.rules from accountability_entries e
            where e.officer_id = any (?) and e.month = ? and e.withdrawn_at is null order by e.recorded_at, e.id""";

    private final DataSource database;

    ChargeQueries(DataSource database) {
        this.database = database;
    }

    /**
     * What these officers answer for in a month; it does not change until the end of the transaction.
     *
     * @param month its first day
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, List<Charged>> hold(Collection<UUID> officers, LocalDate month) {
        var keys = officers.stream().map(UUID::toString).sorted().toArray(String[]::new);
        read(new Query(SHARE, List.of(month.toString(), keys), null), _ -> {});
        return of(officers, month);
    }

    /** The same as it is now. */
    public List<Charged> of(UUID officerId, LocalDate month) {
        return of(List.of(officerId), month).getOrDefault(officerId, List.of());
    }

    private Map<UUID, List<Charged>> of(Collection<UUID> officers, LocalDate month) {
        var found = new HashMap<UUID, List<Charged>>();
        read(new Query(OF, List.of(officers.toArray(UUID[]::new), month), null), row -> found.computeIfAbsent(
                        row.getObject(1, UUID.class), _ -> new ArrayList<>())
                .add(new Charged(
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        List.of((String[]) row.getArray(5).getArray()),
                        row.getBigDecimal(6),
                        row.getString(7))));
        return found;
    }

    private void read(Query query, RowRepository.RowReader reader) {
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, query, reader);
        } catch (SQLException e) {
            throw new IllegalStateException("what somebody answers for cannot be read", e);
        }
    }
}
