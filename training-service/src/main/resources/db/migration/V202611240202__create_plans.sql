-- The plan of a year with what its decisions assigned: blocks with money, lines with quota.
create table plans (
    id uuid not null,
    version bigint not null,
    year int not null,
    unit_id uuid not null,
    unit_code text not null,
    unit_name text not null,
    created_at timestamptz not null,
    created_by text not null,
    constraint pk_plans primary key (id),
    constraint ux_plans_year unique (year),
    constraint ck_plans_year check (year between 2000 and 2100)
);
comment on table plans is 'Training plan of the City, one per year; the unit is the one that decides it';

create table plan_decisions (
    id uuid not null,
    version bigint not null,
    plan_id uuid not null,
    kind text not null,
    number text not null,
    signed_on date not null,
    issuer_unit_id uuid not null,
    issuer_code text not null,
    issuer_name text not null,
    legal_basis text not null,
    created_at timestamptz not null,
    created_by text not null,
    constraint pk_plan_decisions primary key (id),
    constraint fk_plan_decisions_plan_id foreign key (plan_id) references plans (id),
    constraint ck_plan_decisions_kind check (kind in ('ASSIGN'))
);
comment on table plan_decisions is 'Signed decisions about a plan; a decision is never changed, a later one adjusts';
comment on column plan_decisions.issuer_name is 'Name on the day of signing';
create index ix_plan_decisions_plan_id on plan_decisions (plan_id);
-- Numbers begin anew each year.
create unique index ux_plan_decisions_issuer_year_number
    on plan_decisions (issuer_unit_id, extract(year from signed_on), number);
create unique index ux_plan_decisions_plan_assigned on plan_decisions (plan_id) where kind = 'ASSIGN';

create table plan_blocks (
    id uuid not null,
    version bigint not null,
    plan_id uuid not null,
    decision_id uuid not null,
    position int not null,
    code text not null,
    name text not null,
    funding_source text not null,
    budget_vnd bigint not null,
    status text not null,
    constraint pk_plan_blocks primary key (id),
    constraint fk_plan_blocks_plan_id foreign key (plan_id) references plans (id),
    constraint fk_plan_blocks_decision_id foreign key (decision_id) references plan_decisions (id),
    constraint ux_plan_blocks_plan_code unique (plan_id, code),
    constraint ck_plan_blocks_funding_source check (funding_source in ('CITY_BUDGET', 'DISTRICT_BUDGETS')),
    constraint ck_plan_blocks_budget check (budget_vnd between 0 and 9007199254740991),
    constraint ck_plan_blocks_status check (status in ('ASSIGNED', 'PENDING_APPROVAL'))
);
comment on table plan_blocks is 'Blocks (khối) of a plan: one budget of one funding source';
create index ix_plan_blocks_decision_id on plan_blocks (decision_id);

create table plan_lines (
    id uuid not null,
    version bigint not null,
    plan_id uuid not null,
    block_id uuid not null,
    position int not null,
    code text not null,
    name text not null,
    status text not null,
    classes int,
    places int,
    opened_classes int not null default 0,
    opened_places int not null default 0,
    constraint pk_plan_lines primary key (id),
    constraint fk_plan_lines_plan_id foreign key (plan_id) references plans (id),
    constraint fk_plan_lines_block_id foreign key (block_id) references plan_blocks (id),
    constraint ux_plan_lines_plan_code unique (plan_id, code),
    constraint ux_plan_lines_plan_position unique (plan_id, position),
    constraint ck_plan_lines_status check (status in ('ASSIGNED', 'PENDING_APPROVAL')),
    constraint ck_plan_lines_quota check (
        (status = 'ASSIGNED' and classes >= 0 and places >= 0 and classes is not null and places is not null)
        or (status = 'PENDING_APPROVAL' and classes is null and places is null)),
    constraint ck_plan_lines_opened check (
        opened_classes >= 0 and opened_places >= 0
        and opened_classes <= coalesce(classes, 0) and opened_places <= coalesce(places, 0))
);
comment on table plan_lines is 'Quota of classes and places; null while the City has not approved the adjustment that allots them';
comment on column plan_lines.places is 'Training places (lượt), not persons';
create index ix_plan_lines_block_id on plan_lines (block_id);
