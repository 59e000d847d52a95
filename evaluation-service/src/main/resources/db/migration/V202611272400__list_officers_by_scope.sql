-- Who may be listed by whom, in the order of names: one row for each unit that an officer is or will be below, so that a page of a list
-- is one walk along an index whatever the reader sees. Derived from posts and paths; follows them in the same transaction.
create table officer_scopes (
    ancestor_id uuid not null,
    officer_id uuid not null,
    sort_key text collate "C" not null,
    until date not null,
    constraint pk_officer_scopes primary key (ancestor_id, sort_key, officer_id) include (until)
);
comment on table officer_scopes is 'Officers visible from a unit before the day until; infinity for an open post and for the last posts of somebody who left';
create index ix_officer_scopes_officer_id on officer_scopes (officer_id);

create function officer_scopes_of(changed uuid[]) returns setof officer_scopes
language sql stable as $$
    select t.ancestor_id, o.id, s.sort_key, max(least(
        case when a.valid_to is null or a.valid_to = o.ended_on then 'infinity' else a.valid_to end,
        case when t.valid_to is null or t.valid_to = u.ended_on then 'infinity' else t.valid_to end))
    from unnest(changed) as c (id)
    join officers o on o.id = c.id
    join officer_states s on s.officer_id = o.id and s.superseded_at is null
    join assignments a on a.officer_id = o.id and a.superseded_at is null
    join unit_ancestors t on t.unit_id = a.unit_id and t.superseded_at is null
    join units u on u.id = t.unit_id
    group by t.ancestor_id, o.id, s.sort_key
$$;
comment on function officer_scopes_of(uuid[]) is 'What officer_scopes must hold of these officers';

create function list_officers_again(changed uuid[]) returns void
language sql as $$
    delete from officer_scopes s using unnest(changed) as c (id) where s.officer_id = c.id;
    insert into officer_scopes select * from officer_scopes_of(changed);
$$;

create function list_officers_below_again(changed uuid[]) returns void
language sql as $$
    select list_officers_again(coalesce((select array_agg(distinct a.officer_id) from unnest(changed) as c (id)
        join assignments a on a.unit_id = c.id and a.superseded_at is null), '{}'::uuid[]))
$$;

insert into officer_scopes select * from officer_scopes_of((select coalesce(array_agg(id), '{}') from officers));
