-- Supporting channels: which unit advises on the head of which other one. The channel of district chairmen is not kept here: it follows from
-- the tree. An advice is an entry in the history of the sheet.
create table advisory_lines (
    id uuid not null,
    channel text not null,
    adviser_unit_id uuid not null,
    advised_unit_id uuid not null,
    valid_from date not null,
    valid_to date,
    decision_number text not null,
    decision_signed_on date not null,
    decision_issuer text not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    row_version bigint not null,
    constraint pk_advisory_lines primary key (id),
    constraint fk_advisory_lines_adviser_unit_id foreign key (adviser_unit_id) references units (id),
    constraint fk_advisory_lines_advised_unit_id foreign key (advised_unit_id) references units (id),
    constraint ck_advisory_lines_channel check (channel ~ '^[A-Z][A-Z0-9_.]*$' and length(channel) <= 60),
    constraint ck_advisory_lines_other check (adviser_unit_id <> advised_unit_id),
    -- Closed on its first day it was never in force.
    constraint ck_advisory_lines_validity check (valid_to >= valid_from),
    constraint ex_advisory_lines_overlap exclude using gist (
        channel with =, advised_unit_id with =, daterange(valid_from, valid_to) with &&)
);
create index ix_advisory_lines_advised_unit_id on advisory_lines (advised_unit_id);
create index ix_advisory_lines_adviser_unit_id on advisory_lines (adviser_unit_id);
comment on table advisory_lines is 'Kênh hỗ trợ: whose head advises on the head of a unit, by channel of the evaluator matrix; dated';
comment on column advisory_lines.valid_to is 'First day no longer in force; null if open';

alter table sheet_entries drop constraint ck_sheet_entries_kind;
alter table sheet_entries add constraint ck_sheet_entries_kind check (
    kind in ('PLAN', 'SELF', 'COLLECTIVE', 'MANAGER', 'ADVICE', 'DECISION', 'RETURN', 'CORRECTION'));
