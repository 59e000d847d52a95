-- What was told of steps that are due, so that each is told once: the row is written with the event, and who comes second writes neither.
create table closing_reminders (
    closing_id uuid not null,
    step text not null,
    kind text not null,
    due date not null,
    waiting int not null,
    told_at timestamptz not null,
    constraint pk_closing_reminders primary key (closing_id, step, kind),
    constraint fk_closing_reminders_closing_id foreign key (closing_id) references closings (id),
    constraint ck_closing_reminders_step check (step in ('SELF_SCORED', 'MANAGER_SCORED', 'DECIDED', 'PUBLISHED')),
    constraint ck_closing_reminders_kind check (kind in ('UPCOMING', 'OVERDUE')),
    constraint ck_closing_reminders_waiting check (waiting > 0)
);
comment on table closing_reminders is 'Nhắc việc: a step of a closing that was due the next working day, or overdue, as it was told';
comment on column closing_reminders.waiting is 'Sheets that had not taken the step';
-- The few closings that are not published, among those of all years.
create index ix_closings_open on closings (id) where state = 'OPEN';
