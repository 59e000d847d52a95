package vn.gov.hanoi.evaluation.authority;

import static vn.gov.hanoi.evaluation.timeline.RowRepository.column;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.Span;
import vn.gov.hanoi.evaluation.timeline.Stamp;
import vn.gov.hanoi.evaluation.timeline.Timeline;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.evaluation.unit.Unit;
import vn.gov.hanoi.evaluation.unit.UnitRepository;
import vn.gov.hanoi.evaluation.unit.UnitState;
import vn.gov.hanoi.evaluation.unit.UnitType;

/**
 * Writes histories into the tables, each a second after the one before and in its place. Units go through the repository, which keeps
 * the tree; posts and delegations are written as sets.
 */
record RecordedHistory(DataSource database, UnitRepository units, UUID city) {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final String OFFICERS = """
            insert into officers (id, officer_code, created_at, created_by, changed_at, changed_by)
            select id, code, now(), 'test', now(), 'test' from unnest(?::uuid[], ?::text[]) as n (id, code)""";

    private static final String POSTS = """
            insert into assignments (recorded_at, superseded_at, recorded_by, superseded_by, category, title, decision_number,
                id, officer_id, unit_id, position, kind, leader, main, valid_from, valid_to)
            select ?::timestamptz, ?::timestamptz, 'test', ?, 'CIVIL_SERVANT', 'Chuyên viên', '1/QĐ', *
            from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::boolean[], ?::boolean[], ?::date[], ?::date[])""";

    private static final String DELEGATIONS = """
            insert into delegations (recorded_at, superseded_at, recorded_by, superseded_by,
                id, from_officer_id, to_officer_id, unit_id, actions, may_redelegate, parent_id, decision_number, valid_from, valid_to)
            select ?::timestamptz, ?::timestamptz, 'test', ?, id, giver, receiver, unit, string_to_array(actions, ','), again, parent,
                number, valid_from, valid_to
            from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::boolean[], ?::uuid[], ?::text[], ?::date[], ?::date[])
                as n (id, giver, receiver, unit, actions, again, parent, number, valid_from, valid_to)""";

    /** @param begin moment of the first recording */
    void record(List<History> versions, Instant begin) {
        recordUnits(versions, begin);
        try (var connection = database.getConnection()) {
            insertOfficers(connection, versions.getFirst().officers());
            for (int version = 0; version < versions.size(); version++) {
                var from = begin.plusSeconds(version);
                var until = version + 1 == versions.size() ? null : from.plusSeconds(1);
                insertPosts(connection, versions.get(version).posts(), from, until);
                insertDelegations(connection, versions.get(version).delegations(), from, until);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void recordUnits(List<History> versions, Instant begin) {
        var before = new ArrayList<Unit>();
        for (int version = 0; version < versions.size(); version++) {
            var after = recordable(versions.get(version), version + 1);
            var stamp = new Stamp(begin.plusSeconds(version), "test");
            if (before.isEmpty()) {
                units.insertAll(after, stamp, null);
            } else {
                var changes = new ArrayList<UnitRepository.Change>();
                for (int i = 0; i < after.size(); i++) {
                    changes.add(new UnitRepository.Change(before.get(i), after.get(i)));
                }
                units.updateAll(changes, stamp, null);
            }
            before.clear();
            before.addAll(after);
        }
    }

    private List<Unit> recordable(History history, long version) {
        var recordable = new ArrayList<Unit>();
        for (int unit = 0; unit < history.units().size(); unit++) {
            var id = history.units().get(unit);
            var spans = new ArrayList<Span<UnitState>>();
            for (int day = 0; day < History.DAYS; day++) {
                var parent = history.parents().get(unit).get(day);
                if (parent != null) {
                    var state = new UnitState("Phòng", UnitType.DIVISION, parent.equals(id) ? city : parent);
                    spans.add(new Span<>(new Validity(History.day(day), History.day(day + 1)), state));
                }
            }
            recordable.add(new Unit(id, version, new Timeline<>(spans), Map.of()));
        }
        return recordable;
    }

    private static void insertOfficers(Connection connection, List<UUID> officers) throws SQLException {
        try (var insert = connection.prepareStatement(OFFICERS)) {
            insert.setArray(1, column(connection, "uuid", officers, Function.identity()));
            insert.setArray(2, column(connection, "text", officers, _ -> "RH" + NUMBER.incrementAndGet()));
            insert.executeUpdate();
        }
    }

    private static void insertPosts(
            Connection connection, List<History.Post> posts, Instant from, @Nullable Instant until)
            throws SQLException {
        try (var insert = connection.prepareStatement(POSTS)) {
            insert.setString(1, from.toString());
            insert.setString(2, until == null ? null : until.toString());
            insert.setString(3, until == null ? null : "test");
            insert.setArray(4, column(connection, "uuid", posts, History.Post::id));
            insert.setArray(5, column(connection, "uuid", posts, History.Post::officer));
            insert.setArray(6, column(connection, "uuid", posts, History.Post::unit));
            insert.setArray(7, column(connection, "text", posts, post -> post.head() ? "HEAD" : "STAFF"));
            insert.setArray(8, column(connection, "text", posts, post -> post.acting() ? "ACTING" : "REGULAR"));
            insert.setArray(9, column(connection, "boolean", posts, History.Post::head));
            insert.setArray(10, column(connection, "boolean", posts, post -> !post.head()));
            insert.setArray(11, column(connection, "date", posts, post -> post.validity()
                    .from()));
            insert.setArray(12, column(connection, "date", posts, post -> post.validity()
                    .to()));
            insert.executeUpdate();
        }
    }

    private static void insertDelegations(
            Connection connection, List<Delegation> orders, Instant from, @Nullable Instant until) throws SQLException {
        try (var insert = connection.prepareStatement(DELEGATIONS)) {
            insert.setString(1, from.toString());
            insert.setString(2, until == null ? null : until.toString());
            insert.setString(3, until == null ? null : "test");
            insert.setArray(4, column(connection, "uuid", orders, Delegation::id));
            insert.setArray(5, column(connection, "uuid", orders, Delegation::fromOfficerId));
            insert.setArray(6, column(connection, "uuid", orders, Delegation::toOfficerId));
            insert.setArray(7, column(connection, "uuid", orders, Delegation::unitId));
            insert.setArray(8, column(connection, "text", orders, order -> String.join(",", order.actions())));
            insert.setArray(9, column(connection, "boolean", orders, Delegation::mayRedelegate));
            insert.setArray(10, column(connection, "uuid", orders, Delegation::parentId));
            insert.setArray(11, column(connection, "text", orders, Delegation::decisionNumber));
            insert.setArray(12, column(connection, "date", orders, order -> order.validity()
                    .from()));
            insert.setArray(13, column(connection, "date", orders, order -> order.validity()
                    .to()));
            insert.executeUpdate();
        }
    }
}
