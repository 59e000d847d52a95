-- A decision never edits: what it does is a new version of a line or a budget. The rows of plan_lines and plan_budgets say what is so now.
alter table plan_decisions drop constraint ck_plan_decisions_kind;
alter table plan_decisions add constraint ck_plan_decisions_kind check (kind in ('ASSIGN', 'ADJUST', 'TRANSFER', 'RELEASE', 'CLOSE'));
create unique index ux_plan_decisions_plan_closed on plan_decisions (plan_id) where kind = 'CLOSE';

alter table plans add column closed_by uuid;
alter table plans add constraint fk_plans_closed_by foreign key (closed_by) references plan_decisions (id);
comment on column plans.closed_by is 'Decision that closed the plan; null while it is open';

alter table plan_blocks add column opened_by uuid;
alter table plan_blocks add constraint fk_plan_blocks_opened_by foreign key (opened_by) references plan_decisions (id);
alter table plan_blocks add constraint ck_plan_blocks_opened check (opened_by is null or status = 'ASSIGNED');
comment on column plan_blocks.opened_by is 'Decision that released the block; null if it was assigned from the beginning, or is still pending';
comment on column plan_blocks.budget_vnd is 'Sum of the budgets of the block as they are now';

alter table plan_lines
    add column unit_id uuid,
    add column unit_code text,
    add column unit_name text,
    add column training_type text,
    add column training_form text,
    add column training_content text,
    add column proposal_line_id uuid,
    add constraint ck_plan_lines_unit check (num_nulls(unit_id, unit_code, unit_name) in (0, 3)),
    add constraint ux_plan_lines_proposal_line_id unique (proposal_line_id);
comment on column plan_lines.unit_id is 'Unit that the quota is assigned to; null: to the block as a whole';
comment on column plan_lines.unit_name is 'Name on the day of signing';
create index ix_plan_lines_unit_id on plan_lines (unit_id);

create table plan_line_versions (
    line_id uuid not null,
    number int not null,
    decision_id uuid not null,
    status text not null,
    classes int,
    places int,
    valid_from date not null,
    recorded_at timestamptz not null,
    constraint pk_plan_line_versions primary key (line_id, number),
    constraint fk_plan_line_versions_line_id foreign key (line_id) references plan_lines (id),
    constraint fk_plan_line_versions_decision_id foreign key (decision_id) references plan_decisions (id),
    constraint ck_plan_line_versions_number check (number > 0),
    constraint ck_plan_line_versions_quota check (
        (status = 'ASSIGNED' and classes >= 0 and places >= 0 and classes is not null and places is not null)
        or (status = 'PENDING_APPROVAL' and classes is null and places is null))
);
comment on table plan_line_versions is 'Quota of a line by decision: valid from the day of signing until the next number; numbers are contiguous from 1. Added, never altered';
create index ix_plan_line_versions_decision_id on plan_line_versions (decision_id);
revoke update, delete, truncate on plan_line_versions from ${app_role};

create table plan_budgets (
    id uuid not null,
    plan_id uuid not null,
    block_id uuid not null,
    unit_id uuid not null,
    unit_code text not null,
    unit_name text not null,
    account_id uuid not null,
    budget_vnd bigint not null,
    number int not null,
    constraint pk_plan_budgets primary key (id),
    constraint fk_plan_budgets_block_id foreign key (block_id) references plan_blocks (id),
    constraint fk_plan_budgets_account_id foreign key (account_id) references accounts (id),
    constraint ux_plan_budgets_block_unit unique (block_id, unit_id),
    constraint ck_plan_budgets_budget check (budget_vnd between 0 and 9007199254740991)
);
comment on table plan_budgets is 'Money of a block given to a unit, as it is now, with the account that holds it';
create index ix_plan_budgets_plan_id on plan_budgets (plan_id);
create index ix_plan_budgets_account_id on plan_budgets (account_id);

create table plan_budget_versions (
    budget_id uuid not null,
    number int not null,
    decision_id uuid not null,
    budget_vnd bigint not null,
    valid_from date not null,
    recorded_at timestamptz not null,
    constraint pk_plan_budget_versions primary key (budget_id, number),
    constraint fk_plan_budget_versions_budget_id foreign key (budget_id) references plan_budgets (id),
    constraint fk_plan_budget_versions_decision_id foreign key (decision_id) references plan_decisions (id),
    constraint ck_plan_budget_versions_number check (number > 0),
    constraint ck_plan_budget_versions_budget check (budget_vnd between 0 and 9007199254740991)
);
comment on table plan_budget_versions is 'Money of a block and unit by decision, in đồng; numbers are contiguous from 1. Added, never altered';
create index ix_plan_budget_versions_decision_id on plan_budget_versions (decision_id);
revoke update, delete, truncate on plan_budget_versions from ${app_role};
revoke delete, truncate on plan_budgets, plan_lines, plan_blocks, plans from ${app_role};

insert into plan_line_versions (line_id, number, decision_id, status, classes, places, valid_from, recorded_at)
select l.id, 1, b.decision_id, l.status, l.classes, l.places, d.signed_on, d.created_at
from plan_lines l join plan_blocks b on b.id = l.block_id join plan_decisions d on d.id = b.decision_id;
insert into plan_budgets (id, plan_id, block_id, unit_id, unit_code, unit_name, account_id, budget_vnd, number)
select uuidv7(), b.plan_id, b.id, p.unit_id, p.unit_code, p.unit_name, a.id, b.budget_vnd, 1
from plan_blocks b join plans p on p.id = b.plan_id join accounts a on a.block_id = b.id;
insert into plan_budget_versions (budget_id, number, decision_id, budget_vnd, valid_from, recorded_at)
select g.id, 1, b.decision_id, g.budget_vnd, d.signed_on, d.created_at
from plan_budgets g join plan_blocks b on b.id = g.block_id join plan_decisions d on d.id = b.decision_id;

create function plan_lines_at(day date, known timestamptz)
returns table (line_id uuid, number int, decision_id uuid, status text, classes int, places int)
language sql stable parallel safe as $$
    select distinct on (v.line_id) v.line_id, v.number, v.decision_id, v.status, v.classes, v.places
    from plan_line_versions v
    where v.valid_from <= coalesce(day, 'infinity') and v.recorded_at <= coalesce(known, 'infinity')
    order by v.line_id, v.number desc
$$;
comment on function plan_lines_at(date, timestamptz) is 'The version of each line that is valid on the day, as it was known at the moment; null means no limit';

create function plan_budgets_at(day date, known timestamptz)
returns table (budget_id uuid, number int, decision_id uuid, budget_vnd bigint)
language sql stable parallel safe as $$
    select distinct on (v.budget_id) v.budget_id, v.number, v.decision_id, v.budget_vnd
    from plan_budget_versions v
    where v.valid_from <= coalesce(day, 'infinity') and v.recorded_at <= coalesce(known, 'infinity')
    order by v.budget_id, v.number desc
$$;
comment on function plan_budgets_at(date, timestamptz) is 'The version of each budget that is valid on the day, as it was known at the moment; null means no limit';
