-- Criteria and deductions that a unit makes its own, within the maxima of a rule set. Each published version stays as it is, and a sheet
-- keeps the template by which it was opened.
create table sheet_templates (
    id uuid not null,
    unit_id uuid not null,
    rule_set_id uuid not null,
    sheet_kind text not null,
    state text not null,
    version int,
    criteria jsonb not null,
    deductions jsonb not null,
    digest bytea not null,
    decision_number text not null,
    decision_signed_on date not null,
    decision_issuer text not null,
    drafted_by text not null,
    drafted_at timestamptz not null,
    published_by text,
    published_at timestamptz,
    row_version bigint not null,
    constraint pk_sheet_templates primary key (id),
    constraint fk_sheet_templates_unit_id foreign key (unit_id) references units (id),
    constraint fk_sheet_templates_rule_set_id foreign key (rule_set_id) references rule_sets (id),
    constraint ux_sheet_templates_version unique (unit_id, rule_set_id, sheet_kind, version),
    constraint ck_sheet_templates_kind check (sheet_kind in ('STAFF', 'LEADER', 'CONTRACT')),
    constraint ck_sheet_templates_state check (state in ('DRAFT', 'PUBLISHED')),
    constraint ck_sheet_templates_published check (
        (state = 'PUBLISHED') = (version is not null) and (state = 'PUBLISHED') = (published_at is not null)
        and (published_at is null) = (published_by is null)),
    constraint ck_sheet_templates_version check (version between 1 and 9999),
    constraint ck_sheet_templates_digest check (length(digest) = 32)
);
create index ix_sheet_templates_rule_set_id on sheet_templates (rule_set_id) where state = 'PUBLISHED';
comment on table sheet_templates is 'Mẫu phiếu của đơn vị: criteria and deductions of a unit within the maxima of a rule set; published ones never change';
comment on column sheet_templates.unit_id is 'For this unit and what is below it, unless a nearer unit has its own';
comment on column sheet_templates.version is 'Among those of the unit, rule set and kind of sheet, from 1; null for a draft';
comment on column sheet_templates.digest is 'SHA-256 of criteria and deductions; the explanation of a result names it';

create function keep_sheet_templates() returns trigger
language plpgsql as $$
begin
    if tg_op <> 'UPDATE' or old.state = 'PUBLISHED' then
        raise exception 'a published template never changes: constraint "ck_sheet_templates_kept"'
            using errcode = 'check_violation', constraint = 'ck_sheet_templates_kept', table = tg_table_name;
    end if;
    return new;
end
$$;
create trigger tr_sheet_templates_kept before update or delete on sheet_templates for each row execute function keep_sheet_templates();

alter table sheets add column template_id uuid;
alter table sheets add constraint fk_sheets_template_id foreign key (template_id) references sheet_templates (id);
comment on column sheets.template_id is 'Template of the unit by which the sheet was opened, for ever; null for the sheet of the rule set';
