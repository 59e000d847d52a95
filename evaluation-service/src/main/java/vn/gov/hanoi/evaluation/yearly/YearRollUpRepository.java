package vn.gov.hanoi.evaluation.yearly;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.evaluation.monthly.RatedPeopleQueries;
import vn.gov.hanoi.evaluation.monthly.RatedPeopleQueries.People;
import vn.gov.hanoi.evaluation.officer.Category;
import vn.gov.hanoi.evaluation.ruleset.Period;
import vn.gov.hanoi.evaluation.timeline.RowRepository;
import vn.gov.hanoi.evaluation.timeline.RowRepository.Query;
import vn.gov.hanoi.evaluation.unit.UnitType;
import vn.gov.hanoi.evaluation.yearly.Classification.Suggestion;

/** The people of a year and their months, written by one statement for a whole unit, however many people there are. */
@ApplicationScoped
class YearRollUpRepository {
    /**
     * Who is undecided is rated where and as what he or she last was, so a transfer takes the row with it. The career is read again
     * afterwards, since it says who decides.
     */
    private static final String OPEN = RatedPeopleQueries.PEOPLE + """
            , written as (
                insert into annual_classifications as c (id, closing_id, year, officer_id, assignment_id, unit_id, rating_unit_id,
                    deciding_unit_id, category, position, title, leader, unit_type, last_day, rule_set_id, state)
                select uuidv7(), ?, ?, p.officer_id, p.id, p.unit_id, p.rating_unit_id, p.rating_unit_id, p.category, p.position, p.title,
                    p.leader, p.unit_type, p.last_day, g.rule_set_id, 'SUGGESTED'
                from people p
                join unnest(?::text[], ?::text[], ?::uuid[]) as g (category, unit_type, rule_set_id)
                    on g.category = p.category and g.unit_type = p.unit_type
                where p.rating_unit_id = ?
                order by p.officer_id
                on conflict (officer_id, year) where superseded_at is null do update set closing_id = excluded.closing_id,
                    assignment_id = excluded.assignment_id, unit_id = excluded.unit_id, rating_unit_id = excluded.rating_unit_id,
                    deciding_unit_id = excluded.deciding_unit_id, category = excluded.category, position = excluded.position,
                    title = excluded.title, leader = excluded.leader, unit_type = excluded.unit_type, last_day = excluded.last_day,
                    rule_set_id = excluded.rule_set_id, career = null, row_version = c.row_version + 1
                where c.state = 'SUGGESTED'
                    and (c.closing_id, c.assignment_id, c.unit_id, c.rating_unit_id, c.category, c.position, c.title, c.leader, c.unit_type,
                            c.last_day, c.rule_set_id)
                        is distinct from (excluded.closing_id, excluded.assignment_id, excluded.unit_id, excluded.rating_unit_id,
                            excluded.category, excluded.position, excluded.title, excluded.leader, excluded.unit_type, excluded.last_day,
                            excluded.rule_set_id)
                returning old.closing_id is distinct from new.closing_id as added)
            select count(*) from written where added""";

    private static final String CHOSEN = """
            select distinct on (category, unit_type) category, unit_type, rule_set_id from annual_classifications where closing_id = ?
            order by category, unit_type, rule_set_id""";

    /** A decision on months that were corrected since does not stand; what the decider stated stays. */
    private static final String REOPEN = """
            update annual_classifications c set state = 'SUGGESTED', level = null, decided_by = null, decided_at = null, decider_id = null,
                delegation_id = null, decision_number = null, decision_signed_on = null, decision_issuer = null, collective = null,
                minutes = null, reason_code = null, reason_text = null, consequences = '{}', row_version = c.row_version + 1
            where c.closing_id = ? and c.state = 'DECIDED' and c.superseded_at is null
                and c.sheet_ids <> published_months(c.officer_id, c.year)""";

    private static final String UNDECIDED = "%s and k.state = 'SUGGESTED' and k.superseded_at is null";

