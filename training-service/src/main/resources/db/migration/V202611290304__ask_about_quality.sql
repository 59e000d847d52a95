create table quality_evaluations (
    id uuid not null,
    class_id uuid not null,
    unit_id uuid not null,
    kind text not null,
    form_version int not null,
    opens_on date not null,
    closes_on date not null,
    constraint pk_quality_evaluations primary key (id),
    constraint fk_quality_evaluations_class_id foreign key (class_id) references classes (id),
    constraint ux_quality_evaluations_class_kind unique (class_id, kind),
    constraint ck_quality_evaluations_kind check (kind in ('LEARNERS', 'MANAGERS')),
    constraint ck_quality_evaluations_days check (opens_on <= closes_on)
);
comment on table quality_evaluations is 'What is asked about a class that is over, by which form and when; closes_on is the last day';
create index ix_quality_evaluations_unit_id on quality_evaluations (unit_id);
revoke update, delete, truncate on quality_evaluations from ${app_role};

create table quality_turns (
    evaluation_id uuid not null,
    enrolment_id uuid not null,
    spent boolean not null default false,
    constraint pk_quality_turns primary key (evaluation_id, enrolment_id),
    constraint fk_quality_turns_evaluation_id foreign key (evaluation_id) references quality_evaluations (id),
    constraint fk_quality_turns_enrolment_id foreign key (enrolment_id) references enrolments (id)
);
comment on table quality_turns is
    'Who may answer, once. It says that somebody answered, never when or what: no time and no key here leads to an answer';
create index ix_quality_turns_enrolment_id on quality_turns (enrolment_id);
revoke delete, truncate on quality_turns from ${app_role};

create table quality_tallies (
    evaluation_id uuid not null,
    question text not null,
    choice int not null,
    times int not null default 0,
    constraint pk_quality_tallies primary key (evaluation_id, question, choice),
    constraint fk_quality_tallies_evaluation_id foreign key (evaluation_id) references quality_evaluations (id),
    constraint ck_quality_tallies_times check (times >= 0)
);
comment on table quality_tallies is
    'All that is kept of answers: how often each choice was made. Every answer writes every row of its evaluation, so that rows do not tell which were chosen last';
revoke delete, truncate on quality_tallies from ${app_role};
