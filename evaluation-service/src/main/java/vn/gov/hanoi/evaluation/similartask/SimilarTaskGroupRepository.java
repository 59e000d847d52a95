package vn.gov.hanoi.evaluation.similartask;

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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.timeline.Decision;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.timeline.Validity;
import vn.gov.hanoi.evaluation.unit.UnitType;

/** Keeps the groups. */
@ApplicationScoped
class SimilarTaskGroupRepository {
    /** The columns that {@link #rows} reads. */
    static final String COLUMNS = """
            g.id, g.name, g.valid_from, g.valid_to, g.decision_number, g.decision_signed_on, g.decision_issuer, g.row_version,
                array(select m.unit_id from similar_task_group_units m where m.group_id = g.id) as unit_ids""";

    private static final String INSERT = """
            insert into similar_task_groups (id, name, valid_from, valid_to, decision_number, decision_signed_on, decision_issuer, recorded_by,
                recorded_at, row_version)
            values (?, ?, ?, ?::date, ?, ?, ?, ?, ?, 1)""";
    private static final String INSERT_UNITS = """
            insert into similar_task_group_units (group_id, unit_id, valid_from, valid_to)
            select ?, u.id, ?, ?::date from unnest(?::uuid[]) as u (id)""";
    private static final String CLOSE =
            "update similar_task_groups set valid_to = ?, row_version = row_version + 1 where id = ? and row_version = ?";
    private static final String CLOSE_UNITS = "update similar_task_group_units set valid_to = ? where group_id = ?";

    private static final String TYPES = """
            select s.unit_id, s.type from unit_states s where s.unit_id = any (?) and s.superseded_at is null and s.valid_from <= ?
                and (s.valid_to is null or s.valid_to > ?)""";

    private static final String GROUPED = """
            select m.unit_id from similar_task_group_units m where m.unit_id = any (?) and m.valid_from <= ?
                and (m.valid_to is null or m.valid_to > ?)""";

    private static final String CITY = "select u.id from units u where u.root and u.id = ?";

    private static final String TOLD = """
            select exists (
                select from closings c
                where c.unit_id = any (?) and c.period_type = 'MONTH' and c.state <> 'OPEN' and c.period_from + interval '1 month' > ?
                    and (?::date is null or c.period_from + interval '1 month' <= ?::date))""";

    /** Who tells a month and who changes groups wait for each other, so no pool changes behind told results. */
    private static final String SHARE = "select pg_advisory_xact_lock_shared(7305013, 0)";

    private static final String ALONE = "select pg_advisory_xact_lock(7305013, 0)";

    private final DataSource database;

    SimilarTaskGroupRepository(DataSource database) {
        this.database = database;
    }

    /** Until the end of the transaction the groups stay as they are. */
    void share() {
        read(new Query(SHARE, List.of(), null), _ -> {});
    }

    /** Until the end of the transaction nobody counts by groups. */
    void holdAll() {
        read(new Query(ALONE, List.of(), null), _ -> {});
    }

    Optional<SimilarTaskGroup> hold(UUID id) {
        return rows(new Query(
                        "select " + COLUMNS + " from similar_task_groups g where g.id = ? for update",
                        List.of(id),
                        null))
                .stream()
                .findFirst();
    }

    /** A unit that is in another group in the same time is refused by the database: similar-task-group.overlaps. */
    void insert(SimilarTaskGroup group, String by, Instant at) {
        var validity = group.validity();
        change(
                INSERT,
                Arrays.<@Nullable Object>asList(
                        group.id(),
                        group.name(),
                        validity.from(),
                        validity.to(),
                        group.decision().number(),
                        group.decision().signedOn(),
                        group.decision().issuer(),
                        by,
                        OffsetDateTime.ofInstant(at, ZoneOffset.UTC)));
        change(
                INSERT_UNITS,
                Arrays.<@Nullable Object>asList(
                        group.id(),
                        validity.from(),
                        validity.to(),
                        group.unitIds().toArray(UUID[]::new)));
    }

    /** Ends a held group. */
    void close(SimilarTaskGroup before, LocalDate day) {
        if (change(CLOSE, List.of(day, before.id(), before.rowVersion())) != 1) {
            throw new IllegalStateException("the group was not held: " + before.id());
        }
        change(CLOSE_UNITS, List.of(day, before.id()));
    }

    /** Those of the units that are in a group on the day. */
    Set<UUID> grouped(Collection<UUID> units, LocalDate day) {
        var found = new HashSet<UUID>();
        read(
                new Query(GROUPED, List.of(units.toArray(UUID[]::new), day, day), null),
                row -> found.add(row.getObject(1, UUID.class)));
        return found;
    }

    boolean isCity(UUID unitId) {
        var found = new ArrayList<UUID>();
        read(new Query(CITY, List.of(unitId), null), row -> found.add(row.getObject(1, UUID.class)));
        return !found.isEmpty();
    }

    /** Types of those units that are in force on the day. */
    Map<UUID, UnitType> types(Collection<UUID> units, LocalDate day) {
        var found = new HashMap<UUID, UnitType>();
        read(
                new Query(TYPES, List.of(units.toArray(UUID[]::new), day, day), null),
                row -> found.put(row.getObject(1, UUID.class), UnitType.valueOf(row.getString(2))));
        return found;
    }

    /** Whether one of the units has told a month whose last day lies in the time; exact once all groups are held. */
    boolean toldIn(Collection<UUID> units, Validity time) {
        var found = new ArrayList<Boolean>();
        read(
                new Query(
                        TOLD,
                        Arrays.<@Nullable Object>asList(units.toArray(UUID[]::new), time.from(), time.to(), time.to()),
                        null),
                row -> found.add(row.getBoolean(1)));
        return found.contains(true);
    }

    List<SimilarTaskGroup> rows(Query query) {
        var found = new ArrayList<SimilarTaskGroup>();
        read(query, row -> found.add(group(row)));
        return found;
    }

    private static SimilarTaskGroup group(ResultSet row) throws SQLException {
        return new SimilarTaskGroup(
                row.getObject(1, UUID.class),
                row.getString(2),
                List.of((UUID[]) row.getArray("unit_ids").getArray()),
                new Validity(row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class)),
                new Decision(row.getString(5), row.getObject(6, LocalDate.class), row.getString(7)),
                row.getLong(8));
    }

    private void read(Query query, RowRepository.RowReader reader) {
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, query, reader);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private int change(String sql, List<? extends @Nullable Object> values) {
        try (var connection = database.getConnection();
                var statement = new Query(sql, values, null).prepare(connection)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException cause) {
        return new IllegalStateException("groups of units cannot be read or written", cause);
    }
}
