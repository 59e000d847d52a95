-- Discipline (kỷ luật). A deadline of a case moves only with a suspension or its being complex; days of a sanction are computed when it is
-- decided and stored, so that a change of law moves none.
create table discipline_cases (
    id uuid not null,
    officer_id uuid not null,
    unit_id uuid not null,
    act_on date not null,
    discovered_on date not null,
    opened_on date not null,
    in_duty boolean not null,
    exemption text,
    summary text not null,
    basis text[] not null,
    opened_by text not null,
    opened_officer_id uuid,
    opened_at timestamptz not null,
    state text not null,
    before_suspension text,
    complex boolean not null,
    due_on date,
    proposed_form text,
    severity text,
    proposed_on date,
    proposed_by text,
    proposed_officer_id uuid,
    proposed_at timestamptz,
    council_held_on date,
    council_minutes text,
    suspensions jsonb not null,
    ended_by text,
    ended_officer_id uuid,
    ended_at timestamptz,
    reason_code text,
    reason_text text,
    row_version bigint not null default 1,
    constraint pk_discipline_cases primary key (id),
    constraint fk_discipline_cases_officer_id foreign key (officer_id) references officers (id),
    constraint fk_discipline_cases_unit_id foreign key (unit_id) references units (id),
    constraint ck_discipline_cases_state check (
        state in ('OPENED', 'PROPOSED', 'COUNCIL', 'SUSPENDED', 'DECIDED', 'CLOSED', 'ACQUITTED', 'EXPIRED')),
    constraint ck_discipline_cases_suspended check (
        (state = 'SUSPENDED') = (before_suspension is not null) and before_suspension in ('OPENED', 'PROPOSED', 'COUNCIL')),
    constraint ck_discipline_cases_days check (act_on <= discovered_on and discovered_on <= opened_on),
    constraint ck_discipline_cases_texts check (length(summary) between 1 and 4000 and cardinality(basis) <= 50),
    constraint ck_discipline_cases_proposal check (
        (proposed_form is null) = (severity is null) and (proposed_form is null) = (proposed_by is null)
        and (proposed_form is null) = (proposed_at is null)
        and (proposed_form is null) = (proposed_on is null) and (state not in ('PROPOSED', 'COUNCIL') or proposed_form is not null)),
    constraint ck_discipline_cases_council check (
        (council_held_on is null) = (council_minutes is null) and (council_held_on is null or proposed_form is not null)),
    constraint ck_discipline_cases_ended check (
        (state in ('CLOSED', 'ACQUITTED', 'EXPIRED')) = (ended_at is not null) and (ended_at is null) = (ended_by is null)
        and (ended_at is null) = (reason_code is null) and (ended_at is null) = (reason_text is null)),
    -- Nobody proposes on, decides or ends the own case, whoever asks.
    constraint ck_discipline_cases_not_own check (
        officer_id is distinct from opened_officer_id and officer_id is distinct from proposed_officer_id
        and officer_id is distinct from ended_officer_id)
);
create index ix_discipline_cases_officer_id on discipline_cases (officer_id, opened_at);
create index ix_discipline_cases_unit_id on discipline_cases (unit_id);
create index ix_discipline_cases_opened_at on discipline_cases (opened_at, id);
comment on table discipline_cases is 'Vụ việc kỷ luật: what somebody is said to have done, and how far its consideration has come';
comment on column discipline_cases.unit_id is 'Unit of the main post at the opening';
comment on column discipline_cases.opened_on is 'Day on which consideration began; the limitation runs until it';
comment on column discipline_cases.exemption is 'Ground for which there is no limitation; null if there is one';
comment on column discipline_cases.due_on is 'Last day to decide; null while the clock stands still';
comment on column discipline_cases.suspensions is 'Suspensions in their order: ground, from, until (first day that counts again; absent while it lasts), document';

create function keep_discipline_cases() returns trigger
language plpgsql as $$
begin
    if tg_op <> 'UPDATE'
        or (new.id, new.officer_id, new.unit_id, new.act_on, new.discovered_on, new.opened_on, new.in_duty, new.exemption, new.summary, new.basis,
                new.opened_by, new.opened_officer_id, new.opened_at)
            is distinct from
            (old.id, old.officer_id, old.unit_id, old.act_on, old.discovered_on, old.opened_on, old.in_duty, old.exemption, old.summary, old.basis,
                old.opened_by, old.opened_officer_id, old.opened_at)
        or old.state in ('ACQUITTED', 'EXPIRED')
        or old.state in ('DECIDED', 'CLOSED') and new.state in ('OPENED', 'PROPOSED', 'COUNCIL', 'SUSPENDED', 'EXPIRED')
    then
        raise exception 'what was detected and how it ended stays: constraint "ck_discipline_cases_kept"'
            using errcode = 'check_violation', constraint = 'ck_discipline_cases_kept', table = 'discipline_cases';
    end if;
    return new;
