create table applications (
    id uuid not null,
    round_id uuid not null,
    vacancy_id uuid not null,
    officer_id uuid not null,
    source text not null,
    state text not null,
    received_on date not null,
    consented_on date not null,
    content bytea not null,
    held boolean not null,
    ended_on date,
    entered_by text not null,
    entered_officer_id uuid,
    version bigint not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    constraint pk_applications primary key (id),
    constraint fk_applications_round_id foreign key (round_id) references rounds (id),
    constraint fk_applications_vacancy_id foreign key (vacancy_id) references vacancies (id),
    constraint ck_applications_source check (source in ('PLANNED_INSIDE', 'PLANNED_OUTSIDE', 'NOMINATED')),
    constraint ck_applications_state check (state in ('RECEIVED', 'WITHDRAWN', 'EXEMPT')),
    constraint ck_applications_ended check ((state = 'RECEIVED') = (ended_on is null))
);
comment on table applications is 'Persons who stand for a post. Seen by the personnel officers of the round and by the person';
comment on column applications.content is 'Sealed: birth date, sex, documents of the dossier, late case, grounds of an end, legal hold';
comment on column applications.held is 'Legal hold: nothing is purged';
comment on column applications.consented_on is 'Day of the consent to the use of personal data';
-- A person stands once for a post; one that has ended does not stand in the way.
create unique index ux_applications_post_officer on applications (round_id, vacancy_id, officer_id) where state = 'RECEIVED';
create index ix_applications_officer_id on applications (officer_id);
create index ix_applications_received_on on applications (received_on, id);

create table eligibility_checks (
    id uuid not null,
    application_id uuid not null,
    number int not null,
    kind text not null,
    made_on date not null,
    cut_off date not null,
    condition_set text not null,
    condition_set_version int not null,
    findings text not null,
    digest text not null,
    made_at timestamptz not null,
    made_by text not null,
    constraint pk_eligibility_checks primary key (id),
    constraint fk_eligibility_checks_application_id foreign key (application_id) references applications (id),
    constraint ux_eligibility_checks_application_number unique (application_id, number),
    constraint ck_eligibility_checks_kind check (kind in ('FROZEN', 'RECHECK')),
    constraint ck_eligibility_checks_findings check (findings is json array),
    constraint ck_eligibility_checks_digest check (digest ~ '^[0-9a-f]{64}$')
);
comment on table eligibility_checks is 'Findings about a candidate with their evidence: frozen once, and again when something differs. Never changed';
comment on column eligibility_checks.digest is 'SHA-256 over the canonical JSON of the check';
revoke update, truncate on eligibility_checks from ${app_role};

create table eligibility_overrides (
    id uuid not null,
    application_id uuid not null,
    check_id uuid not null,
    condition text not null,
    reason text not null,
    decision_number text not null,
    decision_signed_on date not null,
    decision_issuer text not null,
    made_at timestamptz not null,
    made_by text not null,
    constraint pk_eligibility_overrides primary key (id),
    constraint fk_eligibility_overrides_application_id foreign key (application_id) references applications (id),
    constraint fk_eligibility_overrides_check_id foreign key (check_id) references eligibility_checks (id),
    constraint ux_eligibility_overrides_check_condition unique (check_id, condition)
);
comment on table eligibility_overrides is 'Reasoned decisions in the place of a finding of one check; another check with the same finding keeps them';
create index ix_eligibility_overrides_application_id on eligibility_overrides (application_id);
revoke update, truncate on eligibility_overrides from ${app_role};
