-- Set differences are hashed or sorted whatever the planner expects; on conflict locks and logs each row that stays as it is.
create or replace function list_officers_again(changed uuid[]) returns void
language sql as $$
    with wanted as materialized (select * from officer_scopes_of(changed)),
    held as materialized (select s.* from unnest(changed) as c (id) join officer_scopes s on s.officer_id = c.id),
    gone as (
        delete from officer_scopes s
        using (select ancestor_id, sort_key, officer_id from held
            except all select ancestor_id, sort_key, officer_id from wanted) g
        where s.ancestor_id = g.ancestor_id and s.sort_key = g.sort_key and s.officer_id = g.officer_id),
    fresh as (select * from wanted except all select * from held)
    insert into officer_scopes as s select * from fresh order by ancestor_id, sort_key, officer_id
    on conflict on constraint pk_officer_scopes do update set until = excluded.until
$$;
