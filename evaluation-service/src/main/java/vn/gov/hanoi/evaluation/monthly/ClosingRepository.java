package vn.gov.hanoi.evaluation.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.Closing.Lock;
import vn.gov.hanoi.evaluation.monthly.Closing.Mark;
import vn.gov.hanoi.evaluation.monthly.Closing.Raise;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.PeriodType;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;

/**
 * Loads and changes closings. Acts on sheets share a closing, so they go on beside each other; publishing, locking and correcting take it
 * alone. The closing is always held before a sheet of it, so nobody waits in a circle.
 */
@ApplicationScoped
class ClosingRepository {
    static final String COLUMNS = """
            c.id, c.period_type, c.period_from, c.unit_id, c.state, c.opened_by, c.opened_at, c.published_by, c.published_at, c.locked_by,
            c.locked_at, c.lock_digest, c.raised_number, c.raised_signed_on, c.raised_issuer, c.raised_reason, c.small_unit_reason,
            c.row_version""";
    private static final String SELECT = "select " + COLUMNS + " from closings c where ";
    private static final String INSERT = """
            insert into closings (id, period_type, period_from, unit_id, state, opened_by, opened_at, row_version)
            values (?, ?, ?, ?, 'OPEN', ?, ?, 1)
            on conflict on constraint ux_closings_period_unit do nothing""";
    private static final String PUBLISH = """
            update closings set state = 'PUBLISHED', published_by = ?, published_at = ?, raised_number = ?, raised_signed_on = ?::date,
                raised_issuer = ?, raised_reason = ?, small_unit_reason = ?, row_version = row_version + 1
            where id = ?""";
    private static final String LOCK = """
            update closings set state = 'LOCKED', locked_by = ?, locked_at = ?, lock_digest = decode(?, 'hex'), row_version = row_version + 1
            where id = ?""";

    private static final String REOPEN = """
            update closings set state = 'PUBLISHED', locked_by = null, locked_at = null, lock_digest = null, row_version = row_version + 1
            where id = ?""";

    /** Objections are kept by their own room, which builds on this one; what hinders a lock is asked of their table. */
    private static final String OPEN_OBJECTIONS =
            "select count(*) from objections b where b.closing_id = ? and b.ended_at is null";

    private static final String OPEN_OBJECTION =
            "select b.id from objections b where b.evaluation_id = ? and b.ended_at is null";

    private final DataSource database;

    ClosingRepository(DataSource database) {
        this.database = database;
    }

    /** Opens the period of a unit. @return false if it was open already */
    boolean insert(UUID id, Period period, UUID unitId, Mark opened) {
        return change(
                        INSERT,
                        Arrays.asList(
                                id,
                                period.type().name(),
                                period.from(),
                                unitId,
                                opened.by(),
                                SheetRepository.moment(opened.at())))
                == 1;
    }

    Optional<Closing> find(UUID id) {
        return closings("c.id = ?", id).stream().findFirst();
    }

    Optional<Closing> find(Period period, UUID unitId) {
        return closings(
                        "c.period_type = ? and c.period_from = ? and c.unit_id = ?",
                        period.type().name(),
                        period.from(),
                        unitId)
                .stream()
                .findFirst();
    }

    /** The closing, until the end of the transaction in no other hands. */
    Optional<Closing> hold(UUID id) {
        return closings("c.id = ? for update", id).stream().findFirst();
    }

    /** Those of the closings that are in a scope, until the end of the transaction in no other hands; by id, as everybody holds them. */
    List<Closing> hold(Collection<UUID> ids, UUID scope) {
        return closings(
                "c.id = any (?) and c.unit_id in (select id from units_within(?)) order by c.id for update",
                ids.toArray(UUID[]::new),
                scope);
    }

    /** The closing, until the end of the transaction not published, locked or corrected by others. */
    Optional<Closing> share(UUID id) {
        return closings("c.id = ? for share", id).stream().findFirst();
    }

