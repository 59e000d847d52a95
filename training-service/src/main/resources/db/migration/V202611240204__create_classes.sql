-- Classes opened within the quota of a plan line and the money of its block.
create table classes (
    id uuid not null,
    version bigint not null,
    plan_line_id uuid not null,
    plan_id uuid not null,
    year int not null,
    unit_id uuid not null,
    unit_code text not null,
    unit_name text not null,
    title text not null,
    places int not null,
    starts_on date not null,
    ends_on date not null,
    amount_vnd bigint not null,
    commitment_entry_id uuid not null,
    state text not null,
    created_at timestamptz not null,
    created_by text not null,
    constraint pk_classes primary key (id),
    constraint fk_classes_plan_line_id foreign key (plan_line_id) references plan_lines (id),
    constraint fk_classes_plan_id foreign key (plan_id) references plans (id),
    constraint fk_classes_commitment_entry_id foreign key (commitment_entry_id) references ledger_entries (id),
    constraint ux_classes_commitment_entry_id unique (commitment_entry_id),
    constraint ck_classes_places check (places > 0),
    constraint ck_classes_dates check (starts_on <= ends_on),
    constraint ck_classes_year check (extract(year from starts_on) = year and extract(year from ends_on) = year),
    constraint ck_classes_amount check (amount_vnd > 0),
    constraint ck_classes_state check (state in ('OPENED'))
);
comment on column classes.unit_name is 'Name on the day the class begins';
create index ix_classes_plan_line_id on classes (plan_line_id);
create index ix_classes_plan_id on classes (plan_id);
create index ix_classes_unit_id on classes (unit_id);
create index ix_classes_starts_on on classes (starts_on, id);
