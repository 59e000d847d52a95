-- A class from its opening to its end: when and where it is held, for whom, how many seats are taken, and how it ended.
alter table classes drop constraint ck_classes_state;
alter table classes add constraint ck_classes_state check (state in ('OPENED', 'DELIVERED', 'CANCELLED')) not valid;
alter table classes validate constraint ck_classes_state;
alter table classes add column course_code text;
alter table classes add column minimum_attendance_percent numeric(7, 4);
alter table classes add column score_maximum numeric(8, 4);
alter table classes add column pass_mark numeric(8, 4);
alter table classes add constraint ck_classes_minimum_attendance check (minimum_attendance_percent between 0 and 100) not valid;
alter table classes validate constraint ck_classes_minimum_attendance;
alter table classes add constraint ck_classes_scores
    check (score_maximum > 0 and (pass_mark is null or score_maximum is not null and pass_mark between 0 and score_maximum)) not valid;
alter table classes validate constraint ck_classes_scores;
comment on table classes is 'Classes of plan lines. RUNNING is no state of its own: an opened class runs from its first class day on';
comment on column classes.course_code is 'What is taught: who passed it does not take it again; null if nobody said';
comment on column classes.minimum_attendance_percent is 'Hours that must be attended to pass; null for none';
comment on column classes.score_maximum is 'Best score; null if nothing is scored';

create table class_sessions (
    id uuid not null,
    class_id uuid not null,
    day date not null,
    starts_at time not null,
    ends_at time not null,
    hours numeric(4, 2) not null,
    place text not null,
    lecturer text,
    constraint pk_class_sessions primary key (id),
    constraint fk_class_sessions_class_id foreign key (class_id) references classes (id),
    constraint ux_class_sessions_class_start unique (class_id, day, starts_at),
    constraint ck_class_sessions_times check (starts_at < ends_at),
    constraint ck_class_sessions_hours check (hours > 0 and hours <= 24)
);
comment on table class_sessions is 'When and where a class is held, in Hanoi time. Its days are the class days';

create table class_targets (
    class_id uuid not null,
    category text not null,
    constraint pk_class_targets primary key (class_id, category),
    constraint fk_class_targets_class_id foreign key (class_id) references classes (id)
);
comment on table class_targets is 'Categories of personnel for whom a class is; none means all';

create table class_invitations (
    class_id uuid not null,
    unit_id uuid not null,
    constraint pk_class_invitations primary key (class_id, unit_id),
    constraint fk_class_invitations_class_id foreign key (class_id) references classes (id)
);
comment on table class_invitations is 'Units that may nominate, with all below them, besides the unit that holds the class';
create index ix_class_invitations_unit_id on class_invitations (unit_id);

create table class_seats (
    class_id uuid not null,
    places int not null,
    taken int not null default 0,
    arrivals bigint not null default 0,
    constraint pk_class_seats primary key (class_id),
    constraint fk_class_seats_class_id foreign key (class_id) references classes (id),
    constraint ck_class_seats_taken check (taken between 0 and places),
    constraint ck_class_seats_arrivals check (arrivals >= 0)
);
comment on table class_seats is 'Seats of a class; the lock of its row orders all that happens to the seats';
comment on column class_seats.arrivals is 'Nominations so far; the number of one is its place in the order of arrival';
insert into class_seats (class_id, places) select id, places from classes;

create table class_cancellations (
    class_id uuid not null,
    reason_code text not null,
    reason_text text not null,
    decision_number text not null,
    decision_signed_on date not null,
    decision_issuer text not null,
    released_vnd bigint not null,
    cancelled_at timestamptz not null,
    cancelled_by text not null,
    constraint pk_class_cancellations primary key (class_id),
    constraint fk_class_cancellations_class_id foreign key (class_id) references classes (id),
    constraint ck_class_cancellations_released check (released_vnd >= 0)
);
comment on table class_cancellations is 'Why a class was not held, by which decision, and how much of its money went back';
revoke update, delete, truncate on class_cancellations from ${app_role};
