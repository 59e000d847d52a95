package vn.gov.hanoi.evaluation.reorganisation;

import static vn.gov.hanoi.evaluation.timeline.RowRepository.column;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.timeline.Stamp;
import vn.gov.hanoi.kernel.id.Ids;

/** Moves posts, lineage and hand-overs of a plan: each table by one statement, however many rows. */
@ApplicationScoped
class PlanPostRepository {
    private static final String SUPERSEDE = """
            update assignments set superseded_at = ?, superseded_by = ?, superseding_plan_id = ?
            where id = any (?) and superseded_at is null""";
    /** The part before the day stays where it was. */
    private static final String KEEP_BEFORE = """
            insert into assignments (id, officer_id, unit_id, position, title, leader, main, valid_from, valid_to, decision_number,
                category, kind, plan_id, recorded_at, recorded_by)
            select id, officer_id, unit_id, position, title, leader, main, valid_from, ?, decision_number, category, kind, ?, ?, ?
            from assignments where superseding_plan_id = ? and superseded_at = ? and valid_from < ?""";
    /** The part from the day on goes to the new unit, as a new post if the old one has begun. */
    private static final String PLACE_AFTER = """
            insert into assignments (id, officer_id, unit_id, position, title, leader, main, valid_from, valid_to, decision_number,
                category, kind, plan_id, recorded_at, recorded_by)
            select case when a.valid_from < ? then m.new_id else a.id end, a.officer_id, m.unit_id, m.position, m.title, m.leader, a.main,
                greatest(a.valid_from, ?), a.valid_to, ?, a.category,
                case when a.kind = 'ACTING' and m.position <> 'HEAD' then case when a.main then 'REGULAR' else 'CONCURRENT' end else a.kind end,
                ?, ?, ?
            from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::boolean[]) as m (id, new_id, unit_id, position, title, leader)
            join assignments a on a.id = m.id and a.superseding_plan_id = ? and a.superseded_at = ?""";

    private static final String TOUCH_OFFICERS = """
            update officers o set version = o.version + 1, changed_at = ?, changed_by = ?,
                ended_on = (select case when bool_or(a.valid_to is null) then null else max(a.valid_to) end
                    from assignments a where a.officer_id = o.id and a.superseded_at is null)
            where o.id = any (?)""";
    private static final String END_DELEGATIONS = """
            with gone as (
                update delegations set superseded_at = ?, superseded_by = ?
                where superseded_at is null and unit_id = any (?) and (valid_to is null or valid_to > ?)
                returning *)
            insert into delegations (id, from_officer_id, to_officer_id, unit_id, actions, may_redelegate, parent_id, valid_from, valid_to,
                decision_number, recorded_at, recorded_by, version)
            select id, from_officer_id, to_officer_id, unit_id, actions, may_redelegate, parent_id, valid_from, ?,
                decision_number, ?, ?, version + 1 from gone where valid_from < ?""";
    private static final String SUCCEED = """
            insert into unit_successions (id, from_unit_id, to_unit_id, share, effective_on, decision_number, plan_id, recorded_at, recorded_by)
            select gen_random_uuid(), *, ?, ?, ?, ?, ? from unnest(?::uuid[], ?::uuid[], ?::numeric[])""";
    private static final String HAND_OVER = """
            insert into unit_handovers (id, from_unit_id, to_unit_id, effective_on, decision_number, plan_id, recorded_at, recorded_by)
            select gen_random_uuid(), *, ?, ?, ?, ?, ? from unnest(?::uuid[], ?::uuid[])""";

    private final DataSource database;

    PlanPostRepository(DataSource database) {
        this.database = database;
    }

    /** @return officers whose posts changed */
    Set<UUID> move(Plan plan, List<Move> moves, Stamp stamp) {
        var officers = new java.util.TreeSet<UUID>();
        moves.forEach(move -> officers.add(move.post().officerId()));
        var day = plan.head().effectiveOn();
        var at = stamp.moment();
        var ids = moves.stream().map(move -> move.post().id()).toArray(UUID[]::new);
        try (var connection = database.getConnection()) {
            run(connection, SUPERSEDE, at, stamp.by(), plan.id(), ids);
            run(connection, KEEP_BEFORE, day, plan.id(), at, stamp.by(), plan.id(), at, day);
            place(
                    connection,
                    plan,
                    moves.stream().filter(move -> move.to() != null).toList(),
                    stamp);
            touch(connection, officers, stamp);
        } catch (SQLException e) {
            throw failed(e);
        }
        return officers;
    }

