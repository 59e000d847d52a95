create function unit_of_code(wanted text) returns uuid
language sql stable parallel safe as $$
    select id from units where code = wanted limit 1
$$;
comment on function unit_of_code(text) is 'The unit that has or had the electronic code; null if none';
