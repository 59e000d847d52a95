-- Simulations of rule sets, with their counts, go with their operations: 45 days after the end.
create table simulations (
    id uuid not null,
    operation_id uuid not null,
    rule_set_id uuid not null,
    rule_set_code text not null,
    rule_set_version int not null,
    rule_set_status text not null,
    rule_set_digest text not null,
    document text not null,
    from_day date not null,
    last_day date not null,
    root_unit_id uuid not null,
    scope_root uuid not null,
    smallest_group int not null,
    owner_subject text not null,
    owner_client text not null,
    owner_name text not null,
    owner_unit_code text,
    traceparent text,
    constraint pk_simulations primary key (id),
    constraint ux_simulations_operation_id unique (operation_id),
    constraint fk_simulations_operation_id foreign key (operation_id) references operations (id) on delete cascade,
    constraint ck_simulations_status check (rule_set_status in ('DRAFT', 'PILOT', 'OFFICIAL')),
    constraint ck_simulations_days check (last_day > from_day),
    constraint ck_simulations_smallest_group check (smallest_group >= 1)
);
comment on table simulations is 'Rule sets tried on months that are over; nothing of a result follows from them';
comment on column simulations.rule_set_id is 'Version in the register; no reference, since a draft may be dropped';
comment on column simulations.document is 'The rules as they were written when the simulation was accepted';
comment on column simulations.scope_root is 'Unit that bounded what the caller could see; nothing is given out under another one';
comment on column simulations.smallest_group is 'Fewest compared sheets that are shown by themselves; 1 if the caller was a keeper, who sees points';

create table simulation_lines (
    simulation_id uuid not null,
    seq int not null,
    kind text not null,
    unit_id uuid,
    units int not null,
    category text,
    figures jsonb not null,
    caps jsonb not null,
    constraint pk_simulation_lines primary key (simulation_id, seq),
    constraint fk_simulation_lines_simulation_id foreign key (simulation_id) references simulations (id) on delete cascade,
    constraint ck_simulation_lines_kind check (kind in ('TOTAL', 'UNIT', 'OTHER_UNITS')),
    constraint ck_simulation_lines_unit check ((kind = 'UNIT') = (unit_id is not null))
);
comment on table simulation_lines is 'Counts by unit and category; no people';
