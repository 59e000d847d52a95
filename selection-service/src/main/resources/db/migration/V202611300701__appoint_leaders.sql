-- Rules of appointments, beside the other numbers of the selection law.
insert into selection_defaults (code, value, valid_from, legal_basis, mark, legal_check) values
    ('APPOINTMENT_NEXT_RANKED', 'false', '2017-05-09', 'No text. Default: when the first does not become it, a new round; true lets the next ranked be proposed', 'ASSUMED', true),
    ('APPOINTMENT_MAXIMUM_TERMS', '2', '2017-05-09', 'At most two consecutive terms in a post', 'LAW', true),
    ('APPOINTMENT_PROBATION_MONTHS', '0', '2017-05-09', 'No probation of leaders in law; some pilots had twelve months', 'ASSUMED', true),
    ('APPOINTMENT_CONSENTS', 'PARTY,AUTHORITY', '2017-05-09', '2424/BNV-CCVC: the contest replaces the choice only, the rest of the procedure stays: consent of the party committee and of the appointing authority', 'LAW', true);

create table appointments (
    id uuid not null,
    round_id uuid not null,
    vacancy_id uuid not null,
    application_id uuid not null,
    officer_id uuid not null,
    unit_id uuid not null,
    title text not null,
    position text not null,
    merit_rank int not null,
    state text not null,
    term_months int not null,
    probation_months int not null,
    effective_on date,
    revision int not null,
    assignment_id uuid,
    refusal text,
    refusal_args text not null,
    proposed_by text not null,
    proposed_officer_id uuid,
    version bigint not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    constraint pk_appointments primary key (id),
    constraint fk_appointments_round_id foreign key (round_id) references rounds (id),
    constraint fk_appointments_vacancy_id foreign key (vacancy_id) references vacancies (id),
    constraint ck_appointments_position check (position in ('HEAD', 'DEPUTY_HEAD')),
    constraint ck_appointments_rank check (merit_rank >= 1),
    constraint ck_appointments_state check (state in ('PROPOSED', 'DECIDED', 'IN_FORCE', 'FAILED', 'DECLINED', 'REJECTED', 'REVOKED', 'LAPSED')),
    constraint ck_appointments_term check (term_months between 1 and 120 and probation_months between 0 and 120),
    constraint ck_appointments_effective check ((state in ('DECIDED', 'IN_FORCE', 'FAILED', 'REVOKED')) = (effective_on is not null)),
    constraint ck_appointments_revision check ((revision = 0) = (effective_on is null)),
    constraint ck_appointments_assignment check ((state = 'IN_FORCE') = (assignment_id is not null)),
    constraint ck_appointments_refusal check (state <> 'FAILED' or refusal is not null),
    constraint ck_appointments_refusal_args check (refusal_args is json object)
);
comment on table appointments is 'Proposals for the posts of rounds and what became of them. The application may be purged: so are ended proposals';
comment on column appointments.merit_rank is 'Rank in the published result';
comment on column appointments.revision is 'How often the decision was told to the directory, as decided or revoked; the newest counts';
comment on column appointments.refusal is 'Code of the rule by which the directory refused it, or appointment.revoked-late if the post was recorded before the revocation came';
comment on column appointments.proposed_by is 'Subject of the token; this person does not decide';
-- Whoever holds the round sees who is proposed; these two hold whatever happens.
create unique index ux_appointments_application_open on appointments (application_id) where state in ('PROPOSED', 'DECIDED', 'IN_FORCE', 'FAILED');
create unique index ux_appointments_officer_decided on appointments (officer_id) where state in ('DECIDED', 'FAILED');
create index ix_appointments_round_id on appointments (round_id);
create index ix_appointments_vacancy_id on appointments (vacancy_id);
create index ix_appointments_officer_id on appointments (officer_id);
create index ix_appointments_created_at on appointments (created_at, id);

create table appointment_steps (
    appointment_id uuid not null,
    place int not null,
    act text not null,
    number text,
    signed_on date,
    issuer text,
    reason_code text,
    reason_text text,
    made_at timestamptz not null,
    made_by text not null,
    constraint pk_appointment_steps primary key (appointment_id, place),
    constraint fk_appointment_steps_appointment_id foreign key (appointment_id) references appointments (id),
    constraint ck_appointment_steps_act check (act in ('PARTY_CONSENT', 'AUTHORITY_CONSENT', 'DECIDE', 'WITHDRAW', 'REJECT', 'REVOKE', 'APPLY', 'LAPSE')),
    constraint ck_appointment_steps_decision check (num_nulls(number, signed_on, issuer) in (0, 3)),
    constraint ck_appointment_steps_reason check ((reason_code is null) = (reason_text is null))
);
comment on table appointment_steps is 'Consents, decisions and reasons of an appointment, in their order';

create table post_outcomes (
    vacancy_id uuid not null,
    round_id uuid not null,
    outcome text not null,
    ended_on date not null,
    number text,
    signed_on date,
    issuer text,
    reason_code text,
    reason_text text,
    made_at timestamptz not null,
    made_by text not null,
    constraint pk_post_outcomes primary key (vacancy_id),
    constraint fk_post_outcomes_vacancy_id foreign key (vacancy_id) references vacancies (id),
    constraint fk_post_outcomes_round_id foreign key (round_id) references rounds (id),
    constraint ck_post_outcomes_outcome check (outcome in ('APPOINTED', 'NOT_APPOINTED')),
    constraint ck_post_outcomes_decision check (num_nulls(number, signed_on, issuer) in (0, 3)),
    constraint ck_post_outcomes_not_appointed check (outcome = 'APPOINTED' or number is not null)
);
comment on table post_outcomes is 'How the selection for a post has ended; a round with an outcome for each of its posts is closed';
create index ix_post_outcomes_round_id on post_outcomes (round_id);
revoke update, delete, truncate on post_outcomes from ${app_role};

alter table applications add column ended_by uuid;
comment on column applications.ended_by is 'Appointment in another post that ended it; with the revocation of that one it stands again';
alter table applications drop constraint ck_applications_state;
alter table applications add constraint ck_applications_state check (state in ('RECEIVED', 'WITHDRAWN', 'EXEMPT', 'CHOSEN_ELSEWHERE'));
alter table applications add constraint ck_applications_ended_by check ((state = 'CHOSEN_ELSEWHERE') = (ended_by is not null));
create index ix_applications_ended_by on applications (ended_by) where ended_by is not null;
