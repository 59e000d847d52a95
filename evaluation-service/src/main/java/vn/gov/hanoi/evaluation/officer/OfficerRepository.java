package vn.gov.hanoi.evaluation.officer;

import static vn.gov.hanoi.evaluation.timeline.RowRepository.column;
import static vn.gov.hanoi.evaluation.timeline.RowRepository.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.officer.OfficerRowRepository.PostRow;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.timeline.Stamp;
import vn.gov.hanoi.evaluation.timeline.Validity;

/**
 * Loads officers with all their posts, and records what has changed of them: rows that no longer hold are superseded, new ones are
 * added. One statement per table, however many officers.
 */
@ApplicationScoped
class OfficerRepository {
    private static final String OFFICERS = """
            select r.id, r.unit_id, r.position, r.title, r.leader, r.main, r.kind, r.category, r.valid_from, r.valid_to, r.decision_number,
                o.id, o.officer_code, o.version, s.full_name, s.birth_date, s.sex, s.number_sealed, s.number_index
            from unnest(?::uuid[]) as w (id)
            join officers o on o.id = w.id
            join officer_states s on s.officer_id = w.id and %s
            join assignments r on r.officer_id = w.id and %s""";
    private static final String INSERT_OFFICERS = """
            insert into officers (id, officer_code, ended_on, version, created_at, created_by, changed_at, changed_by)
            select id, officer_code, ended_on, 1, ?, ?, ?, ?
            from unnest(?::uuid[], ?::text[], ?::date[]) as n (id, officer_code, ended_on)""";
    private static final String UPDATE_OFFICERS = """
            update officers o set ended_on = n.ended_on, version = n.version, changed_at = ?, changed_by = ?
            from unnest(?::uuid[], ?::bigint[], ?::date[]) as n (id, version, ended_on) where o.id = n.id""";

    private final DataSource database;
    private final OfficerRowRepository rows;

    OfficerRepository(DataSource database, OfficerRowRepository rows) {
        this.database = database;
        this.rows = rows;
    }

    /** An officer before and after a change. */
    record Change(Officer before, Officer after) {}

    Optional<Officer> find(UUID id) {
        return Optional.ofNullable(load(List.of(id), null).get(id));
    }

    /** The officers with these ids as now recorded, or as recorded at a moment; those not recorded then are missing. */
    Map<UUID, Officer> load(Collection<UUID> ids, @Nullable Moment moment) {
        var sql = moment == null
                ? OFFICERS.formatted("s.superseded_at is null", "r.superseded_at is null")
                : OFFICERS.formatted(Query.known("s"), Query.known("r"));
        List<Object> wanted = List.of((Object) ids.stream().distinct().toArray(UUID[]::new));
        var loaded = new HashMap<UUID, Loaded>();
        try (var connection = database.getConnection()) {
            read(connection, new Query(sql, wanted, moment), row -> {
                var id = row.getObject(12, UUID.class);
                var officer = loaded.get(id);
                if (officer == null) {
                    officer = new Loaded(id, row.getString(13), row.getLong(14), identity(row), new ArrayList<>());
                    loaded.put(id, officer);
                }
                officer.posts().add(post(row));
            });
        } catch (SQLException e) {
            throw failed(e);
        }
        var found = new HashMap<UUID, Officer>();
        loaded.forEach((id, each) -> found.put(id, each.officer()));
        return found;
    }

    /** An officer whose posts are still being read. */
    private record Loaded(UUID id, String officerCode, long version, Identity identity, List<Post> posts) {
        Officer officer() {
            return new Officer(id, officerCode, version, identity, posts);
        }
    }

    /** The officers with these codes as now recorded, by code. */
    Map<String, Officer> byCode(Collection<String> codes) {
        var byCode = new HashMap<String, Officer>();
        var ids = ids("select id from officers where officer_code = any (?)", (Object) codes.toArray(String[]::new));
        load(ids, null).values().forEach(officer -> byCode.put(officer.officerCode(), officer));
        return byCode;
    }

    /** The officer who has this post as now recorded. */
    Optional<Officer> ofPost(UUID postId) {
        return ids("select officer_id from assignments where id = ? and superseded_at is null", postId).stream()
                .findFirst()
                .flatMap(this::find);
    }

    /** The officer whose personal number has this index as now recorded. */
    Optional<Officer> byNumber(byte[] index) {
        return ids("select officer_id from officer_states where number_index = ? and superseded_at is null", index)
                .stream()
                .findFirst()
                .flatMap(this::find);
    }

