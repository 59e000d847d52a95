-- Which results do not rest on the disciplinary decisions as they are recorded now. It is derived and not copied, so it can be missed in no
-- order of the two decisions, and it goes as soon as the result is decided again. A line for each revision, with its day: sanctions are few and
-- sheets are many, so whoever asks about many sheets begins from the sanctions of a few days.
create view outdated_sheets as
    select s.id as sheet_id, s.closing_id, d.effective_on, coalesce(d.superseded_at, d.recorded_at) as since
    from discipline_decisions d
    cross join lateral (select d.superseded_at is null and d.lifted_on is null as stands) k
    join sheets s on s.officer_id = d.officer_id and s.superseded_at is null and s.outcome = 'RATED' and s.period_from <= d.effective_on
        and d.effective_on < s.period_from + case s.period_type
            when 'MONTH' then interval '1 month' when 'QUARTER' then interval '3 months' when 'HALF' then interval '6 months'
            else interval '1 year' end
    where k.stands <> (coalesce(s.extras->'disciplines', '[]'::jsonb)
            @> jsonb_build_array(jsonb_build_object('decision', d.number, 'effectiveOn', d.effective_on::text, 'partyOnly', false)))
        -- A revision that says the same of the day is no other one.
        and (k.stands or not exists (
            select 1 from discipline_decisions n
            where n.case_id = d.case_id and n.superseded_at is null and n.lifted_on is null and n.effective_on = d.effective_on));
comment on view outdated_sheets is 'Rated sheets whose inputs lack a recorded disciplinary decision, or have one that was corrected or lifted';

create function year_lacks_discipline(officer uuid, of_year int, facts jsonb) returns boolean
language sql stable parallel safe as $$
    select exists (
        select 1 from discipline_decisions d
        cross join lateral (select d.superseded_at is null and d.lifted_on is null as stands) k
        where d.officer_id = officer and d.signed_on between make_date(of_year, 1, 1) and make_date(of_year, 12, 31)
            and k.stands <> (coalesce(facts->'sanctions', '[]'::jsonb) @> jsonb_build_array(jsonb_build_object(
                'form', d.form, 'decidedOn', d.signed_on::text, 'inDuty', d.in_duty, 'source', 'discipline-cases/' || d.case_id)))
            and (k.stands or not exists (
                select 1 from discipline_decisions n
                where n.case_id = d.case_id and n.superseded_at is null and n.lifted_on is null and n.form = d.form)))
$$;
comment on function year_lacks_discipline(uuid, int, jsonb) is 'Whether the facts of a year are others than the recorded disciplinary decisions of it';
