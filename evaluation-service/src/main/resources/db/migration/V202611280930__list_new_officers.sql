-- Nobody lists somebody new, so nothing has to be compared.
create function list_new_officers(fresh uuid[]) returns void
language sql as $$
    insert into officer_scopes select * from officer_scopes_of(fresh)
$$;
comment on function list_new_officers(uuid[]) is 'Enters officers who have just been recorded into officer_scopes';
