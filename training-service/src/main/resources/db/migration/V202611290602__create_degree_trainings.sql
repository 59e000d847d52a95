-- Whose a person's records are: the unit of the main post of today, or the successor of a unit that ended before the post was moved.
create function carried_unit(officer uuid) returns uuid
language sql stable parallel safe as $$
    with recursive today as (select (now() at time zone 'Asia/Ho_Chi_Minh')::date as day),
    path as (
        (select a.unit_id, 0 as step from assignments a, today
            where a.officer_id = officer and a.main
            order by a.valid_from <= today.day desc, abs(a.valid_from - today.day), a.id desc limit 1)
        union all
        select s.to_unit_id, p.step + 1
        from path p join units u on u.id = p.unit_id cross join today
        cross join lateral (
            select each.to_unit_id from unit_successions each
            where each.from_unit_id = p.unit_id and each.effective_on <= today.day
            order by each.effective_on desc, each.share desc, each.to_unit_id limit 1) s
        where u.valid_to <= today.day and p.step < 20)
    select unit_id from path order by step desc limit 1
$$;
comment on function carried_unit(uuid) is
    'The unit that keeps the records of an officer today: that of the main post, or, if it has ended, the successor with the greatest share';

create table degree_trainings (
    id uuid not null,
    version bigint not null,
    officer_id uuid not null,
    officer_code text not null,
    officer_name text not null,
    category text not null,
    unit_id uuid not null,
    unit_code text not null,
    unit_name text not null,
    level text not null,
    field text not null,
    institution text not null,
    country text not null,
    starts_on date not null,
    ends_on date not null,
    funding_source text not null,
    costs jsonb not null,
    cost_vnd bigint not null,
    stated jsonb not null,
    rule text not null,
    checked jsonb not null,
    state text not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    decision jsonb,
    sent_on date,
    ending jsonb,
    constraint pk_degree_trainings primary key (id),
    constraint ck_degree_trainings_state check (
        state in ('PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'SENT', 'COMPLETED', 'NOT_COMPLETED', 'LEFT')),
    constraint ck_degree_trainings_days check (ends_on >= starts_on),
    constraint ck_degree_trainings_cost check (cost_vnd >= 0 and cost_vnd < 9007199254740992),
    constraint ck_degree_trainings_sent check ((sent_on is not null) = (state in ('SENT', 'COMPLETED', 'NOT_COMPLETED', 'LEFT')))
);
comment on table degree_trainings is 'Officers who are or shall be sent to a degree, with the conditions as last checked and the decision';
comment on column degree_trainings.stated is 'Facts of the personnel file that no event tells, birth date among them; never shown';
comment on column degree_trainings.rule is 'Rule of the decrees for the day of sending';
comment on column degree_trainings.cost_vnd is 'Sum of costs: tuition and other course costs, without salary and allowances';
create unique index ux_degree_trainings_open on degree_trainings (officer_id) where state in ('PROPOSED', 'APPROVED', 'SENT');
create index ix_degree_trainings_officer_id on degree_trainings (officer_id);
revoke delete, truncate on degree_trainings from ${app_role};
