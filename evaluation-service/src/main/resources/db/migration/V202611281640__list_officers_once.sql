-- Wanted and held rows meet in one grouping, which is hashed or sorted whatever the planner expects. Rows that stay are not touched, and
-- those who list hold the officer or the whole directory, so that no insert needs to look for a conflict.
create or replace function list_officers_again(changed uuid[]) returns void
language sql as $$
    with differing as materialized (
        select ancestor_id, sort_key, officer_id, max(until) filter (where wanted) as wanted, max(until) filter (where not wanted) as held
        from (
            select true as wanted, w.ancestor_id, w.sort_key, w.officer_id, w.until from officer_scopes_of(changed) w
            union all
            select false, h.ancestor_id, h.sort_key, h.officer_id, h.until
            from unnest(changed) as c (id) join officer_scopes h on h.officer_id = c.id) both_sides
        group by ancestor_id, sort_key, officer_id
        having max(until) filter (where wanted) is distinct from max(until) filter (where not wanted)),
    gone as (
        delete from officer_scopes s using differing d
        where d.wanted is null
            and s.ancestor_id = d.ancestor_id and s.sort_key = d.sort_key and s.officer_id = d.officer_id),
    altered as (
        update officer_scopes s set until = d.wanted from differing d
        where d.wanted is not null and d.held is not null
            and s.ancestor_id = d.ancestor_id and s.sort_key = d.sort_key and s.officer_id = d.officer_id)
    insert into officer_scopes (ancestor_id, officer_id, sort_key, until)
    select ancestor_id, officer_id, sort_key, wanted from differing where held is null
    order by ancestor_id, sort_key, officer_id
$$;

-- A plan moves units and officers: both are listed together.
drop function list_officers_below_again(uuid[]);
create function list_officers_again(changed_units uuid[], changed uuid[]) returns void
language sql as $$
    select list_officers_again(array(
        select unnest(changed)
        union
        select a.officer_id from unnest(changed_units) as c (id)
        join assignments a on a.unit_id = c.id and a.superseded_at is null))
$$;
comment on function list_officers_again(uuid[], uuid[]) is 'Brings officer_scopes in step for these officers and all who have posts in these units';
