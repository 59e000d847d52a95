-- Reorganisations: documents that say which units are made, changed and dissolved on a day, and where every post goes.
create table reorganisations (
    id uuid not null,
    title text not null,
    decision_number text not null,
    decision_signed_on date not null,
    decision_issuer text not null,
    effective_on date not null,
    content jsonb not null,
    new_units jsonb not null,
    state text not null,
    pending text,
    operation_id uuid,
    requested_by jsonb,
    scope_unit_id uuid not null,
    version bigint not null,
    content_version bigint not null,
    drafted_by text not null,
    drafted_at timestamptz not null,
    changed_by text not null,
    changed_at timestamptz not null,
    applied_by text,
    applied_at timestamptz,
    reverted_by text,
    reverted_at timestamptz,
    constraint pk_reorganisations primary key (id),
    constraint fk_reorganisations_scope_unit_id foreign key (scope_unit_id) references units (id),
    constraint ck_reorganisations_title check (length(title) between 1 and 300),
    constraint ck_reorganisations_state check (state in ('DRAFT', 'APPLIED', 'REVERTED', 'CANCELLED')),
    constraint ck_reorganisations_pending check (pending in ('APPLY', 'REVERT') and operation_id is not null and requested_by is not null or pending is null),
    constraint ck_reorganisations_applied check ((state in ('APPLIED', 'REVERTED')) = (applied_at is not null))
);
comment on column reorganisations.new_units is 'Id of each unit to be made, by the name it has within the plan';
comment on column reorganisations.content_version is 'Version in which it got its present content; what others counted refers to it';
comment on column reorganisations.pending is 'What was asked for and is not done yet';
comment on column reorganisations.requested_by is 'Who asked for it: the caller with the scope of that moment';
comment on column reorganisations.scope_unit_id is 'Unit of the person who drafted the plan; bounds who may see it';
create index ix_reorganisations_effective_on on reorganisations (effective_on, id);
create index ix_reorganisations_pending on reorganisations (operation_id) where pending is not null;
create index ix_reorganisations_scope_unit_id on reorganisations (scope_unit_id);

create table reorganisation_impacts (
    plan_id uuid not null,
    service text not null,
    plan_version bigint not null,
    counts jsonb not null,
    received_at timestamptz not null,
    constraint pk_reorganisation_impacts primary key (plan_id, service),
    constraint ck_reorganisation_impacts_service check (service in ('training', 'selection'))
);
comment on table reorganisation_impacts is 'What the other services counted for the newest version of a plan they know; told by events';

create table unit_handovers (
    id uuid not null,
    from_unit_id uuid not null,
    to_unit_id uuid not null,
    effective_on date not null,
    decision_number text not null,
    plan_id uuid not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    superseded_at timestamptz,
    superseded_by text,
    constraint pk_unit_handovers primary key (id),
    constraint fk_unit_handovers_from_unit_id foreign key (from_unit_id) references units (id),
    constraint fk_unit_handovers_to_unit_id foreign key (to_unit_id) references units (id)
);
comment on table unit_handovers is 'Who goes on with the open work of a dissolved unit, by the decision that dissolved it';
create index ix_unit_handovers_from_unit_id on unit_handovers (from_unit_id);
create index ix_unit_handovers_to_unit_id on unit_handovers (to_unit_id);
create index ix_unit_handovers_plan_id on unit_handovers (plan_id);
