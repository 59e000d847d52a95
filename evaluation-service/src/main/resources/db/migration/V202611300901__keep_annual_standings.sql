-- The told months of a year, counted and added up per person, kept by whatever tells or corrects them.
create table annual_standings (
    officer_id uuid not null,
    year int not null,
    count_a int not null,
    count_b int not null,
    count_c int not null,
    count_d int not null,
    left_out int not null,
    points_sum numeric(9, 4) not null,
    constraint pk_annual_standings primary key (officer_id, year),
    constraint fk_annual_standings_officer_id foreign key (officer_id) references officers (id),
    constraint ck_annual_standings_counts check (least(count_a, count_b, count_c, count_d, left_out) >= 0
        and count_a + count_b + count_c + count_d + left_out <= 12),
    constraint ck_annual_standings_points check (points_sum between 0 and 100 * (count_a + count_b + count_c + count_d))
) with (fillfactor = 60);
comment on table annual_standings is 'Living published months of a person and year: how many of each grade, how many without one, and the sum of their points';
comment on column annual_standings.left_out is 'Published months without a grade';

insert into annual_standings (officer_id, year, count_a, count_b, count_c, count_d, left_out, points_sum)
select officer_id, extract(year from period_from)::int, count(*) filter (where grade = 'A'), count(*) filter (where grade = 'B'),
    count(*) filter (where grade = 'C'), count(*) filter (where grade = 'D'), count(*) filter (where grade is null), coalesce(sum(points), 0)
from sheets
where period_type = 'MONTH' and superseded_at is null and state in ('PUBLISHED', 'LOCKED') and outcome in ('RATED', 'NOT_RATED')
group by 1, 2;

create function keep_annual_standings() returns trigger
language plpgsql as $$
begin
    if not exists (select from are where state in ('PUBLISHED', 'LOCKED')) then
        return null;
    end if;
    -- What a person had is changed first, in the order of the people, so that two who tell months of the same people never wait for each
    -- other in a circle; who had nothing gets a row, and if somebody else just made it, that one is added to.
    if tg_op = 'UPDATE' then
        with each as (
            select officer_id, period_from, grade, points, 1 as sign from are
            where period_type = 'MONTH' and superseded_at is null and state in ('PUBLISHED', 'LOCKED') and outcome in ('RATED', 'NOT_RATED')
            union all
            select officer_id, period_from, grade, points, -1 from were
            where period_type = 'MONTH' and superseded_at is null and state in ('PUBLISHED', 'LOCKED') and outcome in ('RATED', 'NOT_RATED')),
        change as materialized (
            select officer_id, extract(year from period_from)::int as year, sum(case grade when 'A' then sign else 0 end)::int as a,
                sum(case grade when 'B' then sign else 0 end)::int as b, sum(case grade when 'C' then sign else 0 end)::int as c,
                sum(case grade when 'D' then sign else 0 end)::int as d, sum(case when grade is null then sign else 0 end)::int as without,
                coalesce(sum(points * sign), 0) as points
            from each group by 1, 2 having sum(sign) <> 0 order by 1, 2),
        changed as (
            update annual_standings s set count_a = s.count_a + n.a, count_b = s.count_b + n.b, count_c = s.count_c + n.c,
                count_d = s.count_d + n.d, left_out = s.left_out + n.without, points_sum = s.points_sum + n.points
            from change n where s.officer_id = n.officer_id and s.year = n.year)
        insert into annual_standings as s (officer_id, year, count_a, count_b, count_c, count_d, left_out, points_sum)
        select n.officer_id, n.year, n.a, n.b, n.c, n.d, n.without, n.points from change n
        where not exists (select from annual_standings t where t.officer_id = n.officer_id and t.year = n.year)
        on conflict (officer_id, year) do update set count_a = s.count_a + excluded.count_a, count_b = s.count_b + excluded.count_b,
            count_c = s.count_c + excluded.count_c, count_d = s.count_d + excluded.count_d, left_out = s.left_out + excluded.left_out,
            points_sum = s.points_sum + excluded.points_sum;
    else
        with change as materialized (
            select officer_id, extract(year from period_from)::int as year, sum((grade = 'A')::int)::int as a,
                sum((grade = 'B')::int)::int as b, sum((grade = 'C')::int)::int as c, sum((grade = 'D')::int)::int as d,
                sum((grade is null)::int)::int as without, coalesce(sum(points), 0) as points
            from are
            where period_type = 'MONTH' and superseded_at is null and state in ('PUBLISHED', 'LOCKED') and outcome in ('RATED', 'NOT_RATED')
            group by 1, 2 order by 1, 2)
        insert into annual_standings as s (officer_id, year, count_a, count_b, count_c, count_d, left_out, points_sum)
        select n.officer_id, n.year, coalesce(n.a, 0), coalesce(n.b, 0), coalesce(n.c, 0), coalesce(n.d, 0), n.without, n.points from change n
        on conflict (officer_id, year) do update set count_a = s.count_a + excluded.count_a, count_b = s.count_b + excluded.count_b,
            count_c = s.count_c + excluded.count_c, count_d = s.count_d + excluded.count_d, left_out = s.left_out + excluded.left_out,
            points_sum = s.points_sum + excluded.points_sum;
    end if;
    return null;
end
$$;
-- The plan is made when the function first runs, and is kept: by the key it is right for one person and for all of the City.
alter function keep_annual_standings() set enable_hashjoin = off;
alter function keep_annual_standings() set enable_mergejoin = off;
alter function keep_annual_standings() set enable_seqscan = off;
create trigger tr_sheets_change_standings after update on sheets referencing old table as were new table as are
    for each statement execute function keep_annual_standings();
create trigger tr_sheets_add_to_standings after insert on sheets referencing new table as are
    for each statement execute function keep_annual_standings();
