package vn.gov.hanoi.evaluation.yearly;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.RatedPeopleQueries;
import vn.gov.hanoi.evaluation.monthly.RatedPeopleQueries.People;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitType;

/** The people of years and their months, written by one statement for whole units, however many people there are. */
@ApplicationScoped
class YearRollUpRepository {
    /**
     * Whoever is undecided is rated where and as what he or she last was, so a transfer takes the row with it. Those of the units who are
     * nobody's yet, such as people who left the City's service, stay where they are and are rolled up all the same.
     */
    private static final String OPEN =
            RatedPeopleQueries.PEOPLE + """
            , rated as materialized (
                select p.officer_id, p.id as assignment_id, p.unit_id, p.rating_unit_id, p.category, p.position, p.title, p.leader,
                    p.unit_type, p.last_day, g.rule_set_id, k.closing_id
                from people p
                join unnest(?::uuid[], ?::uuid[]) as k (unit_id, closing_id) on k.unit_id = p.rating_unit_id
                join unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[]) as g (unit_id, category, unit_type, rule_set_id)
                    on g.unit_id = p.rating_unit_id and g.category = p.category and g.unit_type = p.unit_type),
            years as materialized (
                select n.*, n.officer_id as id, make_date(?, 1, 1) as first, make_date(?, 12, 31) as last
                from (
                    select * from rated
                    union all
                    select k.officer_id, k.assignment_id, k.unit_id, k.rating_unit_id, k.category, k.position, k.title, k.leader, k.unit_type,
                        k.last_day, k.rule_set_id, k.closing_id
                    from annual_classifications k
                    where k.closing_id = any (?) and k.state = 'SUGGESTED' and k.superseded_at is null
                        and not exists (select from rated r where r.officer_id = k.officer_id)) n),
            """ + YearRollUpSql.MONTHS + ", " + YearRollUpSql.CAREERS + """
            , written as (
                insert into annual_classifications as c (id, closing_id, year, officer_id, assignment_id, unit_id, rating_unit_id,
                    deciding_unit_id, category, position, title, leader, unit_type, last_day, rule_set_id, state, count_a, count_b, count_c,
                    count_d, left_out, points_sum, points_mean, sheet_ids, months, career, unit_level)
                select uuidv7(), y.closing_id, extract(year from y.first)::int, y.officer_id, y.assignment_id, y.unit_id, y.rating_unit_id,
                    coalesce(w.seconded, y.rating_unit_id), y.category, y.position, y.title, y.leader, y.unit_type, y.last_day, y.rule_set_id,
                    'SUGGESTED', r.count_a, r.count_b, r.count_c, r.count_d, r.left_out, r.points_sum, r.points_mean, r.sheet_ids, r.months,
                    w.career, w.unit_level
                from years y
                join rolled r on r.id = y.id
                join careers w on w.id = y.id
                order by y.officer_id
                on conflict (officer_id, year) where superseded_at is null do update set closing_id = excluded.closing_id,
                    assignment_id = excluded.assignment_id, unit_id = excluded.unit_id, rating_unit_id = excluded.rating_unit_id,
                    deciding_unit_id = excluded.deciding_unit_id, category = excluded.category, position = excluded.position,
                    title = excluded.title, leader = excluded.leader, unit_type = excluded.unit_type, last_day = excluded.last_day,
                    rule_set_id = excluded.rule_set_id, count_a = excluded.count_a, count_b = excluded.count_b, count_c = excluded.count_c,
                    count_d = excluded.count_d, left_out = excluded.left_out, points_sum = excluded.points_sum,
                    points_mean = excluded.points_mean, sheet_ids = excluded.sheet_ids, months = excluded.months, career = excluded.career,
                    unit_level = excluded.unit_level, row_version = c.row_version + 1
                where c.state = 'SUGGESTED'
                    and (c.closing_id, c.assignment_id, c.unit_id, c.rating_unit_id, c.deciding_unit_id, c.category, c.position, c.title,
                            c.leader, c.unit_type, c.last_day, c.rule_set_id, c.sheet_ids, c.months, c.career, c.unit_level)
                        is distinct from (excluded.closing_id, excluded.assignment_id, excluded.unit_id, excluded.rating_unit_id,
                            excluded.deciding_unit_id, excluded.category, excluded.position, excluded.title, excluded.leader,
                            excluded.unit_type, excluded.last_day, excluded.rule_set_id, excluded.sheet_ids, excluded.months,
                            excluded.career, excluded.unit_level)
                returning new.id, new.closing_id, old.closing_id is distinct from new.closing_id as added)
            select id, closing_id, added from written""";

    private static final String CHOSEN = """
            select distinct on (closing_id, category, unit_type) closing_id, category, unit_type, rule_set_id from annual_classifications
            where closing_id = any (?) order by closing_id, category, unit_type, rule_set_id""";

