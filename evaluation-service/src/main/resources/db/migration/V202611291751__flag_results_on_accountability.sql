-- A result also rests on what its person answers for. Who wrote down a finding meanwhile is told by the entries, not by the flag.
alter table sheet_flags alter column unit_result_id drop not null;
alter table sheet_flags alter column stands drop not null;
alter table sheet_flags drop constraint ck_sheet_flags_kind;
alter table sheet_flags drop constraint ck_sheet_flags_differs;
alter table sheet_flags add constraint ck_sheet_flags_kind check (kind in ('UNIT_LEVEL', 'ACCOUNTABILITY'));
alter table sheet_flags add constraint ck_sheet_flags_differs check (
    case when kind = 'UNIT_LEVEL' then unit_result_id is not null and stands is not null and used in ('A', 'B', 'C', 'D')
            and stands in ('A', 'B', 'C', 'D') and used is distinct from stands
        else unit_result_id is null and used is null and stands is null end);
drop index ux_sheet_flags_open;
create unique index ux_sheet_flags_open on sheet_flags (sheet_id, kind) where settled_at is null;
