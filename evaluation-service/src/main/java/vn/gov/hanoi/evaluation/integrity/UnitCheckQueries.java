package vn.gov.hanoi.evaluation.integrity;

/** SQL of the checks of units; each gives the ids of what breaks the rule. {@code :today} is the day in Hanoi. */
final class UnitCheckQueries {
    static final String STATES_OVERLAP = """
            select unit_id from (
                select unit_id, valid_from, max(coalesce(valid_to, 'infinity')) over (
                    partition by unit_id order by valid_from, id rows between unbounded preceding and 1 preceding) as held
                from unit_states where superseded_at is null) s where held > valid_from
            union all
            select unit_id from (
                select unit_id, valid_from, max(coalesce(valid_to, 'infinity')) over (
                    partition by unit_id, scheme order by valid_from, id rows between unbounded preceding and 1 preceding) as held
                from unit_codes where superseded_at is null) c where held > valid_from""";

    static final String CODE_SHARED = """
            select c.unit_id from unit_codes c join (
                select scheme, code from unit_codes where superseded_at is null
                group by scheme, code having count(distinct unit_id) > 1) shared using (scheme, code)
            where c.superseded_at is null""";

    /** All paths up, as the states tell them. Ends at a depth that no real tree has, so that a cycle ends too. */
    private static final String PATHS = """
            with recursive up as (
                select unit_id, unit_id as ancestor_id, 0 as depth, valid_from, valid_to from unit_states where superseded_at is null
                union
                select up.unit_id, s.parent_id, up.depth + 1, greatest(up.valid_from, s.valid_from), least(up.valid_to, s.valid_to)
                from up join unit_states s on s.unit_id = up.ancestor_id and s.superseded_at is null and s.parent_id is not null
                    and s.valid_from < coalesce(up.valid_to, 'infinity') and up.valid_from < coalesce(s.valid_to, 'infinity')
                where up.depth <= 20)
            """;

    static final String CYCLE =
            PATHS + "select unit_id from up where depth > 20 or depth > 0 and ancestor_id = unit_id";

    /** A path ends on the days on which a unit of it is not in force, so only whole chains count. */
    static final String LOST = PATHS + """
            select s.unit_id
            from (select unit_id, range_agg(daterange(valid_from, valid_to)) as days from unit_states
                where superseded_at is null group by unit_id) s
            left join (
                select up.unit_id, range_agg(daterange(up.valid_from, up.valid_to) * daterange(c.valid_from, c.valid_to)) as days
                from up join units u on u.id = up.ancestor_id and u.root
                join unit_states c on c.unit_id = u.id and c.superseded_at is null
                group by up.unit_id) r on r.unit_id = s.unit_id
            where not coalesce(r.days @> s.days, false)""";

    static final String CLOSURE = PATHS + """
            , fresh as (
                select unit_id, ancestor_id, depth, lower(r) as valid_from, upper(r) as valid_to
                from (select unit_id, ancestor_id, depth, unnest(range_agg(daterange(valid_from, valid_to))) as r
                    from up group by unit_id, ancestor_id, depth) merged),
            stored as (
                select unit_id, ancestor_id, depth, valid_from, valid_to from unit_ancestors where superseded_at is null)
            select unit_id from ((table fresh except all table stored) union all (table stored except all table fresh)) differing""";

    /** A unit that was planned and undone before it began has no days; there is nothing to compare. */
    static final String LIFE = """
            select u.id from units u join (
                select unit_id, min(valid_from) as began_on,
                    case when bool_or(valid_to is null) then null else max(valid_to) end as ended_on
                from unit_states where superseded_at is null group by unit_id) s on s.unit_id = u.id
            where (u.began_on, u.ended_on) is distinct from (s.began_on, s.ended_on)""";

    static final String WITHOUT_HEAD = """
            select s.unit_id from unit_states s
            where s.superseded_at is null and s.valid_from <= :today and (s.valid_to is null or s.valid_to > :today)
                and not exists (select 1 from assignments a
                    where a.unit_id = s.unit_id and a.position = 'HEAD' and a.superseded_at is null
                        and a.valid_from <= :today and (a.valid_to is null or a.valid_to > :today))""";

    private UnitCheckQueries() {}
}
