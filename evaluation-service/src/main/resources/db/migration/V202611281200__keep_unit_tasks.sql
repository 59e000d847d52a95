-- Tasks that a unit above assigns to units, with their whole history, and the results of units that follow from them.
create table unit_tasks (
    id uuid not null,
    unit_id uuid not null,
    external_key text collate "C",
    document_number text not null,
    title text not null,
    assigned_on date not null,
    due_on date not null,
    weight numeric(8, 4) not null,
    delivered text not null,
    cancelled boolean not null,
    outcome text,
    finished_on date,
    quality text,
    exceeded boolean not null,
    reported boolean not null,
    state text not null generated always as (
        case
            when cancelled then 'CANCELLED'
            when outcome is null then 'ASSIGNED'
            when outcome = 'NOT_DONE' then 'NOT_DONE'
            when finished_on > due_on then 'DONE_LATE'
            else 'DONE_ON_TIME'
        end) stored,
    row_version bigint not null,
    constraint pk_unit_tasks primary key (id),
    constraint ux_unit_tasks_external_key unique (external_key),
    constraint fk_unit_tasks_unit_id foreign key (unit_id) references units (id),
    constraint ck_unit_tasks_external_key check (length(external_key) between 3 and 140),
    constraint ck_unit_tasks_document_number check (length(document_number) between 1 and 100),
    constraint ck_unit_tasks_title check (length(title) between 1 and 500),
    constraint ck_unit_tasks_due_on check (due_on >= assigned_on),
    constraint ck_unit_tasks_weight check (weight > 0),
    constraint ck_unit_tasks_delivered check (delivered ~ '^[0-9a-f]{64}$'),
    constraint ck_unit_tasks_outcome check (
        outcome is null and finished_on is null and quality is null and not exceeded
        or outcome = 'NOT_DONE' and finished_on is null and quality is null and not exceeded
        or outcome = 'DONE' and finished_on >= assigned_on and quality is not null and quality in ('MET', 'NOT_MET')
            and not (exceeded and quality = 'NOT_MET')),
    constraint ck_unit_tasks_cancelled check (not cancelled or outcome is null)
);
create index ix_unit_tasks_unit_id_due_on on unit_tasks (unit_id, due_on);
create index ix_unit_tasks_unit_id_finished_on on unit_tasks (unit_id, finished_on) where finished_on is not null;
comment on table unit_tasks is 'Tasks as they are now; unit_task_entries says how they came to be so';
comment on column unit_tasks.external_key is 'System that the task comes from, and its id there; null if entered here';
comment on column unit_tasks.due_on is 'With all extensions';
comment on column unit_tasks.delivered is 'SHA-256 of what was first delivered, so that a second delivery is known';
comment on column unit_tasks.state is 'Derived from the dates; the service derives the same';

create table unit_task_entries (
    task_id uuid not null,
    version bigint not null,
    act text,
    recorded_at timestamptz not null,
    recorded_by text not null,
    officer_id uuid,
    delegation_id uuid,
    note jsonb not null,
    constraint pk_unit_task_entries primary key (task_id, version),
    constraint fk_unit_task_entries_task_id foreign key (task_id) references unit_tasks (id),
    constraint ck_unit_task_entries_act check (act in ('EXTEND', 'SUBMIT', 'RESOLVE', 'CANCEL', 'CORRECT')),
    constraint ck_unit_task_entries_assigned check ((act is null) = (version = 1))
);
comment on table unit_task_entries is 'What was done with a task, one row per version; only grows';
comment on column unit_task_entries.act is 'Null for the assignment itself';

create table unit_results (
    id uuid not null,
    unit_id uuid not null,
    period_type text not null,
    period_from date not null,
    revision int not null,
    supersedes uuid,
    superseded_at timestamptz,
    opened_by text not null,
    opened_at timestamptz not null,
    level text,
    suggested text,
    basis text,
    digest text,
    decided_by text,
    officer_id uuid,
    delegation_id uuid,
    decided_at timestamptz,
    reason_code text,
    decision_number text,
    decision_signed_on date,
    decision_issuer text,
    row_version bigint not null,
    constraint pk_unit_results primary key (id),
    constraint fk_unit_results_unit_id foreign key (unit_id) references units (id),
    constraint fk_unit_results_supersedes foreign key (supersedes) references unit_results (id),
    constraint ux_unit_results_supersedes unique (supersedes),
    constraint ck_unit_results_period check (
        period_type in ('MONTH', 'QUARTER', 'YEAR')
        and extract(day from period_from) = 1
        and (period_type <> 'QUARTER' or extract(month from period_from) in (1, 4, 7, 10))
        and (period_type <> 'YEAR' or extract(month from period_from) = 1)),
    constraint ck_unit_results_revision check (revision >= 1 and (revision = 1) = (supersedes is null)),
    constraint ck_unit_results_level check (level in ('A', 'B', 'C', 'D')),
    constraint ck_unit_results_suggested check (suggested in ('A', 'B', 'C', 'D')),
    constraint ck_unit_results_digest check (digest ~ '^[0-9a-f]{64}$'),
    constraint ck_unit_results_decided check (
        (level is null) = (basis is null)
        and (level is null) = (digest is null)
        and (level is null) = (decided_by is null)
        and (level is null) = (officer_id is null)
        and (level is null) = (decided_at is null)
        and (level is null) = (reason_code is null)
        and (level is null) = (decision_number is null)
        and (level is null) = (decision_signed_on is null)
        and (level is null) = (decision_issuer is null)
        and (level is not null or suggested is null and delegation_id is null and superseded_at is null and revision = 1))
);
create unique index ux_unit_results_living on unit_results (unit_id, period_type, period_from) where superseded_at is null;
create index ix_unit_results_period on unit_results (period_type, period_from, unit_id) where superseded_at is null;
comment on table unit_results is 'Level of a unit in a period; open until an authority above the unit decides, then fixed but for being superseded';
comment on column unit_results.basis is 'Counts, tasks with their versions and rules on which it rests, as canonical JSON';
comment on column unit_results.digest is 'SHA-256 of basis';

create function keep_decided_unit_results() returns trigger
language plpgsql as $$
begin
    if tg_op = 'DELETE' or tg_op = 'UPDATE' and old.level is not null and (
        old.superseded_at is not null
        or to_jsonb(new) - '{superseded_at,row_version}'::text[] <> to_jsonb(old) - '{superseded_at,row_version}'::text[])
    then
        raise exception 'a decided result never changes: constraint "ck_unit_results_kept"'
            using errcode = 'check_violation', constraint = 'ck_unit_results_kept', table = 'unit_results';
    end if;
    return new;
end
$$;
create trigger tr_unit_results_kept before update or delete on unit_results
    for each row execute function keep_decided_unit_results();

alter table imports drop constraint ck_imports_kind;
alter table imports add constraint ck_imports_kind check (kind in ('UNITS', 'OFFICERS', 'UNIT_TASKS'));
