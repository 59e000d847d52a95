create table service_commitments (
    id uuid not null,
    version bigint not null,
    training_id uuid not null,
    officer_id uuid not null,
    officer_code text not null,
    officer_name text not null,
    unit_id uuid not null,
    unit_code text not null,
    unit_name text not null,
    rule text not null,
    study_months int not null,
    months int not null,
    cost_vnd bigint not null,
    document jsonb not null,
    signed_on date not null,
    starts_on date,
    ends_on date,
    state text not null,
    constraint pk_service_commitments primary key (id),
    constraint ux_service_commitments_training_id unique (training_id),
    constraint fk_service_commitments_training_id foreign key (training_id) references degree_trainings (id),
    constraint ck_service_commitments_state check (state in ('SIGNED', 'RUNNING', 'VOID', 'BROKEN', 'RELEASED')),
    constraint ck_service_commitments_months check (months >= 1 and study_months >= 1),
    constraint ck_service_commitments_cost check (cost_vnd >= 0 and cost_vnd < 9007199254740992),
    constraint ck_service_commitments_days check (ends_on > starts_on and (starts_on is null) = (ends_on is null))
);
comment on table service_commitments is 'Promised service after a degree. Its unit is that of the officer today, so a transfer or reorganisation carries it without a change here';
comment on column service_commitments.ends_on is 'First day on which it binds no more; a running one ends by itself';
create index ix_service_commitments_officer_id on service_commitments (officer_id);
revoke delete, truncate on service_commitments from ${app_role};

create table compensations (
    id uuid not null,
    version bigint not null,
    commitment_id uuid not null,
    officer_id uuid not null,
    trigger text not null,
    event_on date not null,
    state text not null,
    opened jsonb not null,
    opened_at timestamptz not null,
    verdict jsonb,
    amount_vnd bigint,
    paid_vnd bigint not null default 0,
    due_on date,
    ending jsonb,
    constraint pk_compensations primary key (id),
    constraint fk_compensations_commitment_id foreign key (commitment_id) references service_commitments (id),
    constraint ck_compensations_state check (state in ('OPEN', 'DECIDED', 'PAYING', 'SETTLED', 'EXEMPTED', 'CANCELLED')),
    constraint ck_compensations_paid check (paid_vnd >= 0 and (paid_vnd = 0 or paid_vnd <= amount_vnd is true)),
    constraint ck_compensations_settled check (state <> 'SETTLED' or paid_vnd = amount_vnd is true),
    constraint ck_compensations_decided check (state not in ('DECIDED', 'PAYING', 'SETTLED') or num_nulls(verdict, amount_vnd, due_on) = 0)
);
comment on table compensations is 'Cases of costs of a degree that may have to be paid back. OPEN is a proposal; only the decision of a council makes a debt';
comment on column compensations.opened is 'Who proposed it, and why';
comment on column compensations.verdict is 'What the council decided, with the computation of the debt';
comment on column compensations.ending is 'On what ground nothing is paid';
create unique index ux_compensations_commitment_open on compensations (commitment_id) where state in ('OPEN', 'DECIDED', 'PAYING');
create index ix_compensations_commitment_id on compensations (commitment_id);
create index ix_compensations_officer_id on compensations (officer_id);
revoke delete, truncate on compensations from ${app_role};

create table compensation_instalments (
    case_id uuid not null,
    number int not null,
    due_on date not null,
    amount_vnd bigint not null,
    constraint pk_compensation_instalments primary key (case_id, number),
    constraint fk_compensation_instalments_case_id foreign key (case_id) references compensations (id),
    constraint ck_compensation_instalments_amount check (amount_vnd > 0)
);
comment on table compensation_instalments is 'Parts of a debt as they were decided; together the whole';
revoke update, delete, truncate on compensation_instalments from ${app_role};

create table compensation_payments (
    id uuid not null,
    case_id uuid not null,
    paid_on date not null,
    amount_vnd bigint not null,
    reference text not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    constraint pk_compensation_payments primary key (id),
    constraint fk_compensation_payments_case_id foreign key (case_id) references compensations (id),
    constraint ux_compensation_payments_case_id_reference unique (case_id, reference),
    constraint ck_compensation_payments_amount check (amount_vnd > 0)
);
comment on table compensation_payments is 'What was paid, append only';
revoke update, delete, truncate on compensation_payments from ${app_role};