    private static void place(Connection connection, Plan plan, List<Move> moves, Stamp stamp) throws SQLException {
        var day = plan.head().effectiveOn();
        try (var insert = connection.prepareStatement(PLACE_AFTER)) {
            insert.setObject(1, day);
            insert.setObject(2, day);
            insert.setString(3, plan.head().decision().number());
            insert.setObject(4, plan.id());
            insert.setObject(5, stamp.moment());
            insert.setString(6, stamp.by());
            insert.setArray(
                    7, column(connection, "uuid", moves, move -> move.post().id()));
            insert.setArray(8, column(connection, "uuid", moves, _ -> Ids.next()));
            insert.setArray(9, column(connection, "uuid", moves, Move::to));
            insert.setArray(10, column(connection, "text", moves, Move::position));
            insert.setArray(11, column(connection, "text", moves, Move::title));
            insert.setArray(12, column(connection, "bool", moves, Move::leader));
            insert.setObject(13, plan.id());
            insert.setObject(14, stamp.moment());
            insert.executeUpdate();
        }
    }

    /** Delegations in dissolved units end with them; hand-overs name who goes on with the work. */
    void endDelegations(Plan plan, Set<UUID> dissolved, Stamp stamp) {
        var day = plan.head().effectiveOn();
        var at = stamp.moment();
        try (var connection = database.getConnection()) {
            run(
                    connection,
                    END_DELEGATIONS,
                    at,
                    stamp.by(),
                    dissolved.toArray(UUID[]::new),
                    day,
                    day,
                    at,
                    stamp.by(),
                    day);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Records the lineage and the hand-overs of the plan. */
    void succeed(Plan plan, Stamp stamp) {
        var content = plan.content();
        var refs = plan.refs();
        try (var connection = database.getConnection()) {
            try (var insert = prepared(connection, SUCCEED, plan, stamp)) {
                var rows = content.successions();
                insert.setArray(6, column(connection, "uuid", rows, PlanContent.Succession::fromUnitId));
                insert.setArray(
                        7, column(connection, "uuid", rows, row -> row.to().resolve(refs)));
                insert.setArray(8, column(connection, "numeric", rows, PlanContent.Succession::share));
                insert.executeUpdate();
            }
            try (var insert = prepared(connection, HAND_OVER, plan, stamp)) {
                var rows = content.handovers();
                insert.setArray(6, column(connection, "uuid", rows, PlanContent.Handover::fromUnitId));
                insert.setArray(
                        7, column(connection, "uuid", rows, row -> row.to().resolve(refs)));
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static java.sql.PreparedStatement prepared(Connection connection, String sql, Plan plan, Stamp stamp)
            throws SQLException {
        var insert = connection.prepareStatement(sql);
        insert.setObject(1, plan.head().effectiveOn());
        insert.setString(2, plan.head().decision().number());
        insert.setObject(3, plan.id());
        insert.setObject(4, stamp.moment());
        insert.setString(5, stamp.by());
        return insert;
    }

    /** Gives officers a new version. */
    static void touch(Connection connection, Set<UUID> officers, Stamp stamp) throws SQLException {
        run(connection, TOUCH_OFFICERS, stamp.moment(), stamp.by(), officers.toArray(UUID[]::new));
    }

    static void run(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var statement = new Query(sql, Arrays.asList(values), null).prepare(connection)) {
            statement.executeUpdate();
        }
    }

    static List<UUID> ids(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        var found = new ArrayList<UUID>();
        try (var statement = new Query(sql, Arrays.asList(values), null).prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
        }
        return found;
    }

    private static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException("posts of a plan cannot be written", cause);
    }
}
