-- Results that rest on a level of the unit which no longer stands. A flag is no reference to the row of the sheet: the check of a foreign
-- key would wait for whoever is deciding it, and that one waits for the level.
create table sheet_flags (
    id uuid not null,
    sheet_id uuid not null,
    closing_id uuid not null,
    kind text not null,
    unit_result_id uuid not null,
    used text,
    stands text not null,
    flagged_at timestamptz not null,
    settled_at timestamptz,
    constraint pk_sheet_flags primary key (id),
    constraint fk_sheet_flags_unit_result_id foreign key (unit_result_id) references unit_results (id),
    constraint ck_sheet_flags_kind check (kind = 'UNIT_LEVEL'),
    constraint ck_sheet_flags_differs check (used in ('A', 'B', 'C', 'D') and stands in ('A', 'B', 'C', 'D') and used is distinct from stands),
    constraint ck_sheet_flags_settled check (settled_at >= flagged_at)
);
create unique index ux_sheet_flags_open on sheet_flags (sheet_id) where settled_at is null;
create index ix_sheet_flags_closing_id on sheet_flags (closing_id) where settled_at is null;
create index ix_sheet_flags_unit_result_id on sheet_flags (unit_result_id);
comment on table sheet_flags is 'A decided result rests on an input that was replaced since; open until the result is decided again or the input is as it was';
comment on column sheet_flags.unit_result_id is 'The decision on the level that stands now';
comment on column sheet_flags.used is 'Level that went into the result; null if none was known';
comment on column sheet_flags.settled_at is 'When the result was decided again, or the level became what the result rests on; null while it is open';

create trigger tr_sheet_flags_not_removed before delete or truncate on sheet_flags
    for each statement execute function keep_evaluations();