    /** A decision on months that were corrected since does not stand; what the decider stated stays. */
    private static final String REOPEN = """
            update annual_classifications c set state = 'SUGGESTED', level = null, decided_by = null, decided_at = null, decider_id = null,
                delegation_id = null, decision_number = null, decision_signed_on = null, decision_issuer = null, collective = null,
                minutes = null, reason_code = null, reason_text = null, consequences = '{}', row_version = c.row_version + 1
            where c.closing_id = any (?) and c.state = 'DECIDED' and c.superseded_at is null
                and c.sheet_ids <> published_months(c.officer_id, c.year)
            returning c.closing_id""";

    private static final String ROLL_UP_ONE = """
            with years as (
                select k.*, make_date(k.year, 1, 1) as first, make_date(k.year, 12, 31) as last from annual_classifications k
                where k.id = ? and k.state = 'SUGGESTED' and k.superseded_at is null),
            """ + YearRollUpSql.MONTHS + ", " + YearRollUpSql.CAREERS + """

            update annual_classifications c set count_a = r.count_a, count_b = r.count_b, count_c = r.count_c, count_d = r.count_d,
                left_out = r.left_out, points_sum = r.points_sum, points_mean = r.points_mean, sheet_ids = r.sheet_ids, months = r.months,
                career = w.career, unit_level = w.unit_level, deciding_unit_id = coalesce(w.seconded, c.rating_unit_id),
                row_version = c.row_version + 1
            from rolled r join careers w on w.id = r.id where c.id = r.id
                and (c.sheet_ids, c.months, c.career) is distinct from (r.sheet_ids, r.months, w.career)""";

    private final DataSource database;

    YearRollUpRepository(DataSource database) {
        this.database = database;
    }

    /** The rule sets by which people of closings are rated already, by closing; those who come later are rated by the same. */
    Map<UUID, Map<People, UUID>> chosen(Collection<UUID> closingIds) {
        var found = new HashMap<UUID, Map<People, UUID>>();
        read(CHOSEN, List.of((Object) closingIds.toArray(UUID[]::new)), row -> found.computeIfAbsent(
                        row.getObject(1, UUID.class), _ -> new HashMap<>())
                .put(
                        new People(Category.valueOf(row.getString(2)), UnitType.valueOf(row.getString(3))),
                        row.getObject(4, UUID.class)));
        return found;
    }

    /** @param rated id of the version by which each group of the unit is rated */
    record Opening(YearClosing closing, Map<People, UUID> rated) {}

    /**
     * A classification that is new or another now.
     *
     * @param added whether it is new in its closing
     */
    record Written(UUID id, UUID closingId, boolean added) {}

    /**
     * Inserts a classification for everybody of these groups who has none, takes over the undecided ones of those who came from other
     * agencies, and rolls up the months of all undecided ones.
     *
     * @param openings of one year, held
     */
    List<Written> open(int year, List<Opening> openings) {
        var units = openings.stream().map(each -> each.closing().unitId()).toArray(UUID[]::new);
        var closings = openings.stream().map(each -> each.closing().id()).toArray(UUID[]::new);
        var groups = openings.stream()
                .flatMap(each -> each.rated().entrySet().stream()
                        .map(rated -> new Group(each.closing().unitId(), rated.getKey(), rated.getValue())))
                .toList();
        var values = new ArrayList<Object>(
                RatedPeopleQueries.window(units, Period.year(year)).toList());
        values.add(units);
        values.add(closings);
        values.add(groups.stream().map(Group::unitId).toArray(UUID[]::new));
        values.add(groups.stream().map(each -> each.who().category().name()).toArray(String[]::new));
        values.add(groups.stream().map(each -> each.who().unitType().name()).toArray(String[]::new));
        values.add(groups.stream().map(Group::ruleSetId).toArray(UUID[]::new));
        values.addAll(List.of(year, year));
        values.add(closings);
        var written = new ArrayList<Written>();
        read(
                OPEN,
                values,
                row -> written.add(
                        new Written(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBoolean(3))));
        return written;
    }

    private record Group(UUID unitId, People who, UUID ruleSetId) {}

    /** Takes back decisions of held closings on months that are others now. @return the closing of each */
    List<UUID> reopen(Collection<UUID> closingIds) {
        var found = new ArrayList<UUID>();
        read(REOPEN, List.of((Object) closingIds.toArray(UUID[]::new)), row -> found.add(row.getObject(1, UUID.class)));
        return found;
    }

    /** Rolls up one undecided row. */
    void rollUpOne(UUID id) {
        change(ROLL_UP_ONE, List.of(id));
    }

    private void read(String sql, List<Object> values, RowRepository.RowReader reader) {
        try (var connection = database.getConnection()) {
            RowRepository.read(connection, new Query(sql, values, null), reader);
        } catch (SQLException e) {
            throw new IllegalStateException("the people of a year cannot be read", e);
        }
    }

    private int change(String sql, List<? extends @Nullable Object> values) {
        try (var connection = database.getConnection();
                var statement = new Query(sql, values, null).prepare(connection)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the people of a year cannot be written", e);
        }
    }
}
