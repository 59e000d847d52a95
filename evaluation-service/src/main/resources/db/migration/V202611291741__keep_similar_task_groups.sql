-- Units with similar tasks, by a decision of the City. Small ones among them count together under the cap where their rule set says so.
create table similar_task_groups (
    id uuid not null,
    name text not null,
    valid_from date not null,
    valid_to date,
    decision_number text not null,
    decision_signed_on date not null,
    decision_issuer text not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    row_version bigint not null,
    constraint pk_similar_task_groups primary key (id),
    constraint ck_similar_task_groups_name check (length(name) between 1 and 200),
    -- Closed on its first day it was never in force.
    constraint ck_similar_task_groups_validity check (valid_to >= valid_from)
);
comment on table similar_task_groups is 'Nhóm đơn vị có nhiệm vụ tương đồng: dated, by a decision; its units never change';
comment on column similar_task_groups.valid_to is 'First day no longer in force; null if open';

create table similar_task_group_units (
    group_id uuid not null,
    unit_id uuid not null,
    valid_from date not null,
    valid_to date,
    constraint pk_similar_task_group_units primary key (group_id, unit_id),
    constraint fk_similar_task_group_units_group_id foreign key (group_id) references similar_task_groups (id),
    constraint fk_similar_task_group_units_unit_id foreign key (unit_id) references units (id),
    constraint ck_similar_task_group_units_validity check (valid_to >= valid_from),
    constraint ex_similar_task_group_units_overlap exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&)
);
comment on table similar_task_group_units is 'A unit is in one group at a time; the days are those of the group';
