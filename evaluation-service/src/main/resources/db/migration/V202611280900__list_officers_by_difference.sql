-- A change of the tree touches everybody below, but few of their rows; only those are written.
create or replace function list_officers_again(changed uuid[]) returns void
language sql as $$
    with wanted as materialized (select * from officer_scopes_of(changed)),
    gone as (
        delete from officer_scopes s using unnest(changed) as c (id)
        where s.officer_id = c.id and not exists (select 1 from wanted w
            where w.ancestor_id = s.ancestor_id and w.sort_key = s.sort_key and w.officer_id = s.officer_id))
    insert into officer_scopes as s select * from wanted
    on conflict on constraint pk_officer_scopes do update set until = excluded.until where s.until <> excluded.until
$$;
comment on function list_officers_again(uuid[]) is 'Brings officer_scopes of these officers in step with posts, names and paths';