end
$$;
create trigger tr_discipline_cases_kept before update or delete on discipline_cases for each row execute function keep_discipline_cases();
create trigger tr_discipline_cases_not_removed before truncate on discipline_cases for each statement execute function keep_evaluations();

create table discipline_decisions (
    id uuid not null,
    case_id uuid not null,
    officer_id uuid not null,
    revision int not null,
    unit_id uuid not null,
    category text not null,
    leader boolean not null,
    regime text not null,
    form text not null,
    effective_on date not null,
    effect_months int not null,
    ends_on date not null,
    bans jsonb not null,
    lifted_on date,
    in_duty boolean not null,
    number text not null,
    signed_on date not null,
    issuer text not null,
    ground_number text not null,
    ground_signed_on date not null,
    ground_issuer text not null,
    reason_code text,
    reason_text text,
    recorded_by text not null,
    recorded_officer_id uuid,
    recorded_at timestamptz not null,
    supersedes uuid,
    superseded_at timestamptz,
    constraint pk_discipline_decisions primary key (id),
    constraint fk_discipline_decisions_case_id foreign key (case_id) references discipline_cases (id),
    constraint fk_discipline_decisions_officer_id foreign key (officer_id) references officers (id),
    constraint fk_discipline_decisions_unit_id foreign key (unit_id) references units (id),
    constraint fk_discipline_decisions_supersedes foreign key (supersedes) references discipline_decisions (id),
    constraint ux_discipline_decisions_revision unique (case_id, revision),
    constraint ux_discipline_decisions_supersedes unique (supersedes),
    constraint ck_discipline_decisions_chain check (
        (revision = 1) = (supersedes is null) and (revision = 1) = (reason_code is null) and (reason_code is null) = (reason_text is null)),
    constraint ck_discipline_decisions_days check (effective_on >= signed_on and ends_on >= effective_on and effect_months > 0),
    constraint ck_discipline_decisions_lifted check (lifted_on >= signed_on and (lifted_on is null or revision > 1)),
    constraint ck_discipline_decisions_not_own check (officer_id is distinct from recorded_officer_id)
);
-- One revision of a decision stands.
create unique index ux_discipline_decisions_living on discipline_decisions (case_id) where superseded_at is null;
create index ix_discipline_decisions_officer_id on discipline_decisions (officer_id, effective_on);
create index ix_discipline_decisions_unit_id on discipline_decisions (unit_id);
create index ix_discipline_decisions_effective_on on discipline_decisions (effective_on);
create index ix_discipline_decisions_signed_on on discipline_decisions (signed_on);
comment on table discipline_decisions is 'Quyết định kỷ luật in its revisions; a correction or an acquittal is a later one, and nothing is overwritten';
comment on column discipline_decisions.regime is 'Period of law by which the form was chosen';
comment on column discipline_decisions.ends_on is 'Last day, inclusive; stored when it was decided';
comment on column discipline_decisions.bans is 'What it forbids: kind, months, endsOn (last day, inclusive)';
comment on column discipline_decisions.lifted_on is 'First day without it, by an acquittal; null if there is none';
comment on column discipline_decisions.ground_number is 'The decision that gave this revision';

create function keep_discipline_decisions() returns trigger
language plpgsql as $$
begin
    if tg_op <> 'UPDATE' or old.superseded_at is not null or new.superseded_at is null
        or to_jsonb(new) - 'superseded_at' is distinct from to_jsonb(old) - 'superseded_at'
    then
        raise exception 'what was decided stays: constraint "ck_discipline_decisions_kept"'
            using errcode = 'check_violation', constraint = 'ck_discipline_decisions_kept', table = 'discipline_decisions';
    end if;
    return new;
end
$$;
create trigger tr_discipline_decisions_kept before update or delete on discipline_decisions
    for each row execute function keep_discipline_decisions();
create trigger tr_discipline_decisions_not_removed before truncate on discipline_decisions
    for each statement execute function keep_evaluations();
