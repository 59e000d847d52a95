-- Rows in the order of the index find its pages in the cache; an import lists thousands at a time.
create or replace function list_new_officers(fresh uuid[]) returns void
language sql as $$
    insert into officer_scopes select * from officer_scopes_of(fresh) order by ancestor_id, sort_key, officer_id
$$;
