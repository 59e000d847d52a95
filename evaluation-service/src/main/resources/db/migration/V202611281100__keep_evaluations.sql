-- The evaluation of periods: the closing of each rating unit, the sheet of each person in it, and what was done on each sheet. A city-year
-- has 1.9 million sheets, so they are guarded by constraints and by triggers of statements, never of rows.
create table closings (
    id uuid not null,
    period_type text not null,
    period_from date not null,
    unit_id uuid not null,
    state text not null,
    opened_by text not null,
    opened_at timestamptz not null,
    published_by text,
    published_at timestamptz,
    locked_by text,
    locked_at timestamptz,
    lock_digest bytea,
    raised_number text,
    raised_signed_on date,
    raised_issuer text,
    raised_reason text,
    row_version bigint not null,
    constraint pk_closings primary key (id),
    constraint fk_closings_unit_id foreign key (unit_id) references units (id),
    constraint ux_closings_period_unit unique (period_type, period_from, unit_id),
    constraint ck_closings_period_type check (period_type in ('MONTH', 'QUARTER', 'HALF')),
    constraint ck_closings_state check (state in ('OPEN', 'PUBLISHED', 'LOCKED')),
    constraint ck_closings_published check (
        (state = 'OPEN') = (published_at is null) and (published_at is null) = (published_by is null)),
    constraint ck_closings_locked check (
        (state = 'LOCKED') = (locked_at is not null) and (locked_at is null) = (locked_by is null)
        and (locked_at is null) = (lock_digest is null) and length(lock_digest) = 32),
    constraint ck_closings_raised check (
        (raised_number is null) = (raised_signed_on is null) and (raised_number is null) = (raised_issuer is null)
        and (raised_number is null) = (raised_reason is null))
);
create index ix_closings_unit_id on closings (unit_id, period_from);
comment on table closings is 'One period of one rating unit: opened, published as a whole, locked';
comment on column closings.unit_id is 'Rating unit: the agency inside which the cap counts';
comment on column closings.lock_digest is 'SHA-256 over officer, revision, grade and digest of the sheets in the order of the officers, as they were when locked';
comment on column closings.raised_number is 'Decision on special outstanding achievements that raises the cap; null if there is none';

create table sheets (
    id uuid not null,
    closing_id uuid not null,
    period_type text not null,
    period_from date not null,
    officer_id uuid not null,
    assignment_id uuid not null,
    unit_id uuid not null,
    rating_unit_id uuid not null,
    category text not null,
    position text not null,
    title text not null,
    leader boolean not null,
    unit_type text not null,
    sheet_kind text not null,
    rule_set_id uuid not null,
    state text not null,
    marks numeric(7, 4)[] not null default '{}',
    extras jsonb,
    working_days smallint not null,
    presence_days numeric(4, 1),
    outcome text,
    not_rated text,
    points numeric(7, 4),
    grade_by_points text,
    grade text,
    digest bytea,
    decided_by text,
    decided_at timestamptz,
    decision_number text,
    decision_collective text,
    decision_minutes text,
    published_at timestamptz,
    revision int not null default 1,
    supersedes uuid,
    superseded_at timestamptz,
    row_version bigint not null default 1,
    constraint pk_sheets primary key (id),
    constraint fk_sheets_closing_id foreign key (closing_id) references closings (id),
    constraint fk_sheets_officer_id foreign key (officer_id) references officers (id),
    constraint fk_sheets_rule_set_id foreign key (rule_set_id) references rule_sets (id),
    constraint fk_sheets_supersedes foreign key (supersedes) references sheets (id),
    constraint ux_sheets_supersedes unique (supersedes),
    constraint ck_sheets_state check (
        state in ('OPENED', 'PLANNED', 'SELF_SCORED', 'COLLECTIVE_REVIEWED', 'MANAGER_SCORED', 'DECIDED', 'PUBLISHED', 'LOCKED')),
    constraint ck_sheets_kind check (sheet_kind in ('STAFF', 'LEADER', 'CONTRACT')),
    constraint ck_sheets_position check (position in ('HEAD', 'DEPUTY_HEAD', 'STAFF')),
    constraint ck_sheets_marks check (cardinality(marks) <= 200),
    constraint ck_sheets_presence check (working_days between 1 and 366 and presence_days between 0 and working_days),
    constraint ck_sheets_outcome check (outcome in ('RATED', 'NOT_RATED', 'INSUFFICIENT_DATA')),
    -- Each comparison is of two things that are never null, so that no combination slips through as unknown.
    constraint ck_sheets_decided check (
        (state in ('DECIDED', 'PUBLISHED', 'LOCKED')) = (outcome is not null)
        and (outcome is not null) = (digest is not null) and (outcome is not null) = (decided_at is not null)
        and (decided_at is not null) = (decided_by is not null) and (outcome is null or presence_days is not null)),
    constraint ck_sheets_rated check (
        (outcome is not distinct from 'RATED') = (grade is not null) and (grade is null) = (points is null)
        and (grade is null) = (grade_by_points is null)),
    constraint ck_sheets_not_rated check ((outcome is not distinct from 'NOT_RATED') = (not_rated is not null)),
    constraint ck_sheets_grade check (grade in ('A', 'B', 'C', 'D') and grade_by_points in ('A', 'B', 'C', 'D') and grade >= grade_by_points),
    constraint ck_sheets_points check (points between 0 and 100),
    constraint ck_sheets_digest check (length(digest) = 32),
    constraint ck_sheets_published check ((state in ('PUBLISHED', 'LOCKED')) = (published_at is not null)),
    constraint ck_sheets_revision check ((revision = 1) = (supersedes is null) and revision between 1 and 999)
);
create unique index ux_sheets_living on sheets (officer_id, period_type, period_from) where superseded_at is null;
create index ix_sheets_closing_id on sheets (closing_id);
create index ix_sheets_unit_id on sheets (unit_id, period_from);
comment on table sheets is 'Phiếu đánh giá: one person''s period. What is published never changes: a correction is a new revision';
comment on column sheets.unit_id is 'Unit of the post that is rated';
comment on column sheets.marks is 'Points in the order of the criteria of the rule set for the kind of sheet; null is not scored; empty before any score';
comment on column sheets.extras is 'Bonuses, deductions, products, factors, grade of the unit and disciplines as the formula takes them; null if there are none';
comment on column sheets.grade is 'Decided; the computed one or a lower one';
comment on column sheets.digest is 'SHA-256 of the explanation; recomputing the stored inputs gives the same for ever';

