-- Objections (kiến nghị) to results. A deadline is computed once, when it begins to run, and kept with the calendar that gave it: a rule or a
-- holiday that changes later moves no deadline.
create table objections (
    id uuid not null,
    evaluation_id uuid not null,
    closing_id uuid not null,
    period_type text not null,
    period_from date not null,
    officer_id uuid not null,
    unit_id uuid not null,
    rating_unit_id uuid not null,
    state text not null,
    grounds text not null,
    evidence text[] not null,
    received_by text not null,
    received_at timestamptz not null,
    file_until date not null,
    due_on date not null,
    calendar text not null,
    calendar_version int not null,
    ended_by text,
    ended_officer_id uuid,
    ended_delegation_id uuid,
    ended_at timestamptz,
    reason_code text,
    reason_text text,
    decision_number text,
    decision_signed_on date,
    decision_issuer text,
    result_id uuid,
    row_version bigint not null default 1,
    constraint pk_objections primary key (id),
    constraint fk_objections_evaluation_id foreign key (evaluation_id) references sheets (id),
    constraint fk_objections_closing_id foreign key (closing_id) references closings (id),
    constraint fk_objections_officer_id foreign key (officer_id) references officers (id),
    constraint fk_objections_result_id foreign key (result_id) references sheets (id),
    constraint ux_objections_result_id unique (result_id),
    constraint ck_objections_state check (state in ('RECEIVED', 'UNDER_REVIEW', 'RESOLVED_ACCEPTED', 'RESOLVED_REJECTED', 'WITHDRAWN')),
    constraint ck_objections_texts check (length(grounds) between 1 and 4000 and cardinality(evidence) <= 50),
    constraint ck_objections_deadlines check (due_on > (received_at at time zone 'Asia/Ho_Chi_Minh')::date),
    constraint ck_objections_in_time check (file_until >= (received_at at time zone 'Asia/Ho_Chi_Minh')::date),
    constraint ck_objections_ended check (
        (state in ('RECEIVED', 'UNDER_REVIEW')) = (ended_at is null) and (ended_at is null) = (ended_by is null)),
    constraint ck_objections_resolved check (
        (state in ('RESOLVED_ACCEPTED', 'RESOLVED_REJECTED')) = (reason_code is not null)
        and (reason_code is null) = (reason_text is null)),
    constraint ck_objections_accepted check (
        (state = 'RESOLVED_ACCEPTED') = (result_id is not null) and (state <> 'RESOLVED_ACCEPTED' or decision_number is not null)
        and (decision_number is null) = (decision_signed_on is null) and (decision_number is null) = (decision_issuer is null)),
    -- Nobody resolves the own objection, whoever asks.
    constraint ck_objections_not_own check (
        state not in ('RESOLVED_ACCEPTED', 'RESOLVED_REJECTED') or ended_officer_id is not null and ended_officer_id <> officer_id)
);
-- One objection of a revision: what was resolved is not examined again; what was withdrawn makes room.
create unique index ux_objections_evaluation_id on objections (evaluation_id) where state <> 'WITHDRAWN';
create index ix_objections_closing_id on objections (closing_id) where ended_at is null;
create index ix_objections_officer_id on objections (officer_id, received_at);
create index ix_objections_unit_id on objections (unit_id, received_at);
create index ix_objections_rating_unit_id on objections (rating_unit_id, received_at);
create index ix_objections_due_on on objections (due_on) where ended_at is null;
comment on table objections is 'Kiến nghị: what the subject of a told result has to say against it, and what became of it';
comment on column objections.evaluation_id is 'The contested revision of the result';
comment on column objections.unit_id is 'Unit of the post that was rated';
comment on column objections.file_until is 'Last day on which it could be filed';
comment on column objections.due_on is 'Last day to resolve it';
comment on column objections.calendar_version is 'Version of the working calendar that gave the two days';
comment on column objections.result_id is 'The revision that stands in the place of the contested one; null unless accepted';

create function keep_objections() returns trigger
language plpgsql as $$
begin
    if tg_op <> 'UPDATE' or old.ended_at is not null
        or (new.id, new.evaluation_id, new.closing_id, new.period_type, new.period_from, new.officer_id, new.unit_id, new.rating_unit_id,
                new.grounds, new.evidence, new.received_by, new.received_at, new.file_until, new.due_on, new.calendar, new.calendar_version)
            is distinct from
            (old.id, old.evaluation_id, old.closing_id, old.period_type, old.period_from, old.officer_id, old.unit_id, old.rating_unit_id,
                old.grounds, old.evidence, old.received_by, old.received_at, old.file_until, old.due_on, old.calendar, old.calendar_version)
    then
        raise exception 'what was objected and how it ended stays: constraint "ck_objections_kept"'
            using errcode = 'check_violation', constraint = 'ck_objections_kept', table = 'objections';
    end if;
    return new;
end
$$;
create trigger tr_objections_kept before update or delete on objections for each row execute function keep_objections();
create trigger tr_objections_not_removed before truncate on objections for each statement execute function keep_evaluations();
