create function unit_of_officer(officer uuid) returns uuid
language sql stable parallel safe as $$
    select a.unit_id from assignments a cross join (select (now() at time zone 'Asia/Ho_Chi_Minh')::date as day) today
    where a.officer_id = officer and a.main
    order by a.valid_from <= today.day desc, abs(a.valid_from - today.day), a.id desc limit 1
$$;
comment on function unit_of_officer(uuid) is
    'Rights of today: the unit of the main post, the last that has begun or else the first to come; null if none is known';

create index if not exists ix_officers_officer_code on officers (officer_code);

create function officer_of_code(wanted text) returns uuid
language sql stable parallel safe as $$
    select id from officers where officer_code = wanted limit 1
$$;
comment on function officer_of_code(text) is 'The officer with the code; null if none';
