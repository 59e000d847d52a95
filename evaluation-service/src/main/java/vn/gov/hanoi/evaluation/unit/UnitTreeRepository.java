package vn.gov.hanoi.evaluation.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.problem.EvaluationProblem;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.timeline.Stamp;
import vn.gov.hanoi.kernel.problem.Refusal;
import vn.gov.hanoi.kernel.problem.Refused;

/**
 * Keeps the closure of the tree in step with the states. After a change the paths of the changed units and of everything below them
 * are computed anew; only paths that differ are superseded and added. Every unit must then reach the City on each of its days.
 */
@ApplicationScoped
class UnitTreeRepository {
    /** Changed units and all that is or was to be below them on any day. */
    private static final String AFFECTED = """
            select array_agg(distinct unit_id) from (
                select unnest(?::uuid[]) as unit_id
                union all
                select unit_id from unit_ancestors where ancestor_id = any (?) and superseded_at is null) affected""";

    private static final String PATHS = """
            with recursive up as (
                select unit_id, unit_id as ancestor_id, 0 as depth, valid_from, valid_to
                from unit_states where superseded_at is null and unit_id = any (?)
                union all
                select up.unit_id, s.parent_id, up.depth + 1, greatest(up.valid_from, s.valid_from), least(up.valid_to, s.valid_to)
                from up join unit_states s on s.unit_id = up.ancestor_id and s.superseded_at is null and s.parent_id is not null
                    and s.valid_from < coalesce(up.valid_to, 'infinity') and up.valid_from < coalesce(s.valid_to, 'infinity')
                where up.depth <= 20
            )""";

    /** A path that comes back to its beginning, or one deeper than any real tree. */
    private static final String CYCLE =
            PATHS + " select 1 from up where depth > 20 or depth > 0 and ancestor_id = unit_id limit 1";

    private static final String FOLLOW = PATHS + """
            , fresh as (
                select unit_id, ancestor_id, depth, lower(r) as valid_from, upper(r) as valid_to
                from (select unit_id, ancestor_id, depth, unnest(range_agg(daterange(valid_from, valid_to))) as r
                    from up where ancestor_id is not null group by unit_id, ancestor_id, depth) merged
            ), old as (
                select * from unit_ancestors where unit_id = any (?) and superseded_at is null
            ), gone as (
                update unit_ancestors a set superseded_at = ?
                from old o
                where a.ancestor_id = o.ancestor_id and a.unit_id = o.unit_id and a.valid_from = o.valid_from and a.recorded_at = o.recorded_at
                    and not exists (select 1 from fresh f where f.unit_id = o.unit_id and f.ancestor_id = o.ancestor_id
                        and f.depth = o.depth and f.valid_from = o.valid_from and f.valid_to is not distinct from o.valid_to)
                returning a.unit_id
            ), added as (
                insert into unit_ancestors (ancestor_id, unit_id, depth, valid_from, valid_to, recorded_at)
                select f.ancestor_id, f.unit_id, f.depth, f.valid_from, f.valid_to, ?
                from fresh f
                where not exists (select 1 from old o where f.unit_id = o.unit_id and f.ancestor_id = o.ancestor_id
                    and f.depth = o.depth and f.valid_from = o.valid_from and f.valid_to is not distinct from o.valid_to)
                returning unit_id
            )
            select array_agg(unit_id) from (select unit_id from gone union select unit_id from added) differing""";

    /** Units that on some of their days do not reach the City, with the first such day. */
    private static final String LOST = """
            select s.unit_id, lower(s.days - coalesce(a.days, '{}'::datemultirange))
            from (select unit_id, range_agg(daterange(valid_from, valid_to)) as days from unit_states
                where superseded_at is null and unit_id = any (?) group by unit_id) s
            left join (select a.unit_id, range_agg(daterange(a.valid_from, a.valid_to)) as days
                from unit_ancestors a join units c on c.id = a.ancestor_id and c.root
                where a.superseded_at is null and a.unit_id = any (?) group by a.unit_id) a on a.unit_id = s.unit_id
            where a.days is distinct from s.days limit 100""";

    private final DataSource database;

    UnitTreeRepository(DataSource database) {
        this.database = database;
    }

    /**
     * Refusals: unit.cycle, unit.parent-not-in-force with the unit and the first day on which its parent is missing.
     *
     * @return units whose paths are others now; who has posts there must be listed again
     */
    Set<UUID> follow(Set<UUID> changed, Stamp stamp) {
        var ids = changed.toArray(UUID[]::new);
        try (var connection = database.getConnection()) {
            var affected = array(connection, AFFECTED, List.of(ids, ids));
            refuseCycle(connection, affected);
            var differing = array(connection, FOLLOW, List.of(affected, affected, stamp.moment(), stamp.moment()));
            refuseLost(connection, affected);
            return Set.of(differing);
        } catch (SQLException e) {
            throw new IllegalStateException("the tree cannot be written", e);
        }
    }

    private static UUID[] array(Connection connection, String sql, List<Object> values) throws SQLException {
        try (var statement = new Query(sql, values, null).prepare(connection);
                var row = statement.executeQuery()) {
            row.next();
            var array = row.getArray(1);
            return array == null ? new UUID[0] : (UUID[]) array.getArray();
        }
    }

    private static void refuseCycle(Connection connection, UUID[] affected) throws SQLException {
        try (var statement = new Query(CYCLE, List.of((Object) affected), null).prepare(connection);
                var row = statement.executeQuery()) {
            if (row.next()) {
                throw new Refused(EvaluationProblem.UNIT_CYCLE);
            }
        }
    }

    private static void refuseLost(Connection connection, UUID[] affected) throws SQLException {
        var refusals = new ArrayList<Refusal>();
        try (var statement = new Query(LOST, List.of(affected, affected), null).prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                refusals.add(Refusal.of(
                        EvaluationProblem.UNIT_PARENT_NOT_IN_FORCE,
                        "validFrom",
                        rows.getString(2),
                        "unitId",
                        rows.getString(1)));
            }
        }
        Refused.ifAny(refusals);
    }
}
