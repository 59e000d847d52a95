-- Rights over a person follow the main post of today; who left is still seen from the last one.
create function main_posts(day date) returns table (officer_id uuid, unit_id uuid)
language sql stable parallel safe as $$
    select a.officer_id, a.unit_id from assignments a
    where a.main and not exists (
        select 1 from assignments b
        where b.officer_id = a.officer_id and b.main and case
            when b.valid_from <= day then a.valid_from > day or (b.valid_from, b.id) > (a.valid_from, a.id)
            else a.valid_from > day and (b.valid_from, b.id) < (a.valid_from, a.id) end)
$$;
comment on function main_posts(date) is
    'The unit of the one main post of each officer: the last that has begun by the day, or else the first to come';

create function main_posts_today() returns table (officer_id uuid, unit_id uuid)
language sql stable parallel safe as $$
    select officer_id, unit_id from main_posts((now() at time zone 'Asia/Ho_Chi_Minh')::date)
$$;
comment on function main_posts_today() is 'Rights of today';
