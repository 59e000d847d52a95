-- Needs come from classifications, from people and managers, and from posts that require training.
alter table training_needs
    drop constraint ck_training_needs_state,
    drop constraint ck_training_needs_withdrawal,
    alter column classification_id drop not null,
    alter column revision drop not null,
    alter column rule_set_code drop not null,
    alter column rule_set_version drop not null,
    alter column told_at drop not null,
    add column origin text not null default 'CLASSIFICATION',
    add column content text,
    add column due_on date,
    add column assignment_id uuid,
    add column requested_by text,
    add column decided_by text,
    add column decided_at timestamptz,
    add column refusal_reason text,
    add constraint ck_training_needs_origin check (origin in ('CLASSIFICATION', 'PERSON', 'MANAGER', 'REQUIRED_TRAINING')),
    add constraint ck_training_needs_state check (
        state in ('OPEN', 'WITHDRAWN') or (state in ('PROPOSED', 'REFUSED') and origin in ('PERSON', 'MANAGER'))),
    add constraint ck_training_needs_source check (
        num_nulls(classification_id, revision, rule_set_code, rule_set_version, told_at) = case origin when 'CLASSIFICATION' then 0 else 5 end
        and (origin = 'REQUIRED_TRAINING') = (assignment_id is not null)
        and (origin in ('PERSON', 'MANAGER')) = (requested_by is not null)),
    add constraint ck_training_needs_withdrawal check (
        num_nulls(withdrawn_by, withdrawn_revision, withdrawn_at) = case when state = 'WITHDRAWN' and origin = 'CLASSIFICATION' then 0 else 3 end
        and withdrawn_revision > revision is not false),
    add constraint ck_training_needs_decision check (
        num_nulls(decided_by, decided_at) in (0, 2) and (state <> 'REFUSED' or (decided_by is not null and refusal_reason is not null)));
comment on column training_needs.origin is 'CLASSIFICATION: a told year; PERSON, MANAGER: asked for by hand; REQUIRED_TRAINING: a post calls for it';
comment on column training_needs.reasons is 'Of a classification its reasons; else the one criterion';
comment on column training_needs.year is 'Classified year; else the year in which it should be met';
comment on column training_needs.content is 'Code of training-contents; null if the need does not say';
drop index ux_training_needs_open;
create unique index ux_training_needs_open on training_needs (officer_id, year) where state = 'OPEN' and origin = 'CLASSIFICATION';
create unique index ux_training_needs_criterion on training_needs (officer_id, (reasons[1]), year)
    where state in ('PROPOSED', 'OPEN') and origin <> 'CLASSIFICATION';
create unique index ux_training_needs_assignment on training_needs (assignment_id, (reasons[1])) where assignment_id is not null;

create table required_trainings (
    code text not null,
    leader boolean,
    position text,
    content text not null,
    months int not null,
    first_day date not null,
    last_day date,
    legal_basis text not null,
    mark text not null,
    legal_check boolean not null,
    constraint pk_required_trainings primary key (code, first_day),
    constraint ck_required_trainings_code check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    constraint ck_required_trainings_months check (months between 1 and 60),
    constraint ck_required_trainings_mark check (mark in ('LAW', 'SECONDARY', 'ASSUMED')),
    constraint ex_required_trainings_days exclude using gist (code with =, daterange(first_day, last_day, '[]') with &&)
);
comment on table required_trainings is 'Training that a main post calls for, by the day on which the post begins; legal_check = true means that a lawyer has not yet confirmed it';
comment on column required_trainings.leader is 'Only posts that lead, or only others; null: both';
comment on column required_trainings.position is 'Only posts of this code; null: all';
comment on column required_trainings.months is 'Months from the first day of the post in which it should be met';
revoke insert, update, delete, truncate on required_trainings from ${app_role};
insert into required_trainings (code, leader, content, months, first_day, legal_basis, mark, legal_check) values
    ('LEADER_AFTER_APPOINTMENT', true, 'STATE_MANAGEMENT', 12, '2025-07-01',
        'Nghị định 171/2025/NĐ-CP: leaders are trained after their appointment; content and months are assumed', 'SECONDARY', true);

create table plan_proposal_needs (
    line_id uuid not null,
    need_id uuid not null,
    constraint pk_plan_proposal_needs primary key (line_id, need_id),
    constraint fk_plan_proposal_needs_line_id foreign key (line_id) references plan_proposal_lines (id),
    constraint fk_plan_proposal_needs_need_id foreign key (need_id) references training_needs (id),
    constraint ux_plan_proposal_needs_need_id unique (need_id)
);
comment on table plan_proposal_needs is 'Which needs a line of a proposal would meet; each need is in one line';