create table sheet_entries (
    sheet_id uuid not null,
    seq int not null,
    kind text not null,
    state_before text not null,
    state_after text not null,
    by_subject text not null,
    officer_id uuid,
    delegation_id uuid,
    alone boolean not null default false,
    content jsonb,
    details jsonb,
    at timestamptz not null,
    constraint pk_sheet_entries primary key (sheet_id, seq),
    constraint fk_sheet_entries_sheet_id foreign key (sheet_id) references sheets (id),
    constraint ck_sheet_entries_seq check (seq between 1 and 9999),
    constraint ck_sheet_entries_kind check (kind in ('PLAN', 'SELF', 'COLLECTIVE', 'MANAGER', 'DECISION', 'RETURN', 'CORRECTION'))
);
comment on table sheet_entries is 'What was done on a sheet, in order; append-only';
comment on column sheet_entries.delegation_id is 'The order under which somebody acted for another; null if in the own right';
comment on column sheet_entries.alone is 'The manager scored without a self-score, which was late';
comment on column sheet_entries.content is 'Marks and extras as the step left them; null if it gives none';
comment on column sheet_entries.details is 'Comment, evidence, minutes, decision and reasons of the step';

create function keep_published_sheets() returns trigger
language plpgsql as $$
begin
    if exists (
        select from were w join are a on a.id = w.id
        where w.state in ('PUBLISHED', 'LOCKED') and (
            a.state <> w.state and (w.state, a.state) <> ('PUBLISHED', 'LOCKED')
            or w.superseded_at is not null and a.superseded_at is distinct from w.superseded_at
            or (a.closing_id, a.period_type, a.period_from, a.officer_id, a.assignment_id, a.unit_id, a.rating_unit_id, a.category, a.position,
                    a.title, a.leader, a.unit_type, a.sheet_kind, a.rule_set_id, a.marks, a.extras, a.working_days, a.presence_days, a.outcome,
                    a.not_rated, a.points, a.grade_by_points, a.grade, a.digest, a.decided_by, a.decided_at, a.decision_number,
                    a.decision_collective, a.decision_minutes, a.published_at, a.revision, a.supersedes)
                is distinct from
                (w.closing_id, w.period_type, w.period_from, w.officer_id, w.assignment_id, w.unit_id, w.rating_unit_id, w.category, w.position,
                    w.title, w.leader, w.unit_type, w.sheet_kind, w.rule_set_id, w.marks, w.extras, w.working_days, w.presence_days, w.outcome,
                    w.not_rated, w.points, w.grade_by_points, w.grade, w.digest, w.decided_by, w.decided_at, w.decision_number,
                    w.decision_collective, w.decision_minutes, w.published_at, w.revision, w.supersedes)))
        or (select count(*) from were) <> (select count(*) from were w join are a on a.id = w.id)
    then
        raise exception 'a published sheet never changes: constraint "ck_sheets_kept"'
            using errcode = 'check_violation', constraint = 'ck_sheets_kept', table = 'sheets';
    end if;
    return null;
end
$$;
create trigger tr_sheets_kept after update on sheets referencing old table as were new table as are
    for each statement execute function keep_published_sheets();

create function keep_evaluations() returns trigger
language plpgsql as $$
begin
    raise exception 'what was done in an evaluation stays: constraint "ck_evaluations_kept"'
        using errcode = 'check_violation', constraint = 'ck_evaluations_kept', table = tg_table_name;
end
$$;
create trigger tr_sheets_not_removed before delete or truncate on sheets for each statement execute function keep_evaluations();
create trigger tr_closings_not_removed before delete or truncate on closings for each statement execute function keep_evaluations();
create trigger tr_sheet_entries_kept before update or delete or truncate on sheet_entries
    for each statement execute function keep_evaluations();
