-- Deadlines of a round and of retention, beside the other numbers of the selection law.
alter table selection_defaults drop constraint ck_selection_defaults_code;
alter table selection_defaults add constraint ck_selection_defaults_code check (code in ('MINIMUM_CANDIDATES', 'MINIMUM_DOSSIER_DAYS',
    'REQUIRED_MEDIA', 'UNIT_TYPES', 'ELIGIBILITY_DAYS', 'ELIGIBILITY_DAYS_MANY', 'CALL_WORKING_DAYS', 'FIRST_ROUND_DAYS',
    'DAYS_OFF', 'APPEAL_DAYS', 'RETENTION_MONTHS', 'TERM_MONTHS'));
insert into selection_defaults (code, value, valid_from, legal_basis, mark, legal_check) values
    ('ELIGIBILITY_DAYS', '15', '2017-05-09', 'Recruitment rules: eligibility is checked within 15 days after the close of the dossiers', 'LAW', true),
    ('ELIGIBILITY_DAYS_MANY', '30', '2017-05-09', 'Recruitment rules: within 30 days from 500 applicants on', 'LAW', true),
    ('CALL_WORKING_DAYS', '5', '2017-05-09', 'Recruitment rules: candidates are called at least 5 working days before', 'LAW', true),
    ('FIRST_ROUND_DAYS', '45', '2017-05-09', 'Recruitment rules: round 1 within 30 days, at most 45, after the list', 'LAW', true),
    ('DAYS_OFF', '2026-01-01,2026-02-16,2026-02-17,2026-02-18,2026-02-19,2026-02-20,2026-04-27,2026-04-30,2026-05-01,2026-09-01,2026-09-02,2027-01-01,2027-02-05,2027-02-08,2027-02-09,2027-02-10,2027-04-16,2027-04-30,2027-09-02,2027-09-03', '2017-05-09', 'Days off that fall on working days; Saturdays and Sundays are off as well. The yearly announcements are to be entered', 'ASSUMED', true),
    ('APPEAL_DAYS', '30', '2017-05-09', 'Recruitment rules, by analogy: 15 days to object and 15 days to answer', 'ASSUMED', true),
    ('RETENTION_MONTHS', '12', '2017-05-09', 'Law 91/2025/QH15 art. 25: data of those not chosen are deleted; no text gives the time after the appeal', 'ASSUMED', true),
    ('TERM_MONTHS', '60', '2017-05-09', 'Rules of appointment: a term is 5 years', 'LAW', false);

create table rounds (
    id uuid not null,
    unit_id uuid not null,
    unit_code text not null,
    unit_name text not null,
    title text not null,
    legal_basis text not null,
    starts_on date not null,
    list_on date not null,
    exam_on date not null,
    state text not null,
    announced_on date,
    dossiers_from date,
    dossiers_to date,
    media text[],
    frozen_on date,
    ended_on date,
    personnel uuid[] not null,
    authors text[] not null,
    version bigint not null,
    created_at timestamptz not null,
    created_by text not null,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint pk_rounds primary key (id),
    constraint ck_rounds_title check (title <> ''),
    constraint ck_rounds_calendar check (starts_on <= list_on and list_on < exam_on),
    constraint ck_rounds_state check (state in ('DRAFT', 'APPROVED_PLAN', 'ANNOUNCED', 'LIST_PUBLISHED', 'SUSPENDED_LT_2', 'CANCELLED')),
    constraint ck_rounds_announcement check (num_nulls(announced_on, dossiers_from, dossiers_to, media) in (0, 4)
        and (state not in ('ANNOUNCED', 'LIST_PUBLISHED', 'SUSPENDED_LT_2') or announced_on is not null)),
    constraint ck_rounds_dossiers check (announced_on <= dossiers_from and dossiers_from <= dossiers_to),
    constraint ck_rounds_frozen check (state not in ('LIST_PUBLISHED', 'SUSPENDED_LT_2') or frozen_on is not null),
    constraint ck_rounds_ended check ((state = 'CANCELLED') = (ended_on is not null))
);
comment on table rounds is 'Rounds of competitive selection over one or more posts. Receiving and eligibility check follow from the days of the announcement';
comment on column rounds.starts_on is 'Day on which the process starts; working years left are counted from it';
comment on column rounds.list_on is 'Planned day of the list of candidates';
comment on column rounds.exam_on is 'Planned day of the first round of the contest';
comment on column rounds.frozen_on is 'Day on which the findings about all candidates were frozen';
comment on column rounds.personnel is 'Officers who handle the applications; nobody else sees one';
comment on column rounds.authors is 'Who wrote the plan: subjects of tokens and officers; none of them approves it';
create index ix_rounds_unit_id on rounds (unit_id);
create index ix_rounds_starts_on on rounds (starts_on, id);

create table round_posts (
    round_id uuid not null,
    vacancy_id uuid not null,
    place int not null,
    term_months int not null,
    condition_set text not null,
    condition_set_version int,
    constraint pk_round_posts primary key (round_id, place),
    constraint fk_round_posts_round_id foreign key (round_id) references rounds (id),
    constraint fk_round_posts_vacancy_id foreign key (vacancy_id) references vacancies (id),
    constraint ux_round_posts_round_vacancy unique (round_id, vacancy_id) deferrable initially deferred,
    constraint ck_round_posts_term check (term_months between 1 and 120)
);
comment on table round_posts is 'Posts of a round, with the conditions of their candidates; the version is fixed when the plan is approved';
create index ix_round_posts_vacancy_id on round_posts (vacancy_id);

create table round_decisions (
    round_id uuid not null,
    place int not null,
    act text not null,
    number text not null,
    signed_on date not null,
    issuer text not null,
    reason_code text,
    reason_text text,
    made_at timestamptz not null,
    made_by text not null,
    constraint pk_round_decisions primary key (round_id, place),
    constraint fk_round_decisions_round_id foreign key (round_id) references rounds (id)
);
comment on table round_decisions is 'Decisions on a round, in their order';

alter table vacancies add column round_id uuid;
comment on column vacancies.round_id is 'Round that the post is part of; null for one that is announced by itself';
alter table vacancies add constraint fk_vacancies_round_id foreign key (round_id) references rounds (id);
create index ix_vacancies_round_id on vacancies (round_id);
alter table vacancies drop constraint ck_vacancies_state;
alter table vacancies add constraint ck_vacancies_state check (state in ('DRAFT', 'ANNOUNCED', 'CLOSED'));

create table announcements (
    id uuid not null,
    vacancy_id uuid not null,
    kind text not null,
    unit_id uuid not null,
    unit_code text not null,
    unit_name text not null,
    post_title text not null,
    positions int not null,
    announced_on date not null,
    dossiers_from date not null,
    dossiers_to date not null,
    made_at timestamptz not null,
    constraint pk_announcements primary key (id),
    constraint fk_announcements_vacancy_id foreign key (vacancy_id) references vacancies (id),
    constraint ck_announcements_kind check (kind in ('PUBLISHED', 'SUSPENDED', 'CANCELLED'))
);
comment on table announcements is 'All that was announced to the public, past announcements too; nothing is changed or taken away';
create index ix_announcements_made_at on announcements (made_at, id);
insert into announcements (id, vacancy_id, kind, unit_id, unit_code, unit_name, post_title, positions, announced_on, dossiers_from, dossiers_to, made_at)
select uuidv7(), id, 'PUBLISHED', unit_id, unit_code, unit_name, post_title, positions, announced_on, dossiers_from, dossiers_to, changed_at
from vacancies where state = 'ANNOUNCED';
revoke update, delete, truncate on announcements from ${app_role};
