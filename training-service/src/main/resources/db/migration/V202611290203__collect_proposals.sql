create table plan_deadline_rules (
    step text not null,
    first_year int not null,
    last_year int,
    years_before int not null,
    month int not null,
    day int not null,
    legal_basis text not null,
    mark text not null,
    legal_check boolean not null,
    constraint pk_plan_deadline_rules primary key (step, first_year),
    constraint ck_plan_deadline_rules_step check (step in ('UNIT_PROPOSAL', 'CONSOLIDATION', 'COSTING')),
    constraint ck_plan_deadline_rules_day check (make_date(2001, month, day) is not null),
    constraint ck_plan_deadline_rules_mark check (mark in ('LAW', 'SECONDARY', 'ASSUMED')),
    constraint ex_plan_deadline_rules_years exclude using gist (step with =, int4range(first_year, last_year, '[]') with &&)
);
comment on table plan_deadline_rules is 'Last day of each step of planning a year; who is late is marked so and not refused. legal_check = true means that a lawyer has not yet confirmed it';
revoke insert, update, delete, truncate on plan_deadline_rules from ${app_role};
insert into plan_deadline_rules (step, first_year, years_before, month, day, legal_basis, mark, legal_check) values
    ('UNIT_PROPOSAL', 2000, 1, 8, 31, 'Lập dự toán năm sau (Thông tư 36/2018/TT-BTC); the day is assumed', 'ASSUMED', true),
    ('CONSOLIDATION', 2000, 1, 9, 30, 'Lập dự toán năm sau (Thông tư 36/2018/TT-BTC); the day is assumed', 'ASSUMED', true),
    ('COSTING', 2000, 1, 10, 31, 'Lập dự toán năm sau (Thông tư 36/2018/TT-BTC); the day is assumed', 'ASSUMED', true);

create table plan_proposals (
    id uuid not null,
    version bigint not null,
    year int not null,
    unit_id uuid not null,
    unit_code text not null,
    unit_name text not null,
    city boolean not null,
    state text not null,
    created_at timestamptz not null,
    created_by text not null,
    updated_by text not null,
    submitted_at timestamptz,
    submitted_by text,
    due_on date,
    returned_by text,
    return_reason text,
    constraint pk_plan_proposals primary key (id),
    constraint ck_plan_proposals_year check (year between 2000 and 2100),
    constraint ck_plan_proposals_state check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'WITHDRAWN')),
    constraint ck_plan_proposals_submitted check (
        num_nulls(submitted_at, submitted_by) in (0, 2) and (state not in ('SUBMITTED', 'RETURNED') or submitted_at is not null)),
    constraint ck_plan_proposals_returned check (state <> 'RETURNED' or (returned_by is not null and return_reason is not null))
);
comment on table plan_proposals is 'What a unit asks for the plan of a year; one that is not withdrawn for each unit and year';
comment on column plan_proposals.unit_name is 'Name on the day of drafting';
comment on column plan_proposals.updated_by is 'Who wrote the lines as they are';
comment on column plan_proposals.due_on is 'Last day of its step by the rules when it was submitted; null if there is no rule';
create unique index ux_plan_proposals_year_unit on plan_proposals (year, unit_id) where state <> 'WITHDRAWN';
create index ix_plan_proposals_unit_id on plan_proposals (unit_id);
create index ix_plan_proposals_year on plan_proposals (year, unit_code, id);
revoke delete, truncate on plan_proposals from ${app_role};

create table plan_proposal_lines (
    id uuid not null,
    proposal_id uuid not null,
    position int not null,
    name text not null,
    funding_source text not null,
    training_type text,
    training_form text,
    training_content text,
    classes int not null,
    places int not null,
    estimate_vnd bigint,
    cost_sheet text,
    constraint pk_plan_proposal_lines primary key (id),
    constraint fk_plan_proposal_lines_proposal_id foreign key (proposal_id) references plan_proposals (id),
    constraint ck_plan_proposal_lines_funding_source check (funding_source in ('CITY_BUDGET', 'DISTRICT_BUDGETS')),
    constraint ck_plan_proposal_lines_cost_sheet check (cost_sheet is json object),
    constraint ck_plan_proposal_lines_figures check (classes >= 0 and places >= 0 and estimate_vnd between 0 and 9007199254740991)
);
comment on table plan_proposal_lines is 'Lines of proposals; replaced while the proposal is a draft or returned, fixed once submitted';
comment on column plan_proposal_lines.cost_sheet is 'The computed sheet as JSON, kept byte for byte';
comment on column plan_proposal_lines.estimate_vnd is 'Estimate in đồng, from the cost sheet if there is one';
create index ix_plan_proposal_lines_proposal_id on plan_proposal_lines (proposal_id, position);

create table plan_proposal_sources (
    line_id uuid not null,
    source_line_id uuid not null,
    constraint pk_plan_proposal_sources primary key (line_id, source_line_id),
    constraint fk_plan_proposal_sources_line_id foreign key (line_id) references plan_proposal_lines (id),
    constraint fk_plan_proposal_sources_source_line_id foreign key (source_line_id) references plan_proposal_lines (id),
    constraint ux_plan_proposal_sources_source_line_id unique (source_line_id),
    constraint ck_plan_proposal_sources_other check (line_id <> source_line_id)
);
comment on table plan_proposal_sources is 'Which lines of units below went into which line of a unit above; each goes on once';

alter table plan_lines add constraint fk_plan_lines_proposal_line_id foreign key (proposal_line_id) references plan_proposal_lines (id);
comment on column plan_lines.proposal_line_id is 'Line of the City''s proposal that the decision took; null if none';

create function proposal_line_tops(lines uuid[]) returns table (line_id uuid, top_id uuid, steps int)
language sql stable parallel safe as $$
    with recursive up as (
        select l as line_id, l as top_id, 0 as steps from unnest(lines) l
        union all
        select up.line_id, s.line_id, up.steps + 1
        from up join plan_proposal_sources s on s.source_line_id = up.top_id
            join plan_proposal_lines l on l.id = s.line_id join plan_proposals p on p.id = l.proposal_id and p.state = 'SUBMITTED')
    select distinct on (line_id) line_id, top_id, steps from up order by line_id, steps desc
$$;
comment on function proposal_line_tops(uuid[]) is 'The highest line that each of the lines went into through submitted proposals; itself with 0 steps if none';
