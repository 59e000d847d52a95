-- The way up from a unit; units_within (read copy of the directory) is the way down.
create function units_above(unit uuid) returns table (id uuid)
language sql stable parallel safe as $$
    with recursive above as (
        select unit as id
        union
        select u.parent_id from units u join above a on a.id = u.id where u.parent_id is not null)
    select id from above
$$;
comment on function units_above(uuid) is 'The unit and everything above it';
