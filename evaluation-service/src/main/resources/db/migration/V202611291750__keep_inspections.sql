-- Inspections of public duty (kiểm tra công vụ), what they find and who answers for it. An unannounced one that has not begun is known to its
-- team and to those who lead inspections alone; until then what was done about it stands in inspection_entries and nowhere else.
create table checklists (
    id uuid not null,
    code text not null,
    version int,
    title_vi text not null,
    title_en text not null,
    items jsonb not null,
    drafted_by text not null,
    drafted_at timestamptz not null,
    published_by text,
    published_at timestamptz,
    row_version bigint not null default 1,
    constraint pk_checklists primary key (id),
    constraint ux_checklists_code_version unique (code, version),
    constraint ck_checklists_published check ((version is null) = (published_at is null) and (published_at is null) = (published_by is null)),
    constraint ck_checklists_items check (jsonb_array_length(items) between 1 and 200)
);
comment on table checklists is 'What an inspection asks: versions of a document, each fixed once it is published';
comment on column checklists.version is 'Of the code, from 1; null for a draft';

create function keep_checklists() returns trigger
language plpgsql as $$
begin
    if tg_op <> 'UPDATE' or old.published_at is not null
        or (new.id, new.code, new.title_vi, new.title_en, new.items, new.drafted_by, new.drafted_at)
            is distinct from (old.id, old.code, old.title_vi, old.title_en, old.items, old.drafted_by, old.drafted_at)
    then
        raise exception 'what was asked stays: constraint "ck_checklists_kept"'
            using errcode = 'check_violation', constraint = 'ck_checklists_kept', table = 'checklists';
    end if;
    return new;
end
$$;
create trigger tr_checklists_kept before update or delete on checklists for each row execute function keep_checklists();
create trigger tr_checklists_not_removed before truncate on checklists for each statement execute function keep_evaluations();

create table inspection_plans (
    id uuid not null,
    unit_id uuid not null,
    year int not null,
    state text not null,
    decision_number text not null,
    decision_signed_on date not null,
    decision_issuer text not null,
    drafted_by text not null,
    drafted_at timestamptz not null,
    approved_by text,
    approved_at timestamptz,
    row_version bigint not null default 1,
    constraint pk_inspection_plans primary key (id),
    constraint fk_inspection_plans_unit_id foreign key (unit_id) references units (id),
    constraint ck_inspection_plans_year check (year between 2018 and 2100),
    constraint ck_inspection_plans_state check (state in ('DRAFT', 'APPROVED')),
    constraint ck_inspection_plans_approved check (
        (state = 'APPROVED') = (approved_at is not null) and (approved_at is null) = (approved_by is null))
);
create index ix_inspection_plans_unit_id on inspection_plans (unit_id);
comment on table inspection_plans is 'Kế hoạch kiểm tra công vụ of a year';
comment on column inspection_plans.unit_id is 'Whose plan it is: with all below it';

create table inspection_plan_lines (
    id uuid not null,
    plan_id uuid not null,
    kind text not null,
    unit_id uuid not null,
    window_from date not null,
    window_to date not null,
    subject text not null,
    constraint pk_inspection_plan_lines primary key (id),
    constraint fk_inspection_plan_lines_plan_id foreign key (plan_id) references inspection_plans (id),
    constraint fk_inspection_plan_lines_unit_id foreign key (unit_id) references units (id),
    constraint ck_inspection_plan_lines_kind check (kind in ('SCHEDULED', 'UNANNOUNCED')),
    constraint ck_inspection_plan_lines_window check (window_to >= window_from),
    constraint ck_inspection_plan_lines_subject check (length(subject) between 1 and 500)
);
create index ix_inspection_plan_lines_plan_id on inspection_plan_lines (plan_id);
create index ix_inspection_plan_lines_unit_id on inspection_plan_lines (unit_id);
create trigger tr_inspection_plan_lines_kept before update or delete or truncate on inspection_plan_lines
    for each statement execute function keep_evaluations();
create trigger tr_inspection_plans_not_removed before delete or truncate on inspection_plans
    for each statement execute function keep_evaluations();
comment on table inspection_plan_lines is 'Whom a plan names. An unannounced line has no place and no number among the others, and says nothing by its absence';
comment on column inspection_plan_lines.window_to is 'Last day';

