-- The way up follows the dated tree as the way down does.
create or replace function units_above(unit uuid) returns table (id uuid)
language sql stable parallel safe as $$
    select a.ancestor_id from units u join unit_ancestors a on a.unit_id = u.id
    where u.id = unit and daterange(a.valid_from, a.valid_to)
        @> least(greatest((now() at time zone 'Asia/Ho_Chi_Minh')::date, u.valid_from), u.valid_to - 1)
$$;
comment on function units_above(uuid) is
    'The unit and everything above it today; for a closed unit on its last day, for one that is to come on its first';