    /** Objections to results of a closing that are neither resolved nor withdrawn; exact while the closing is held. */
    int openObjections(UUID id) {
        try (var connection = database.getConnection();
                var statement = new Query(OPEN_OBJECTIONS, List.of(id), null).prepare(connection);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException("objections of a closing cannot be counted", e);
        }
    }

    /** The objection to a sheet that is neither resolved nor withdrawn; there is one at most. */
    Optional<UUID> openObjection(UUID sheetId) {
        try (var connection = database.getConnection();
                var statement = new Query(OPEN_OBJECTION, List.of(sheetId), null).prepare(connection);
                var row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("the objection to a sheet cannot be read", e);
        }
    }

    /**
     * A closing that is to be published.
     *
     * @param raise what raises the cap; null if nothing does
     * @param smallUnitReason why somebody of a small unit has the top grade although the cap gives no place; null without one
     */
    record Publication(
            UUID id, @Nullable Raise raise, @Nullable String smallUnitReason) {}

    void publish(List<Publication> closings, Mark mark) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(PUBLISH)) {
            for (var each : closings) {
                var raise = each.raise();
                var decision = raise == null ? null : raise.decision();
                update.setString(1, mark.by());
                update.setObject(2, SheetRepository.moment(mark.at()));
                update.setString(3, decision == null ? null : decision.number());
                update.setObject(4, decision == null ? null : decision.signedOn());
                update.setString(5, decision == null ? null : decision.issuer());
                update.setString(6, raise == null ? null : raise.reason());
                update.setString(7, each.smallUnitReason());
                update.setObject(8, each.id());
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("closings cannot be written", e);
        }
    }

    void lock(UUID id, Lock lock) {
        change(
                LOCK,
                Arrays.asList(
                        lock.mark().by(), SheetRepository.moment(lock.mark().at()), lock.digest(), id));
    }

    /** Takes a lock back; that it was there stays in its history. */
    void reopen(UUID id) {
        change(REOPEN, List.of(id));
    }

    /** The period of a row; only months are opened. */
    static Period period(ResultSet row) throws SQLException {
        var from = row.getObject("period_from", LocalDate.class);
        if (PeriodType.valueOf(row.getString("period_type")) != PeriodType.MONTH) {
            throw new IllegalStateException("only months are opened");
        }
        return Period.month(YearMonth.from(from));
    }

    static Closing read(ResultSet row) throws SQLException {
        return new Closing(
                row.getObject("id", UUID.class),
                period(row),
                row.getObject("unit_id", UUID.class),
                ClosingState.valueOf(row.getString("state")),
                mark(row, "opened"),
                row.getString("published_by") == null ? null : mark(row, "published"),
                row.getString("locked_by") == null
                        ? null
                        : new Lock(mark(row, "locked"), HexFormat.of().formatHex(row.getBytes("lock_digest"))),
                row.getString("raised_number") == null ? null : raise(row),
                row.getString("small_unit_reason"),
                row.getLong("row_version"));
    }

    private static Mark mark(ResultSet row, String act) throws SQLException {
        return new Mark(
                row.getString(act + "_by"),
                row.getObject(act + "_at", OffsetDateTime.class).toInstant());
    }

    private static Raise raise(ResultSet row) throws SQLException {
        return new Raise(
                new Decision(
                        row.getString("raised_number"),
                        row.getObject("raised_signed_on", LocalDate.class),
                        row.getString("raised_issuer")),
                row.getString("raised_reason"));
    }

    private List<Closing> closings(String condition, Object... values) {
        var found = new ArrayList<Closing>();
        try (var connection = database.getConnection();
                var statement = new Query(SELECT + condition, Arrays.asList(values), null).prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(read(rows));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("closings cannot be read", e);
        }
        return found;
    }

    private int change(String sql, List<? extends @Nullable Object> values) {
        try (var connection = database.getConnection();
                var statement = new Query(sql, values, null).prepare(connection)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("closings cannot be written", e);
        }
    }
}
