package vn.gov.hanoi.evaluation.integrity;

/** SQL of the checks of officers and of what was recorded when; each gives the ids of what breaks the rule. */
final class OfficerCheckQueries {
    static final String HEADS_OVERLAP = """
            select unit_id from (
                select unit_id, valid_from, max(coalesce(valid_to, 'infinity')) over (
                    partition by unit_id order by valid_from, id rows between unbounded preceding and 1 preceding) as held
                from assignments where position = 'HEAD' and superseded_at is null) a where held > valid_from""";

    static final String MAIN_OVERLAP = """
            select officer_id from (
                select officer_id, valid_from, max(coalesce(valid_to, 'infinity')) over (
                    partition by officer_id order by valid_from, id rows between unbounded preceding and 1 preceding) as held
                from assignments where main and superseded_at is null) a where held > valid_from""";

    static final String MAIN_MISSING = """
            select officer_id from assignments
            where superseded_at is null and valid_from <= :today and (valid_to is null or valid_to > :today)
            group by officer_id having not bool_or(main)""";

    static final String OUTSIDE_UNIT = """
            select a.id from assignments a left join (
                select unit_id, range_agg(daterange(valid_from, valid_to)) as days from unit_states
                where superseded_at is null group by unit_id) u on u.unit_id = a.unit_id
            where a.superseded_at is null and not coalesce(u.days @> daterange(a.valid_from, a.valid_to), false)""";

    static final String LIFE = """
            select o.id from officers o join (
                select officer_id, case when bool_or(valid_to is null) then null else max(valid_to) end as ended_on
                from assignments where superseded_at is null group by officer_id) a on a.officer_id = o.id
            where o.ended_on is distinct from a.ended_on""";

    static final String LISTED = """
            with told as materialized (select * from officer_scopes_of((select array_agg(id) from officers)))
            select distinct officer_id from (
                (table officer_scopes except table told) union all (table told except table officer_scopes)) d""";

    private static final String ROWS = """
            (select id, recorded_at, superseded_at from unit_states
            union all select id, recorded_at, superseded_at from unit_codes
            union all select id, recorded_at, superseded_at from unit_successions
            union all select unit_id, recorded_at, superseded_at from unit_ancestors
            union all select id, recorded_at, superseded_at from officer_states
            union all select id, recorded_at, superseded_at from assignments
            union all select id, recorded_at, superseded_at from officer_absences
            union all select id, recorded_at, superseded_at from delegations) r""";

    static final String RECORDED_ORDER = "select r.id from " + ROWS + ", directory_clock c"
            + " where r.superseded_at <= r.recorded_at or r.recorded_at > c.last or r.superseded_at > c.last";

    /**
     * An officer has one identity at every moment since the first. A post may be taken away and come back, as when a plan is undone,
     * but never counts twice at one moment; the same holds for the days of a unit.
     */
    static final String RECORDED_VERSIONS = """
            select officer_id from (
                select officer_id, recorded_at, lag(superseded_at) over mine as ended, lead(recorded_at) over mine as next, superseded_at,
                    lag(recorded_at) over mine as before
                from officer_states window mine as (partition by officer_id order by recorded_at, id)) s
            where before is not null and ended is distinct from recorded_at or next is null and superseded_at is not null
            union all
            select id from (
                select id, recorded_at, max(coalesce(superseded_at, 'infinity')) over (
                    partition by id order by recorded_at rows between unbounded preceding and 1 preceding) as known
                from assignments) a where known > recorded_at
            union all
            select one.unit_id from unit_states one join unit_states other on other.unit_id = one.unit_id and other.id > one.id
                and daterange(other.valid_from, other.valid_to) && daterange(one.valid_from, one.valid_to)
            where other.recorded_at < coalesce(one.superseded_at, 'infinity') and one.recorded_at < coalesce(other.superseded_at, 'infinity')""";

    private OfficerCheckQueries() {}
}
