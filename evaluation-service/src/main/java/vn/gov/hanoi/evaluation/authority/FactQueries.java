package vn.gov.hanoi.evaluation.authority;

import static vn.gov.hanoi.evaluation.timeline.RowRepository.Query.held;
import static vn.gov.hanoi.evaluation.timeline.RowRepository.Query.known;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.gov.hanoi.evaluation.timeline.Moment;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.timeline.Validity;

/** Loads in one statement what the authority of some officers and units rests on, however many they are. */
@ApplicationScoped
class FactQueries {
    /** Delegations to the officers with those they pass on, posts of all people in these chains, and the paths of all units named. */
    private static final String FACTS =
            """
            with recursive chain as (
                select d.id, d.from_officer_id, d.to_officer_id, d.unit_id, d.actions, d.may_redelegate, d.parent_id,
                    d.valid_from, d.valid_to, d.decision_number, 1 as length
                from delegations d where d.to_officer_id = any (?) and %s
                union
                select p.id, p.from_officer_id, p.to_officer_id, p.unit_id, p.actions, p.may_redelegate, p.parent_id,
                    p.valid_from, p.valid_to, p.decision_number, c.length + 1
                from chain c join delegations p on p.id = c.parent_id where c.length < %d and %s),
            people as (select unnest(?::uuid[]) as id union select from_officer_id from chain),
            heads as (
                select a.* from people join assignments a on a.officer_id = people.id
                where a.position = 'HEAD' and a.valid_from <= :day and %s
                union
                select a.* from assignments a where a.unit_id = any (?) and a.position = 'HEAD' and %s),
            mains as (select a.* from assignments a where a.officer_id = any (?) and a.main and %s),
            places as (
                select unnest(?::uuid[]) as id union select unit_id from chain union select unit_id from heads union select unit_id from mains)
            select 'HEAD' as kind, id, officer_id, null::uuid, unit_id, kind = 'ACTING', null::text[], null::uuid, valid_from, valid_to,
                null, null::uuid[] from heads
            union all
            select 'MAIN', id, officer_id, null, unit_id, false, null, null, valid_from, valid_to, null, null from mains
            union all
            select distinct 'DELEGATION', id, from_officer_id, to_officer_id, unit_id, may_redelegate, actions, parent_id,
                valid_from, valid_to, decision_number, null::uuid[] from chain
            union all
            select 'PATH', null, null, null, t.unit_id, false, null, null, null, null, null, array_agg(t.ancestor_id order by t.depth)
            from places join unit_ancestors t on t.unit_id = places.id where %s group by t.unit_id""".formatted(held("d"), Authority.LONGEST_CHAIN, held("p"), known("a"), held("a"), held("a"), held("t"));

    private final DataSource database;

    FactQueries(DataSource database) {
        this.database = database;
    }

    /** What is needed to answer every question about these officers and units at this moment. */
    @Transactional
    Facts of(Collection<UUID> officers, Collection<UUID> units, Moment moment) {
        var people = officers.toArray(UUID[]::new);
        var places = units.toArray(UUID[]::new);
        var query = new Query(FACTS, List.of(people, people, places, people, places), moment);
        var found = new Found();
        try (var connection = database.getConnection();
                var statement = query.prepare(connection);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                add(found, rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the facts of authority cannot be read", e);
        }
        return new Facts(moment.asOf(), found.paths(), found.heads(), found.mains(), found.delegations());
    }

    /** What is read, by kind. */
    private record Found(
            Map<UUID, List<UUID>> paths, List<Headship> heads, Map<UUID, UUID> mains, List<Delegation> delegations) {
        Found() {
            this(new HashMap<>(), new ArrayList<>(), new HashMap<>(), new ArrayList<>());
        }
    }

    private static void add(Found found, ResultSet row) throws SQLException {
        var id = row.getObject(2, UUID.class);
        var officer = row.getObject(3, UUID.class);
        var unit = row.getObject(5, UUID.class);
        switch (row.getString(1)) {
            case "HEAD" -> found.heads().add(new Headship(id, officer, unit, row.getBoolean(6), validity(row)));
            case "MAIN" -> found.mains().put(officer, unit);
            case "PATH" ->
                found.paths().put(unit, List.of((UUID[]) row.getArray(12).getArray()));
            default -> found.delegations().add(delegation(row));
        }
    }

    private static Delegation delegation(ResultSet row) throws SQLException {
        return new Delegation(
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                Set.of((String[]) row.getArray(7).getArray()),
                row.getBoolean(6),
                row.getObject(8, UUID.class),
                row.getString(11),
                validity(row));
    }

    private static Validity validity(ResultSet row) throws SQLException {
        return new Validity(
                Objects.requireNonNull(row.getObject(9, LocalDate.class)), row.getObject(10, LocalDate.class));
    }
}
