package vn.gov.hanoi.evaluation.unit;

import static vn.gov.hanoi.evaluation.timeline.RowRepository.column;
import static vn.gov.hanoi.evaluation.timeline.RowRepository.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.text.VietnameseText;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.timeline.Span;
import vn.gov.hanoi.evaluation.timeline.Stamp;
import vn.gov.hanoi.evaluation.timeline.Timeline;
import vn.gov.hanoi.evaluation.timeline.Validity;

/**
 * Loads units with all their days, and records what has changed of them: rows that no longer hold are superseded, new ones are added,
 * the tree follows. One statement per table, however many units.
 */
@ApplicationScoped
public class UnitRepository {
    private static final String INSERT_UNITS = """
            insert into units (id, root, began_on, ended_on, version, created_at, created_by, changed_at, changed_by)
            select id, root, began_on, ended_on, 1, ?, ?, ?, ?
            from unnest(?::uuid[], ?::boolean[], ?::date[], ?::date[]) as n (id, root, began_on, ended_on)""";
    private static final String UPDATE_UNITS = """
            update units u set began_on = n.began_on, ended_on = n.ended_on, version = n.version, changed_at = ?, changed_by = ?
            from unnest(?::uuid[], ?::bigint[], ?::date[], ?::date[]) as n (id, version, began_on, ended_on) where u.id = n.id""";

    private final DataSource database;
    private final UnitTreeRepository tree;
    private final UnitRowRepository rows;

    UnitRepository(DataSource database, UnitTreeRepository tree, UnitRowRepository rows) {
        this.database = database;
        this.tree = tree;
        this.rows = rows;
    }

    /** A unit before and after a change. */
    public record Change(Unit before, Unit after) {}

    boolean isDirectoryEmpty() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select not exists (select 1 from units)");
                var row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    public Optional<Unit> find(UUID id) {
        return Optional.ofNullable(load(List.of(id), null).get(id));
    }

    /** The units with these ids as now recorded, or as recorded at a moment; those not recorded then are missing. */
    public Map<UUID, Unit> load(Collection<UUID> ids, @Nullable Moment moment) {
        var known = moment == null ? "superseded_at is null" : Query.known("r");
        var states = new HashMap<UUID, List<Span<UnitState>>>();
        var codes = new HashMap<UUID, Map<CodeScheme, List<Span<String>>>>();
        var found = new HashMap<UUID, Unit>();
        var wanted = ids.stream().distinct().toArray(UUID[]::new);
        try (var connection = database.getConnection()) {
            var select =
                    "select unit_id, valid_from, valid_to, name, type, parent_id from unnest(?::uuid[]) as w (id) join unit_states r on unit_id = w.id where ";
            read(connection, new Query(select + known, List.of((Object) wanted), moment), row -> states.computeIfAbsent(
                            row.getObject(1, UUID.class), _ -> new ArrayList<>())
                    .add(new Span<>(validity(row), state(row))));
            select =
                    "select unit_id, valid_from, valid_to, scheme, code from unnest(?::uuid[]) as w (id) join unit_codes r on unit_id = w.id where ";
            read(connection, new Query(select + known, List.of((Object) wanted), moment), row -> codes.computeIfAbsent(
                            row.getObject(1, UUID.class), _ -> new EnumMap<>(CodeScheme.class))
                    .computeIfAbsent(CodeScheme.valueOf(row.getString(4)), _ -> new ArrayList<>())
                    .add(new Span<>(validity(row), row.getString(5))));
            read(
                    connection,
                    new Query(
                            "select u.id, u.version from unnest(?::uuid[]) as w (id) join units u on u.id = w.id",
                            List.of((Object) wanted),
                            null),
                    row -> {
                        var id = row.getObject(1, UUID.class);
                        if (states.containsKey(id)) {
                            var lines = new EnumMap<CodeScheme, Timeline<String>>(CodeScheme.class);
                            codes.getOrDefault(id, Map.of())
                                    .forEach((scheme, spans) -> lines.put(scheme, new Timeline<>(spans)));
                            found.put(id, new Unit(id, row.getLong(2), new Timeline<>(states.get(id)), lines));
                        }
                    });
        } catch (SQLException e) {
            throw failed(e);
        }
        return found;
    }

    private static UnitState state(ResultSet row) throws SQLException {
        return new UnitState(row.getString(4), UnitType.valueOf(row.getString(5)), row.getObject(6, UUID.class));
    }