    /** All published months of the year, whatever units they are of, counted and put beside each other. */
    private static final String ROLL_UP = """
            update annual_classifications c set count_a = r.a, count_b = r.b, count_c = r.c, count_d = r.d, left_out = r.left_out,
                points_sum = r.points_sum, points_mean = r.points_mean, sheet_ids = r.sheet_ids, months = r.months,
                row_version = c.row_version + 1
            from (
                select k.id, count(*) filter (where s.grade = 'A') as a, count(*) filter (where s.grade = 'B') as b,
                    count(*) filter (where s.grade = 'C') as c, count(*) filter (where s.grade = 'D') as d,
                    count(s.id) filter (where s.grade is null) as left_out,
                    sum(s.points) as points_sum, round(avg(s.points), 8) as points_mean,
                    coalesce(array_agg(s.id order by s.period_from) filter (where s.id is not null), '{}') as sheet_ids,
                    coalesce(jsonb_agg(jsonb_build_object('sheetId', s.id, 'from', s.period_from, 'unitId', s.rating_unit_id,
                        'grade', s.grade, 'points', s.points, 'notRated', s.not_rated) order by s.period_from)
                        filter (where s.id is not null), '[]') as months
                from annual_classifications k
                left join sheets s on s.officer_id = k.officer_id and s.period_type = 'MONTH'
                    and s.period_from between make_date(k.year, 1, 1) and make_date(k.year, 12, 31)
                    and s.superseded_at is null and s.state in ('PUBLISHED', 'LOCKED') and s.outcome in ('RATED', 'NOT_RATED')
                where %s
                group by k.id) r
            where c.id = r.id and (c.sheet_ids, c.months) is distinct from (r.sheet_ids, r.months)""".formatted(UNDECIDED);

    /**
     * Posts at the end of the year, the highest first (leading before others, nearer to the City before farther, heads before deputies:
     * assumed), service by agency, absences, secondment, and the decided level of the unit led.
     */
    private static final String CAREERS = """
            with years as (
                select k.*, make_date(k.year, 1, 1) as first, make_date(k.year, 12, 31) as last from annual_classifications k where %s),
            stays as (
                select y.id, y.last, coalesce(rating_unit_of(a.unit_id, least(coalesce(a.valid_to - 1, y.last), y.last)), a.unit_id) as unit_id,
                    a.valid_from, a.valid_to
                from years y
                join assignments a on a.officer_id = y.officer_id and a.main and a.superseded_at is null
                    and a.valid_from <= y.last and (a.valid_to is null or a.valid_to > y.first)),
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
            careers as (
                select y.id, y.unit_id, (
                    select rating_unit_of(a.unit_id, y.last_day) from assignments a
                    where a.officer_id = y.officer_id and a.kind = 'SECONDMENT' and a.superseded_at is null and a.valid_from <= y.last_day
                        and (a.valid_to is null or a.valid_to > y.last_day)
                    order by a.valid_from desc, a.id limit 1) as seconded, (
                    select r.level from unit_results r
                    where r.unit_id = y.unit_id and y.position = 'HEAD' and r.period_type = 'YEAR' and r.period_from = y.first
                        and r.superseded_at is null) as unit_level, (
                    select jsonb_agg(jsonb_build_object('unitId', h.unit_id, 'role', h.role) order by h.place) from held h
                    where h.id = y.id) as posts, (
                    select jsonb_agg(jsonb_build_object('unitId', s.unit_id, 'from', s.valid_from, 'to', s.valid_to) order by s.valid_from)
                    from stays s where s.id = y.id) as stays, (
                    select coalesce(jsonb_agg(distinct s.unit_id), '[]') from stays s
                    where s.id = y.id and not exists (
                        select from unit_states u where u.unit_id = s.unit_id and u.superseded_at is null and u.valid_from <= s.last
                            and (u.valid_to is null or u.valid_to > s.last))) as ended, (
                    select coalesce(jsonb_agg(jsonb_build_object('kind', case a.kind when 'MATERNITY' then 'MATERNITY' else 'OTHER' end,
                        'from', a.valid_from, 'to', a.valid_to) order by a.valid_from), '[]')
                    from officer_absences a
                    where a.officer_id = y.officer_id and a.kind <> 'ANNUAL_LEAVE' and a.superseded_at is null and a.valid_from <= y.last
                        and (a.valid_to is null or a.valid_to > y.first)) as leaves
                from years y),
            written as (
                select id, seconded, unit_level, jsonb_build_object('posts', posts, 'stays', stays, 'leaves', leaves, 'secondedTo', seconded,
                    'endedUnits', ended, 'unitLevel', unit_level) as career
                from careers)
            update annual_classifications c set career = w.career, unit_level = w.unit_level,
                deciding_unit_id = coalesce(w.seconded, c.rating_unit_id), row_version = c.row_version + 1
            from written w where c.id = w.id and c.career is distinct from w.career""".formatted(UNDECIDED);

