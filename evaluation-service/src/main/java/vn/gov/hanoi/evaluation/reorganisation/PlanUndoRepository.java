package vn.gov.hanoi.evaluation.reorganisation;

import static vn.gov.hanoi.evaluation.reorganisation.PlanPostRepository.ids;
import static vn.gov.hanoi.evaluation.reorganisation.PlanPostRepository.run;
import static vn.gov.hanoi.evaluation.reorganisation.PlanPostRepository.touch;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.timeline.Stamp;

/**
 * Undoes a plan. Stamps are unique, so the rows that a plan recorded and those that it superseded are known by its moment; the first are
 * superseded and the second recorded again. Both stay readable as known in between.
 */
@ApplicationScoped
class PlanUndoRepository {
    private static final String TOUCHED_SINCE = """
            select s.unit_id from unit_states s where s.plan_id = ? and s.recorded_at = ? and s.superseded_at is not null
            union select c.unit_id from unit_codes c where c.plan_id = ? and c.recorded_at = ? and c.superseded_at is not null
            union select a.unit_id from assignments a where a.plan_id = ? and a.recorded_at = ? and a.superseded_at is not null
            union select a.unit_id from assignments a where a.unit_id = any (?) and a.superseded_at is null and a.recorded_at > ?
            union select s.parent_id from unit_states s where s.parent_id = any (?) and s.superseded_at is null and s.recorded_at > ?
            union select d.unit_id from delegations d where d.unit_id = any (?) and d.superseded_at is null and d.recorded_at > ?
            limit 100""";
    private static final String UNITS =
            "select distinct unit_id from unit_states where plan_id = ? and recorded_at = ? or superseding_plan_id = ? and superseded_at = ?";
    private static final String OFFICERS = """
            select distinct officer_id from assignments
            where plan_id = ? and recorded_at = ? or superseding_plan_id = ? and superseded_at = ?""";
    private static final String WITHDRAW = """
            update %s set superseded_at = ?, superseded_by = ?, superseding_plan_id = ?
            where plan_id = ? and recorded_at = ? and superseded_at is null""";
    private static final List<String> PLAIN = List.of("unit_successions", "unit_handovers");
    private static final String WITHDRAW_PLAIN = """
            update %s set superseded_at = ?, superseded_by = ? where plan_id = ? and recorded_at = ? and superseded_at is null""";
    private static final String RESTORE_STATES = """
            insert into unit_states (id, unit_id, name, name_key, search_key, type, parent_id, valid_from, valid_to, plan_id, recorded_at, recorded_by)
            select gen_random_uuid(), unit_id, name, name_key, search_key, type, parent_id, valid_from, valid_to, plan_id, ?, ?
            from unit_states where superseding_plan_id = ? and superseded_at = ?""";
    private static final String RESTORE_CODES = """
            insert into unit_codes (id, unit_id, scheme, code, code_key, valid_from, valid_to, plan_id, recorded_at, recorded_by)
            select gen_random_uuid(), unit_id, scheme, code, code_key, valid_from, valid_to, plan_id, ?, ?
            from unit_codes where superseding_plan_id = ? and superseded_at = ?""";
    private static final String RESTORE_POSTS = """
            insert into assignments (id, officer_id, unit_id, position, title, leader, main, valid_from, valid_to, decision_number,
                category, kind, plan_id, recorded_at, recorded_by)
            select id, officer_id, unit_id, position, title, leader, main, valid_from, valid_to, decision_number, category, kind, plan_id, ?, ?
            from assignments where superseding_plan_id = ? and superseded_at = ?""";
    private static final String WITHDRAW_DELEGATIONS = """
            update delegations set superseded_at = ?, superseded_by = ? where recorded_at = ? and superseded_at is null""";
    private static final String RESTORE_DELEGATIONS = """
            insert into delegations (id, from_officer_id, to_officer_id, unit_id, actions, may_redelegate, parent_id, valid_from, valid_to,
                decision_number, recorded_at, recorded_by, version)
            select id, from_officer_id, to_officer_id, unit_id, actions, may_redelegate, parent_id, valid_from, valid_to,
                decision_number, ?, ?, version + 2 from delegations where superseded_at = ?""";

    private final DataSource database;

    PlanUndoRepository(DataSource database) {
        this.database = database;
    }

    /** What an undone plan had changed. */
    record Undone(Set<UUID> units, Set<UUID> officers) {}

    /** Units about which something was recorded on top of the plan; a plan with such units cannot be undone. */
    List<UUID> touchedSince(Plan plan) {
        var at = moment(plan);
        var made = plan.refs().values().toArray(UUID[]::new);
        try (var connection = database.getConnection()) {
            return ids(
                    connection,
                    TOUCHED_SINCE,
                    plan.id(),
                    at,
                    plan.id(),
                    at,
                    plan.id(),
                    at,
                    made,
                    at,
                    made,
                    at,
                    made,
                    at);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    Undone undo(Plan plan, Stamp stamp) {
        var at = moment(plan);
        var now = stamp.moment();
        var id = plan.id();
        try (var connection = database.getConnection()) {
            var units = new HashSet<>(ids(connection, UNITS, id, at, id, at));
            var officers = new HashSet<>(ids(connection, OFFICERS, id, at, id, at));
            for (var table : List.of("unit_states", "unit_codes", "assignments")) {
                run(connection, WITHDRAW.formatted(table), now, stamp.by(), id, id, at);
            }
            for (var table : PLAIN) {
                run(connection, WITHDRAW_PLAIN.formatted(table), now, stamp.by(), id, at);
            }
            for (var restore : List.of(RESTORE_STATES, RESTORE_CODES, RESTORE_POSTS)) {
                run(connection, restore, now, stamp.by(), id, at);
            }
            delegations(connection, stamp, at);
            touch(connection, officers, stamp);
            return new Undone(units, officers);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void delegations(Connection connection, Stamp stamp, OffsetDateTime at) throws SQLException {
        run(connection, WITHDRAW_DELEGATIONS, stamp.moment(), stamp.by(), at);
        run(connection, RESTORE_DELEGATIONS, stamp.moment(), stamp.by(), at);
    }

    private static OffsetDateTime moment(Plan plan) {
        return OffsetDateTime.ofInstant(Objects.requireNonNull(plan.applied()).at(), ZoneOffset.UTC);
    }

    private static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException("a plan cannot be undone", cause);
    }
}
