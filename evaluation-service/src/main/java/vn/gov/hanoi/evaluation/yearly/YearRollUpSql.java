package vn.gov.hanoi.evaluation.yearly;

/** What is counted of a year, for any table {@code years} of people with their id, officer, post and the first and last day. */
final class YearRollUpSql {
    /** All published months of the people {@code years}, whatever units they are of, counted and put beside each other. */
    static final String MONTHS = """
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
    static final String CAREERS = """
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

    private YearRollUpSql() {}
}