    private static final String SUGGEST = """
            update annual_classifications c set not_rated = s.not_rated, found = s.found, suggestion = s.suggestion,
                level_limit = s.level_limit, missing_opinions = s.missing::uuid[], flags = s.flags::text[],
                digest = decode(s.digest, 'hex'), row_version = c.row_version + 1
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                as s (id, not_rated, found, suggestion, level_limit, missing, flags, digest)
            where c.id = s.id and c.digest is distinct from decode(s.digest, 'hex')""";

    private static final String STATE =
            "update annual_classifications set facts = ?::jsonb, row_version = row_version + 1 where id = ?";

    private final DataSource database;

    YearRollUpRepository(DataSource database) {
        this.database = database;
    }

    /** The rule sets by which people of a closing are rated already; those who come later are rated by the same. */
    Map<People, UUID> chosen(UUID closingId) {
        var found = new HashMap<People, UUID>();
        read(
                CHOSEN,
                List.of(closingId),
                row -> found.put(
                        new People(Category.valueOf(row.getString(1)), UnitType.valueOf(row.getString(2))),
                        row.getObject(3, UUID.class)));
        return found;
    }

    /**
     * Inserts a classification for everybody of these groups who has none, and takes over the undecided ones of those who came from
     * other agencies.
     *
     * @return number of those that are new in the closing
     */
    int open(YearClosing closing, Map<People, UUID> ruleSets) {
        var groups = List.copyOf(ruleSets.keySet());
        var values = new ArrayList<Object>(RatedPeopleQueries.window(closing.unitId(), Period.year(closing.year()))
                .toList());
        values.addAll(List.of(closing.id(), closing.year()));
        values.add(groups.stream().map(group -> group.category().name()).toArray(String[]::new));
        values.add(groups.stream().map(group -> group.unitType().name()).toArray(String[]::new));
        values.add(groups.stream().map(ruleSets::get).toArray(UUID[]::new));
        values.add(closing.unitId());
        var added = new ArrayList<Integer>();
        read(OPEN, values, row -> added.add(row.getInt(1)));
        return added.getFirst();
    }

    /** Takes back decisions of a held closing on months that are others now. @return how many */
    int reopen(UUID closingId) {
        return change(REOPEN, List.of(closingId));
    }

    /** Rolls up the undecided of a closing: one statement for the months, one for where the people were. */
    void rollUp(UUID closingId) {
        change(ROLL_UP.formatted("k.closing_id = ?"), List.of(closingId));
        change(CAREERS.formatted("k.closing_id = ?"), List.of(closingId));
    }

    /** The same for one row. */
    void rollUpOne(UUID id) {
        change(ROLL_UP.formatted("k.id = ?"), List.of(id));
        change(CAREERS.formatted("k.id = ?"), List.of(id));
    }

    /** Facts that are recorded, of the few of whom there are any. */
    void state(Map<UUID, Facts> recorded) {
        recorded.forEach((id, facts) -> change(STATE, List.of(YearJson.write(facts), id)));
    }

    void suggest(Map<UUID, Suggestion> found) {
        var ids = List.copyOf(found.keySet());
        var all = ids.stream().map(found::get).map(Objects::requireNonNull).toList();
        change(
                SUGGEST,
                Arrays.asList(
                        ids.toArray(UUID[]::new),
                        texts(all.stream().map(Suggestion::notRated).map(YearRollUpRepository::name)),
                        texts(all.stream().map(Suggestion::found).map(YearRollUpRepository::name)),
                        texts(all.stream().map(Suggestion::level).map(YearRollUpRepository::name)),
                        texts(all.stream().map(Suggestion::limit).map(YearRollUpRepository::name)),
                        texts(all.stream().map(each -> ClassificationRowRepository.array(each.missingOpinions()))),
                        texts(all.stream().map(each -> ClassificationRowRepository.array(each.flags()))),
                        texts(all.stream().map(Suggestion::digest))));
    }

    static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static @Nullable String[] texts(Stream<? extends @Nullable String> all) {
        return all.toArray(String[]::new);
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
