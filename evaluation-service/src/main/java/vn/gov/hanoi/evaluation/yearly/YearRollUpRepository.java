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
    /** All published months of the people {@code years}, whatever units they are of, counted and put beside each other. */
    private static final String MONTHS = """
            rolled as (
                select y.id, count(*) filter (where s.grade = 'A') as count_a, count(*) filter (where s.grade = 'B') as count_b,
                    count(*) filter (where s.grade = 'C') as count_c, count(*) filter (where s.grade = 'D') as count_d,
                    count(s.id) filter (where s.grade is null) as left_out,
                    sum(s.points) as points_sum, round(avg(s.points), 8) as points_mean,
                    coalesce(array_agg(s.id order by s.period_from) filter (where s.id is not null), '{}') as sheet_ids,
                    coalesce(jsonb_agg(jsonb_build_object('sheetId', s.id, 'from', s.period_from, 'unitId', s.rating_unit_id,
                        'grade', s.grade, 'points', s.points, 'notRated', s.not_rated) order by s.period_from)
                        filter (where s.id is not null), '[]') as months
                from years y
                left join sheets s on s.officer_id = y.officer_id and s.period_type = 'MONTH' and s.period_from between y.first and y.last
                    and s.superseded_at is null and s.state in ('PUBLISHED', 'LOCKED') and s.outcome in ('RATED', 'NOT_RATED')
                group by y.id)""";

    /**
     * Posts of the people {@code years} at the end of the year, the highest first (leading before others, nearer to the City before farther,
     * heads before deputies: assumed), service by agency, absences, secondment, and the decided level of the unit led.
     */
    private static final String CAREERS = """
            posted as materialized (
                select y.id, y.last, a.unit_id, least(coalesce(a.valid_to - 1, y.last), y.last) as day, a.valid_from, a.valid_to
                from years y
                join assignments a on a.officer_id = y.officer_id and a.main and a.superseded_at is null
                    and a.valid_from <= y.last and (a.valid_to is null or a.valid_to > y.first)),
            spots as materialized (
                select d.unit_id, d.day, coalesce(rating_unit_of(d.unit_id, d.day), d.unit_id) as agency
                from (select distinct unit_id, day from posted) d),
            ends as materialized (
                select distinct d.agency, d.last from (select t.agency, p.last from spots t join posted p on p.unit_id = t.unit_id and p.day = t.day) d
                where not exists (
                    select from unit_states u where u.unit_id = d.agency and u.superseded_at is null and u.valid_from <= d.last
                        and (u.valid_to is null or u.valid_to > d.last))),
            stays as (
                select p.id, p.last, t.agency as unit_id, p.valid_from, p.valid_to from posted p
                join spots t on t.unit_id = p.unit_id and t.day = p.day),
            held as (
                select y.id, a.unit_id, case a.position when 'DEPUTY_HEAD' then 'DEPUTY' else a.position end as role,
                    row_number() over (partition by y.id order by a.position = 'STAFF', (
                        select coalesce(max(t.depth), 0) from unit_ancestors t
                        where t.unit_id = a.unit_id and t.superseded_at is null and t.valid_from <= y.last_day
                            and (t.valid_to is null or t.valid_to > y.last_day)),
                        a.position = 'DEPUTY_HEAD', not a.main, a.id) as place
                from years y
                join assignments a on a.officer_id = y.officer_id and a.superseded_at is null and a.valid_from <= y.last_day
                    and (a.valid_to is null or a.valid_to > y.last_day)),
            ranked as (
                select id, jsonb_agg(jsonb_build_object('unitId', unit_id, 'role', role) order by place) as posts from held group by id),
            served as (
                select s.id, jsonb_agg(jsonb_build_object('unitId', s.unit_id, 'from', s.valid_from, 'to', s.valid_to) order by s.valid_from) as stays,
                    coalesce(jsonb_agg(distinct e.agency) filter (where e.agency is not null), '[]') as ended
                from stays s left join ends e on e.agency = s.unit_id and e.last = s.last group by s.id),
            away as (
                select y.id, jsonb_agg(jsonb_build_object('kind', case a.kind when 'MATERNITY' then 'MATERNITY' else 'OTHER' end,
                    'from', a.valid_from, 'to', a.valid_to) order by a.valid_from) as leaves
                from years y
                join officer_absences a on a.officer_id = y.officer_id and a.kind <> 'ANNUAL_LEAVE' and a.superseded_at is null
                    and a.valid_from <= y.last and (a.valid_to is null or a.valid_to > y.first)
                group by y.id),
            lent as (
                select distinct on (y.id) y.id, rating_unit_of(a.unit_id, y.last_day) as seconded
                from years y
                join assignments a on a.officer_id = y.officer_id and a.kind = 'SECONDMENT' and a.superseded_at is null
                    and a.valid_from <= y.last_day and (a.valid_to is null or a.valid_to > y.last_day)
                order by y.id, a.valid_from desc, a.id),
            careers as (
                select y.id, l.seconded, r.level as unit_level, jsonb_build_object('posts', p.posts, 'stays', d.stays,
                    'leaves', coalesce(w.leaves, '[]'), 'secondedTo', l.seconded, 'endedUnits', coalesce(d.ended, '[]'),
                    'unitLevel', r.level) as career
                from years y
                left join ranked p on p.id = y.id
                left join served d on d.id = y.id
                left join away w on w.id = y.id
                left join lent l on l.id = y.id
                left join unit_results r on r.unit_id = y.unit_id and y.position = 'HEAD' and r.period_type = 'YEAR'
                    and r.period_from = y.first and r.superseded_at is null)""";

    /**
     * Whoever is undecided is rated where and as what he or she last was, so a transfer takes the row with it. Those of the units who are
     * nobody's yet, such as people who left the City's service, stay where they are and are rolled up all the same.
     */
    private static final String OPEN = RatedPeopleQueries.PEOPLE + """
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
            """ + MONTHS + ", " + CAREERS + """
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
            """ + MONTHS + ", " + CAREERS + """

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