create table inspections (
    id uuid not null,
    plan_line_id uuid,
    finding_id uuid,
    kind text not null,
    unit_id uuid not null,
    state text not null,
    window_from date not null,
    window_to date not null,
    mandate_number text not null,
    mandate_signed_on date not null,
    mandate_issuer text not null,
    checklist_id uuid not null,
    created_by text not null,
    created_at timestamptz not null,
    started_by text,
    started_at timestamptz,
    ended_by text,
    ended_at timestamptz,
    reason_code text,
    reason_text text,
    minutes text,
    conclusion text,
    recommendations text[],
    row_version bigint not null default 1,
    constraint pk_inspections primary key (id),
    constraint fk_inspections_plan_line_id foreign key (plan_line_id) references inspection_plan_lines (id),
    constraint fk_inspections_unit_id foreign key (unit_id) references units (id),
    constraint fk_inspections_checklist_id foreign key (checklist_id) references checklists (id),
    constraint ck_inspections_kind check (kind in ('SCHEDULED', 'UNANNOUNCED', 'RE_INSPECTION')),
    constraint ck_inspections_of_finding check ((kind = 'RE_INSPECTION') = (finding_id is not null)),
    constraint ck_inspections_state check (state in ('DRAFT', 'READY', 'STARTED', 'CONCLUDED', 'CANCELLED')),
    constraint ck_inspections_window check (window_to >= window_from),
    constraint ck_inspections_started check (
        (state in ('STARTED', 'CONCLUDED')) = (started_at is not null) and (started_at is null) = (started_by is null)),
    constraint ck_inspections_ended check (
        (state in ('CONCLUDED', 'CANCELLED')) = (ended_at is not null) and (ended_at is null) = (ended_by is null)),
    constraint ck_inspections_cancelled check (
        (state = 'CANCELLED') = (reason_code is not null) and (reason_code is null) = (reason_text is null)),
    constraint ck_inspections_concluded check (
        (state = 'CONCLUDED') = (minutes is not null) and (minutes is null) = (conclusion is null)
        and (minutes is null) = (recommendations is null))
);
create unique index ux_inspections_plan_line_id on inspections (plan_line_id) where state <> 'CANCELLED';
create unique index ux_inspections_finding_id on inspections (finding_id) where state in ('DRAFT', 'READY', 'STARTED');
create index ix_inspections_unit_id on inspections (unit_id, id);
create index ix_inspections_of_finding on inspections (finding_id);
create index ix_inspections_checklist_id on inspections (checklist_id);
create trigger tr_inspections_not_removed before delete or truncate on inspections
    for each statement execute function keep_evaluations();
comment on table inspections is 'Cuộc kiểm tra công vụ: by plan, unannounced, or again after a finding';
comment on column inspections.finding_id is 'The finding whose remedy it looks at; null but for a re-inspection';
comment on column inspections.window_to is 'Last day on which it may begin';

create table inspection_members (
    inspection_id uuid not null,
    officer_id uuid not null,
    role text not null,
    seat int not null,
    recused_at timestamptz,
    recused_because text,
    constraint pk_inspection_members primary key (inspection_id, officer_id),
    constraint fk_inspection_members_inspection_id foreign key (inspection_id) references inspections (id),
    constraint fk_inspection_members_officer_id foreign key (officer_id) references officers (id),
    constraint ck_inspection_members_role check (role in ('HEAD', 'MEMBER')),
    constraint ck_inspection_members_recused check ((recused_at is null) = (recused_because is null))
);
create unique index ux_inspection_members_head on inspection_members (inspection_id) where role = 'HEAD' and recused_at is null;
create index ix_inspection_members_officer_id on inspection_members (officer_id);
comment on table inspection_members is 'Đoàn kiểm tra. Who declared a conflict stays as such and does not come back';

create table inspection_entries (
    inspection_id uuid not null,
    seq int not null,
    action text not null,
    subject text not null,
    client text not null,
    at timestamptz not null,
    details jsonb not null,
    constraint pk_inspection_entries primary key (inspection_id, seq),
    constraint fk_inspection_entries_inspection_id foreign key (inspection_id) references inspections (id)
);
create trigger tr_inspection_entries_kept before update or delete or truncate on inspection_entries
    for each statement execute function keep_evaluations();
comment on table inspection_entries is 'What was done about an unannounced inspection before it began; it goes into the audit when it begins, not before';

create table checklist_answers (
    inspection_id uuid not null,
    item text not null,
    area text not null,
    answer text not null,
    note text,
    constraint pk_checklist_answers primary key (inspection_id, item),
    constraint fk_checklist_answers_inspection_id foreign key (inspection_id) references inspections (id),
    constraint ck_checklist_answers_answer check (answer in ('YES', 'NO', 'NOT_APPLICABLE'))
);
create trigger tr_checklist_answers_kept before update or delete or truncate on checklist_answers
    for each statement execute function keep_evaluations();
comment on table checklist_answers is 'Answers of a concluded inspection, item by item';

