create table enrolments (
    id uuid not null,
    version bigint not null,
    class_id uuid not null,
    officer_id uuid not null,
    officer_code text not null,
    officer_name text not null,
    category text not null,
    unit_id uuid not null,
    unit_code text not null,
    unit_name text not null,
    state text not null,
    arrival bigint not null,
    checked jsonb not null,
    checked_at timestamptz not null,
    reason_code text,
    reason_text text,
    outcome text,
    score numeric(8, 4),
    score_maximum numeric(8, 4),
    nominated_at timestamptz not null,
    nominated_by text not null,
    decided_at timestamptz,
    decided_by text,
    constraint pk_enrolments primary key (id),
    constraint fk_enrolments_class_id foreign key (class_id) references classes (id),
    constraint ux_enrolments_class_arrival unique (class_id, arrival),
    constraint ck_enrolments_state
        check (state in ('NOMINATED', 'ENROLLED', 'WAITING', 'REJECTED', 'WITHDRAWN', 'CANCELLED')),
    constraint ck_enrolments_arrival check (arrival > 0),
    constraint ck_enrolments_outcome check (
        outcome is null or state = 'ENROLLED' and outcome in ('PASSED', 'FAILED', 'ABSENT', 'EXEMPT')),
    constraint ck_enrolments_score check (
        score is null and score_maximum is null
        or outcome in ('PASSED', 'FAILED') and score_maximum is not null and score between 0 and score_maximum)
);
comment on table enrolments is 'A person in a class, from the nomination on; unit, category and name are those of then';
comment on column enrolments.arrival is 'Place in the order of nominations of the class; seats that become free go by it';
comment on column enrolments.checked is 'Conditions with their evidence as they were last checked';
comment on column enrolments.score is 'Absent is not zero: who was not there has no score';
create unique index ux_enrolments_class_officer on enrolments (class_id, officer_id)
    where state in ('NOMINATED', 'ENROLLED', 'WAITING', 'CANCELLED');
create index ix_enrolments_officer_id on enrolments (officer_id);
create index ix_enrolments_unit_id on enrolments (unit_id);
create index ix_enrolments_class_state on enrolments (class_id, state, arrival);
revoke delete, truncate on enrolments from ${app_role};

create table learner_days (
    officer_id uuid not null,
    day date not null,
    class_id uuid not null,
    enrolment_id uuid not null,
    constraint pk_learner_days primary key (officer_id, day),
    constraint fk_learner_days_enrolment_id foreign key (enrolment_id) references enrolments (id)
);
comment on table learner_days is 'Class days of everybody who is nominated, waiting or enrolled: nobody is in two classes on a day';
create index ix_learner_days_class_id on learner_days (class_id);
create index ix_learner_days_enrolment_id on learner_days (enrolment_id);