    private static Validity validity(ResultSet row) throws SQLException {
        return new Validity(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class));
    }

    /** Records new units; a parent may be among them. Nobody has a post there yet. Refusals: unit.parent-not-in-force, unit.cycle. */
    public void insertAll(List<Unit> units, Stamp stamp, @Nullable UUID planId) {
        if (units.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT_UNITS)) {
            insert.setObject(1, stamp.moment());
            insert.setString(2, stamp.by());
            insert.setObject(3, stamp.moment());
            insert.setString(4, stamp.by());
            insert.setArray(5, column(connection, "uuid", units, Unit::id));
            insert.setArray(6, column(connection, "bool", units, Unit::isRoot));
            insert.setArray(
                    7, column(connection, "date", units, unit -> unit.states().begin()));
            insert.setArray(
                    8, column(connection, "date", units, unit -> unit.states().end()));
            insert.executeUpdate();
            rows.insertStates(
                    connection,
                    units.stream().flatMap(unit -> StateRow.of(unit).stream()).toList(),
                    stamp,
                    planId);
            rows.insertCodes(
                    connection,
                    units.stream().flatMap(unit -> CodeRow.of(unit).stream()).toList(),
                    stamp,
                    planId);
        } catch (SQLException e) {
            throw failed(e);
        }
        tree.follow(ids(units), stamp);
    }

    /** Records a change of a unit; who is listed below whom follows. Refusals: unit.parent-not-in-force, unit.cycle. */
    void update(Change change, Stamp stamp) {
        listAgain(updateAll(List.of(change), stamp, null), Set.of());
    }

    /**
     * Records changes of units. Refusals: unit.parent-not-in-force, unit.cycle.
     *
     * @return units for {@link #listAgain}, which the caller owes
     */
    public Set<UUID> updateAll(List<Change> changes, Stamp stamp, @Nullable UUID planId) {
        if (changes.isEmpty()) {
            return Set.of();
        }
        var after = changes.stream().map(Change::after).toList();
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(UPDATE_UNITS)) {
            update.setObject(1, stamp.moment());
            update.setString(2, stamp.by());
            update.setArray(3, column(connection, "uuid", after, Unit::id));
            update.setArray(4, column(connection, "bigint", after, Unit::version));
            update.setArray(
                    5, column(connection, "date", after, unit -> unit.states().begin()));
            update.setArray(
                    6, column(connection, "date", after, unit -> unit.states().end()));
            update.executeUpdate();
            var states = new RowChanges<StateRow>();
            var codes = new RowChanges<CodeRow>();
            for (var change : changes) {
                states.add(StateRow.of(change.before()), StateRow.of(change.after()));
                codes.add(CodeRow.of(change.before()), CodeRow.of(change.after()));
            }
            rows.supersedeStates(connection, states.gone(), stamp, planId);
            rows.insertStates(connection, states.fresh(), stamp, planId);
            rows.supersedeCodes(connection, codes.gone(), stamp, planId);
            rows.insertCodes(connection, codes.fresh(), stamp, planId);
        } catch (SQLException e) {
            throw failed(e);
        }
        return tree.follow(ids(after), stamp);
    }

    /** Brings officer_scopes, from which lists are read, in step for these officers and all who have posts in these units. */
    public void listAgain(Set<UUID> units, Set<UUID> officers) {
        List<Object> values = List.of(units.toArray(UUID[]::new), officers.toArray(UUID[]::new));
        try (var connection = database.getConnection();
                var statement = new Query("select list_officers_again(?, ?)", values, null).prepare(connection)) {
            statement.execute();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Brings identity and tree in step with states that were recorded past the aggregate. Refusals and answer as {@link #updateAll}.
     */
    public Set<UUID> refresh(Set<UUID> ids, Stamp stamp) {
        var sql = """
                update units u set version = u.version + 1, changed_at = ?, changed_by = ?,
                    began_on = coalesce(s.began_on, u.began_on), ended_on = case when s.began_on is null then u.began_on else s.ended_on end
                from unnest(?::uuid[]) as n (id) left join lateral (select min(r.valid_from) as began_on,
                        case when bool_or(r.valid_to is null) then null else max(r.valid_to) end as ended_on
                    from unit_states r where r.unit_id = n.id and r.superseded_at is null) s on true
                where u.id = n.id""";
        try (var connection = database.getConnection();
                var statement = new Query(sql, List.of(stamp.moment(), stamp.by(), ids.toArray(UUID[]::new)), null)
                        .prepare(connection)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
        return tree.follow(ids, stamp);
    }

    /** Rows that a set of changes ends and begins; what stays the same is in neither. */
    private static final class RowChanges<R> {
        private final List<R> gone = new ArrayList<>();
        private final List<R> fresh = new ArrayList<>();

        void add(List<R> before, List<R> after) {
            var kept = new HashSet<>(before);
            kept.retainAll(after);
            before.stream().filter(row -> !kept.contains(row)).forEach(gone::add);
            after.stream().filter(row -> !kept.contains(row)).forEach(fresh::add);
        }

        List<R> gone() {
            return gone;
        }

        List<R> fresh() {
            return fresh;
        }
    }

    /** A row of unit_states. */
    record StateRow(UUID unitId, Validity validity, UnitState state) {
        static List<StateRow> of(Unit unit) {
            return unit.states().spans().stream()
                    .map(span -> new StateRow(unit.id(), span.validity(), span.content()))
                    .toList();
        }

        String searchKey() {
            return VietnameseText.fold(state.name());
        }
    }

    /** A row of unit_codes. */
    record CodeRow(UUID unitId, CodeScheme scheme, Validity validity, String code) {
        static List<CodeRow> of(Unit unit) {
            return unit.codes().entrySet().stream()
                    .flatMap(entry -> entry.getValue().spans().stream()
                            .map(span -> new CodeRow(unit.id(), entry.getKey(), span.validity(), span.content())))
                    .toList();
        }
    }

    private static Set<UUID> ids(List<Unit> units) {
        var ids = new HashSet<UUID>();
        units.forEach(unit -> ids.add(unit.id()));
        return ids;
    }

    private static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException("units cannot be read or written", cause);
    }
}