create table findings (
    id uuid not null,
    inspection_id uuid not null,
    type text not null,
    unit_id uuid not null,
    happened_at timestamptz not null,
    happened_on date not null,
    description text not null,
    evidence text[] not null,
    persons uuid[] not null,
    severity text not null,
    rules text not null,
    due_on date not null,
    state text not null,
    repeat_of uuid,
    aggravated boolean not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    closed_by text,
    closed_at timestamptz,
    closed_because text,
    row_version bigint not null default 1,
    constraint pk_findings primary key (id),
    constraint fk_findings_inspection_id foreign key (inspection_id) references inspections (id),
    constraint fk_findings_unit_id foreign key (unit_id) references units (id),
    constraint fk_findings_repeat_of foreign key (repeat_of) references findings (id),
    constraint ck_findings_day check (happened_on = (happened_at at time zone 'Asia/Ho_Chi_Minh')::date),
    constraint ck_findings_texts check (length(description) between 1 and 2000 and cardinality(evidence) <= 50 and cardinality(persons) <= 50),
    constraint ck_findings_state check (state in ('OPEN', 'CLAIMED', 'REMEDIED', 'NOT_REMEDIED', 'ESCALATED', 'WITHDRAWN')),
    constraint ck_findings_closed check (
        (state in ('REMEDIED', 'WITHDRAWN')) = (closed_at is not null) and (closed_at is null) = (closed_by is null)
        and (closed_at is null) = (closed_because is null)),
    constraint ck_findings_aggravated check (not aggravated or repeat_of is not null)
);
alter table inspections add constraint fk_inspections_finding_id foreign key (finding_id) references findings (id);
create index ix_findings_unit_id on findings (unit_id, type, happened_on);
create index ix_findings_inspection_id on findings (inspection_id);
create index ix_findings_repeat_of on findings (repeat_of);
create index ix_findings_persons on findings using gin (persons);
create index ix_findings_due_on on findings (due_on) where closed_at is null;
create trigger tr_findings_not_removed before delete or truncate on findings for each statement execute function keep_evaluations();
comment on table findings is 'What an inspection found. Only inspectors close it; the claim of the unit does not';
comment on column findings.happened_on is 'The day in Hanoi: who was head on it answers';
comment on column findings.rules is 'Document and version by which it weighs';
comment on column findings.repeat_of is 'The latest finding of the same type in the same unit within the months of the rules';

create table remediation_claims (
    id uuid not null,
    finding_id uuid not null,
    description text not null,
    evidence text[] not null,
    officer_id uuid not null,
    delegation_id uuid,
    claimed_by text not null,
    claimed_at timestamptz not null,
    in_time boolean not null,
    answer text,
    answered_by text,
    answered_at timestamptz,
    answer_note text,
    constraint pk_remediation_claims primary key (id),
    constraint fk_remediation_claims_finding_id foreign key (finding_id) references findings (id),
    constraint fk_remediation_claims_officer_id foreign key (officer_id) references officers (id),
    constraint ck_remediation_claims_answer check (answer in ('CONFIRMED', 'REJECTED')),
    constraint ck_remediation_claims_answered check (
        (answer is null) = (answered_at is null) and (answer is null) = (answered_by is null) and (answer is null) = (answer_note is null))
);
create unique index ux_remediation_claims_open on remediation_claims (finding_id) where answer is null;
create index ix_remediation_claims_finding_id on remediation_claims (finding_id);
create trigger tr_remediation_claims_not_removed before delete or truncate on remediation_claims
    for each statement execute function keep_evaluations();
comment on table remediation_claims is 'What a unit says it did about a finding, and what the inspectors found of it';

create table accountability_entries (
    id uuid not null,
    finding_id uuid not null,
    officer_id uuid not null,
    role text not null,
    unit_id uuid not null,
    acting boolean not null,
    month date not null,
    type text not null,
    criteria text[] not null,
    points numeric(7, 4) not null,
    rules text not null,
    recorded_at timestamptz not null,
    withdrawn_at timestamptz,
    constraint pk_accountability_entries primary key (id),
    constraint ux_accountability_entries_officer unique (finding_id, officer_id),
    constraint fk_accountability_entries_finding_id foreign key (finding_id) references findings (id),
    constraint fk_accountability_entries_officer_id foreign key (officer_id) references officers (id),
    constraint ck_accountability_entries_role check (role in ('PERSON', 'HEAD')),
    constraint ck_accountability_entries_month check (extract(day from month) = 1),
    constraint ck_accountability_entries_points check (points > 0)
);
create index ix_accountability_entries_officer_id on accountability_entries (officer_id, month) where withdrawn_at is null;
create trigger tr_accountability_entries_not_removed before delete or truncate on accountability_entries
    for each statement execute function keep_evaluations();
comment on table accountability_entries is 'Who answers for a finding, and what it costs in which month: the persons, and who was head on the day of the event';
comment on column accountability_entries.month is 'First day of the month of the event';
comment on column accountability_entries.criteria is 'Group I by the rule sets that there are; the first one that the rules of the month have counts';
