create table attendance_sheets (
    id uuid not null,
    version bigint not null,
    class_id uuid not null,
    day date not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint pk_attendance_sheets primary key (id),
    constraint fk_attendance_sheets_class_id foreign key (class_id) references classes (id),
    constraint ux_attendance_sheets_class_day unique (class_id, day)
);
comment on table attendance_sheets is 'Who was there on a class day; one sheet a day';
revoke delete, truncate on attendance_sheets from ${app_role};

create table attendance_marks (
    sheet_id uuid not null,
    enrolment_id uuid not null,
    mark text not null,
    constraint pk_attendance_marks primary key (sheet_id, enrolment_id),
    constraint fk_attendance_marks_sheet_id foreign key (sheet_id) references attendance_sheets (id),
    constraint fk_attendance_marks_enrolment_id foreign key (enrolment_id) references enrolments (id)
);
comment on table attendance_marks is 'Marks of the list of the rules; which of them count as attended is said there';
create index ix_attendance_marks_enrolment_id on attendance_marks (enrolment_id);
revoke delete, truncate on attendance_marks from ${app_role};
