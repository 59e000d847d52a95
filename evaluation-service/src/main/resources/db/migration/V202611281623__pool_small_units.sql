create function rating_unit_above(unit uuid, day date) returns uuid
language sql stable as $$
    select t.ancestor_id from unit_ancestors t
    join unit_states r on r.unit_id = t.ancestor_id and r.superseded_at is null
        and r.valid_from <= day and (r.valid_to is null or r.valid_to > day)
    where t.unit_id = unit and t.depth > 0 and t.superseded_at is null and t.valid_from <= day and (t.valid_to is null or t.valid_to > day)
        and r.type <> 'DIVISION'
    order by t.depth limit 1
$$;
comment on function rating_unit_above is 'The closest unit above one that is no division, on a day; null for the City';

create function rating_units_below(unit uuid, day date) returns setof uuid
language sql stable as $$
    select t.unit_id from unit_ancestors t
    join unit_states u on u.unit_id = t.unit_id and u.superseded_at is null and u.valid_from <= day
        and (u.valid_to is null or u.valid_to > day) and u.type <> 'DIVISION'
    where t.ancestor_id = unit and t.depth > 0 and t.superseded_at is null and t.valid_from <= day and (t.valid_to is null or t.valid_to > day)
        and not exists (
            select from unit_ancestors b
            join unit_states m on m.unit_id = b.ancestor_id and m.superseded_at is null and m.valid_from <= day
                and (m.valid_to is null or m.valid_to > day) and m.type <> 'DIVISION'
            where b.unit_id = t.unit_id and b.depth > 0 and b.depth < t.depth and b.superseded_at is null and b.valid_from <= day
                and (b.valid_to is null or b.valid_to > day))
$$;
comment on function rating_units_below is 'The closest units below one that are no divisions, on a day';
