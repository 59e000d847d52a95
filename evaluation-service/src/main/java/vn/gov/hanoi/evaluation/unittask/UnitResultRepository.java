package vn.gov.hanoi.evaluation.unittask;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.ruleset.Grade;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.ruleset.PeriodType;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unittask.UnitResult.Ruled;
import vn.gov.hanoi.kernel.scope.Caller;

/** Keeps results of units; a decided one changes only by being superseded. */
@ApplicationScoped
class UnitResultRepository {
    /** The columns that {@link #read} reads. */
    static final String COLUMNS = """
            r.id, r.unit_id, r.period_type, r.period_from, r.revision, r.supersedes, r.superseded_at is not null, r.level, r.suggested,
                r.basis, r.decided_by, r.officer_id, r.delegation_id, r.decided_at, r.reason_code, r.decision_number,
                r.decision_signed_on, r.decision_issuer, r.row_version""";

    private static final String SELECT = "select " + COLUMNS + " from unit_results r where ";
    private static final String LIVING =
            SELECT + "r.unit_id = ? and r.period_type = ? and r.period_from = ? and r.superseded_at is null";
    private static final String OPEN = """
            insert into unit_results (id, unit_id, period_type, period_from, revision, opened_by, opened_at, row_version)
            values (?, ?, ?, ?, 1, ?, ?, 1)
            on conflict (unit_id, period_type, period_from) where superseded_at is null do nothing""";
    private static final String NEXT = """
            insert into unit_results (id, unit_id, period_type, period_from, revision, supersedes, opened_by, opened_at, level, suggested,
                basis, digest, decided_by, officer_id, delegation_id, decided_at, reason_code, decision_number, decision_signed_on,
                decision_issuer, row_version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?, ?, ?, ?)""";
    private static final String DECIDE = """
            update unit_results set level = ?, suggested = ?, basis = ?, digest = ?, decided_by = ?, officer_id = ?,
                delegation_id = ?::uuid, decided_at = ?, reason_code = ?, decision_number = ?, decision_signed_on = ?,
                decision_issuer = ?, row_version = ?
            where id = ?""";
    /**
     * Who decides a level and who decides by it exclude each other: there may be no row to hold yet. Of the two keys the first is of this
     * table alone.
     */
    private static final String HOLD_LEVEL = "select pg_advisory_xact_lock(7305011, hashtext(?))";

    private static final String SHARE_LEVELS =
            "select pg_advisory_xact_lock_shared(7305011, hashtext(k.of)) from unnest(?::text[]) as k (of)";
    private static final String SUPERSEDE =
            "update unit_results set superseded_at = ?, row_version = row_version + 1 where id = ?";

    private final DataSource database;

    UnitResultRepository(DataSource database) {
        this.database = database;
    }

    Optional<UnitResult> find(UUID id) {
        return results(new Query(SELECT + "r.id = ?", List.of(id), null)).stream()
                .findFirst();
    }

    /** The result, held until the end of the transaction. */
    Optional<UnitResult> hold(UUID id) {
        return results(new Query(SELECT + "r.id = ? for update", List.of(id), null)).stream()
                .findFirst();
    }

    /** The revision that counts; empty if nobody opened the period for the unit. */
    Optional<UnitResult> living(UUID unitId, Period period) {
        return results(new Query(LIVING, List.of(unitId, period.type().name(), period.from()), null)).stream()
                .findFirst();
    }

    /** The revisions of these units that count. */
    List<UnitResult> living(Collection<UUID> unitIds, Period period) {
        List<Object> values =
                List.of(unitIds.toArray(UUID[]::new), period.type().name(), period.from());
        return results(new Query(LIVING.replace("r.unit_id = ?", "r.unit_id = any (?)"), values, null));
    }

    List<UnitResult> results(Query query) {
        var found = new ArrayList<UnitResult>();
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

    /** Whether it was opened now; of two people at once only one opens it. */
    boolean open(UnitResult result, Instant at, Caller by) {
        return execute(
                        OPEN,
                        result.id(),
                        result.unitId(),
                        result.period().type().name(),
                        result.period().from(),
                        by.subject(),
                        moment(at))
                == 1;
    }

    /** Until the end of the transaction nobody decides by the level of a unit; whoever is doing so is waited for. */
    void holdLevel(UUID unitId, Period period) {
        query(HOLD_LEVEL, key(unitId, period));
    }

    /** Until the end of the transaction nobody decides the levels of these units; whoever is doing so is waited for. */
    void shareLevels(Collection<UUID> unitIds, Period period) {
        query(
                SHARE_LEVELS,
                unitIds.stream().map(unitId -> key(unitId, period)).sorted().toArray(String[]::new));
    }

    private static String key(UUID unitId, Period period) {
        return unitId + " " + period.text();
    }

    private void query(String sql, Object value) {
        try (var connection = database.getConnection();
                var statement = new Query(sql, List.of(value), null).prepare(connection)) {
            statement.execute();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void decide(UnitResult after, Ruled ruled) {
        var values = new ArrayList<>(columns(ruled));
        values.add(after.version());
        values.add(after.id());
        execute(DECIDE, values.toArray());
    }

    /** Puts a later revision in the place of one. */
    void supersede(UnitResult before, UnitResult after, Ruled ruled) {
        execute(SUPERSEDE, moment(ruled.at()), before.id());
        var values = new ArrayList<@Nullable Object>(Arrays.<@Nullable Object>asList(
                after.id(),
                after.unitId(),
                after.period().type().name(),
                after.period().from(),
                after.revision(),
                after.supersedes(),
                ruled.by(),
                moment(ruled.at())));
        values.addAll(columns(ruled));
        values.add(after.version());
        execute(NEXT, values.toArray());
    }

    private static List<@Nullable Object> columns(Ruled ruled) {
        return Arrays.<@Nullable Object>asList(
                ruled.level().name(),
                ruled.suggested() == null ? null : ruled.suggested().name(),
                ruled.basis(),
                ruled.digest(),
                ruled.by(),
                ruled.right().officerId(),
                ruled.right().delegationId(),
                moment(ruled.at()),
                ruled.reason(),
                ruled.decision().number(),
                ruled.decision().signedOn(),
                ruled.decision().issuer());
    }

    private static OffsetDateTime moment(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private int execute(String sql, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = new Query(sql, Arrays.asList(values), null).prepare(connection)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static UnitResult read(ResultSet row) throws SQLException {
        return new UnitResult(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Periods.of(PeriodType.valueOf(row.getString(3)), row.getObject(4, LocalDate.class)),
                row.getInt(5),
                row.getObject(6, UUID.class),
                row.getBoolean(7),
                row.getString(8) == null ? null : ruled(row),
                row.getLong(19));
    }

    private static Ruled ruled(ResultSet row) throws SQLException {
        var suggested = row.getString(9);
        return new Ruled(
                Grade.valueOf(row.getString(8)),
                suggested == null ? null : Grade.valueOf(suggested),
                row.getString(10),
                row.getString(11),
                new TaskGuard.Right(row.getObject(12, UUID.class), row.getObject(13, UUID.class)),
                row.getObject(14, OffsetDateTime.class).toInstant(),
                row.getString(15),
                new Decision(row.getString(16), row.getObject(17, LocalDate.class), row.getString(18)));
    }

    private static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException("results of units cannot be read or written", cause);
    }
}