    /** Those of these personal numbers that an officer has. */
    Set<SealedNumber> numbers(Collection<byte[]> indexes) {
        var found = new HashSet<SealedNumber>();
        if (indexes.isEmpty()) {
            return found;
        }
        var sql =
                "select number_sealed, number_index from officer_states where superseded_at is null and number_index = any (?)";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, column(connection, "bytea", List.copyOf(indexes), index -> index));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new SealedNumber(row.getBytes(1), row.getBytes(2)));
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        return found;
    }

    private List<UUID> ids(String sql, Object... values) {
        var found = new ArrayList<UUID>();
        try (var connection = database.getConnection();
                var statement = new Query(sql, List.of(values), null).prepare(connection);
                var row = statement.executeQuery()) {
            while (row.next()) {
                found.add(row.getObject(1, UUID.class));
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        return found;
    }

    /** The head of a unit on a day, regular or acting. */
    Optional<Officer> headOn(UUID unitId, LocalDate day) {
        var sql = """
                select officer_id from assignments
                where unit_id = ? and position = 'HEAD' and superseded_at is null and valid_from <= ? and (valid_to is null or valid_to > ?)""";
        return ids(sql, unitId, day, day).stream().findFirst().flatMap(this::find);
    }

    /** When these units have a head. */
    Map<UUID, List<Validity>> heads(Collection<UUID> units) {
        var sql = """
                select unit_id, valid_from, valid_to from assignments
                where position = 'HEAD' and superseded_at is null and unit_id = any (?)""";
        var found = new HashMap<UUID, List<Validity>>();
        try (var connection = database.getConnection();
                var statement = new Query(sql, List.of((Object) units.toArray(UUID[]::new)), null).prepare(connection);
                var row = statement.executeQuery()) {
            while (row.next()) {
                found.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                        .add(new Validity(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)));
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        return found;
    }

    private static Identity identity(ResultSet row) throws SQLException {
        var sex = row.getString(17);
        byte[] sealed = row.getBytes(18);
        return new Identity(
                row.getString(15),
                row.getObject(16, LocalDate.class),
                sex == null ? null : Sex.valueOf(sex),
                sealed == null ? null : new SealedNumber(sealed, row.getBytes(19)));
    }

    private static Post post(ResultSet row) throws SQLException {
        return new Post(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Position.valueOf(row.getString(3)),
                row.getString(4),
                row.getBoolean(5),
                row.getBoolean(6),
                PostKind.valueOf(row.getString(7)),
                Category.valueOf(row.getString(8)),
                new Validity(row.getObject(9, LocalDate.class), row.getObject(10, LocalDate.class)),
                row.getString(11));
    }

    /** Records new officers with their posts. */
    void insertAll(List<Officer> officers, Stamp stamp) {
        if (officers.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT_OFFICERS)) {
            insert.setObject(1, stamp.moment());
            insert.setString(2, stamp.by());
            insert.setObject(3, stamp.moment());
            insert.setString(4, stamp.by());
            insert.setArray(5, column(connection, "uuid", officers, Officer::id));
            insert.setArray(6, column(connection, "text", officers, Officer::officerCode));
            insert.setArray(7, column(connection, "date", officers, Officer::end));
            insert.executeUpdate();
            rows.insertStates(connection, officers, stamp);
            rows.insertPosts(
                    connection,
                    officers.stream()
                            .flatMap(officer -> PostRow.of(officer).stream())
                            .toList(),
                    stamp);
            rows.listNew(connection, officers);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Records changes of officers. */
    void updateAll(List<Change> changes, Stamp stamp) {
        var after = changes.stream().map(Change::after).toList();
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(UPDATE_OFFICERS)) {
            update.setObject(1, stamp.moment());
            update.setString(2, stamp.by());
            update.setArray(3, column(connection, "uuid", after, Officer::id));
            update.setArray(4, column(connection, "bigint", after, Officer::version));
            update.setArray(5, column(connection, "date", after, Officer::end));
            update.executeUpdate();
            writeRows(connection, changes, stamp);
            rows.listAgain(connection, after);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** What no longer holds is superseded first, so that the constraints see the new truth alone. */
    private void writeRows(Connection connection, List<Change> changes, Stamp stamp) throws SQLException {
        var renamed = changes.stream()
                .filter(change ->
                        !change.before().identity().equals(change.after().identity()))
                .map(Change::after)
                .toList();
        var gone = new ArrayList<PostRow>();
        var fresh = new ArrayList<PostRow>();
        for (var change : changes) {
            var before = PostRow.of(change.before());
            var now = PostRow.of(change.after());
            var kept = new HashSet<>(before);
            kept.retainAll(now);
            before.stream().filter(row -> !kept.contains(row)).forEach(gone::add);
            now.stream().filter(row -> !kept.contains(row)).forEach(fresh::add);
        }
        rows.supersedeStates(connection, renamed, stamp);
        rows.insertStates(connection, renamed, stamp);
        rows.supersedePosts(connection, gone, stamp);
        rows.insertPosts(connection, fresh, stamp);
    }

    private static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException("officers cannot be read or written", cause);
    }
}
