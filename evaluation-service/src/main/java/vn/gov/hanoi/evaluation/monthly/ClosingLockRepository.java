package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.ClosingLock.Reopening;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.Reason;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/** Keeps how closings were signed off and reopened; who writes here holds the closing. */
@ApplicationScoped
class ClosingLockRepository {
    private static final String HISTORY = """
            select l.seq, l.digest, l.results, l.locked_at, l.unlocked_below, l.reason, r.reopened_at, r.officer_id, r.delegation_id,
                r.reason_code, r.reason_text, r.decision_number, r.decision_signed_on, r.decision_issuer
            from closing_locks l
            left join closing_reopenings r on r.closing_id = l.closing_id and r.seq = l.seq
            where l.closing_id = ? order by l.seq""";

    private static final String LOCK = """
            insert into closing_locks (closing_id, seq, digest, results, locked_by, locked_at, unlocked_below, reason)
            select ?::uuid, coalesce(max(l.seq), 0) + 1, decode(?, 'hex'), ?, ?, ?::timestamptz, ?, ? from closing_locks l where l.closing_id = ?""";

    private static final String REOPEN = """
            insert into closing_reopenings (closing_id, seq, reopened_by, officer_id, delegation_id, reopened_at, reason_code, reason_text,
                decision_number, decision_signed_on, decision_issuer)
            values (?, ?, ?, ?, ?::uuid, ?, ?, ?, ?, ?, ?)""";

    /** The closest rating units below, as on the last day of the period, and how far theirs is. */
    private static final String UNLOCKED_BELOW = """
            select b.unit_id, coalesce(k.state, 'NONE') from rating_units_below(?, ?) as b (unit_id)
            left join closings k on k.unit_id = b.unit_id and k.period_type = ? and k.period_from = ?
            where k.state is distinct from 'LOCKED' order by b.unit_id""";

    /** Years of people that rest on results of a closing, by year and unit. */
    private static final String DEPENDENTS = """
            select k.closing_id, count(*) from sheets s
            join annual_classifications k on k.officer_id = s.officer_id and k.superseded_at is null and s.id = any (k.sheet_ids)
            where s.closing_id = ? and s.superseded_at is null
            group by k.closing_id order by k.closing_id""";

    private final DataSource database;

    ClosingLockRepository(DataSource database) {
        this.database = database;
    }

    /** @param state null if the period was not opened there */
    record Below(UUID unitId, @Nullable ClosingState state) {}

    /** Classifications of one annual closing. */
    record Dependents(UUID annualClosingId, int classifications) {}

    /** All sign-offs of a closing, the first first. */
    List<ClosingLock> history(UUID closingId) {
        var found = new ArrayList<ClosingLock>();
        read(HISTORY, List.of(closingId), row -> found.add(lock(row)));
        return found;
    }

    /** @param reason why units below were not waited for; null if there are none */
    void lock(UUID closingId, Closing.Lock lock, int results, int unlockedBelow, @Nullable String reason) {
        change(
                LOCK,
                Arrays.asList(
                        closingId,
                        lock.digest(),
                        results,
                        lock.mark().by(),
                        SheetRepository.moment(lock.mark().at()),
                        unlockedBelow,
                        reason,
                        closingId));
    }

    void reopen(UUID closingId, int seq, String by, Reopening reopening) {
        change(
                REOPEN,
                Arrays.asList(
                        closingId,
                        seq,
                        by,
                        reopening.officerId(),
                        reopening.delegationId(),
                        SheetRepository.moment(reopening.at()),
                        reopening.reason().code(),
                        reopening.reason().text(),
                        reopening.decision().number(),
                        reopening.decision().signedOn(),
                        reopening.decision().issuer()));
    }

    /** Rating units right below, divisions between them left out, whose period is not locked or not opened. */
    List<Below> unlockedBelow(UUID unitId, Period period) {
        var found = new ArrayList<Below>();
        read(UNLOCKED_BELOW, List.of(unitId, period.last(), period.type().name(), period.from()), row -> {
            var state = row.getString(2);
            found.add(
                    new Below(row.getObject(1, UUID.class), state.equals("NONE") ? null : ClosingState.valueOf(state)));
        });
        return found;
    }

    /** What rests on the results of a closing. */
    List<Dependents> dependents(UUID closingId) {
        var found = new ArrayList<Dependents>();
        read(
                DEPENDENTS,
                List.of(closingId),
                row -> found.add(new Dependents(row.getObject(1, UUID.class), row.getInt(2))));
        return found;
    }

    private static ClosingLock lock(ResultSet row) throws SQLException {
        return new ClosingLock(
                row.getInt("seq"),
                HexFormat.of().formatHex(row.getBytes("digest")),
                row.getInt("results"),
                row.getObject("locked_at", OffsetDateTime.class).toInstant(),
                row.getInt("unlocked_below"),
                row.getString("reason"),
                row.getString("decision_number") == null ? null : reopening(row));
    }

    private static Reopening reopening(ResultSet row) throws SQLException {
        return new Reopening(
                row.getObject("reopened_at", OffsetDateTime.class).toInstant(),
                row.getObject("officer_id", UUID.class),
                row.getObject("delegation_id", UUID.class),
                new Reason(row.getString("reason_code"), row.getString("reason_text")),
                new Decision(
                        row.getString("decision_number"),
                        row.getObject("decision_signed_on", LocalDate.class),
                        row.getString("decision_issuer")));
    }

    private void read(String sql, List<Object> values, RowRepository.RowReader reader) {
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, new Query(sql, values, null), reader);
        } catch (SQLException e) {
            throw new IllegalStateException("locks of a closing cannot be read", e);
        }
    }

    private void change(String sql, List<? extends @Nullable Object> values) {
        try (var connection = database.getConnection();
                var statement = new Query(sql, values, null).prepare(connection)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("locks of a closing cannot be written", e);
        }
    }
}
