create table appointment_orders (
    id uuid not null,
    revision int not null,
    officer_id uuid not null,
    unit_id uuid not null,
    position text not null,
    title text not null,
    effective_on date not null,
    decision_number text not null,
    state text not null,
    assignment_id uuid,
    refusal text,
    refusal_args jsonb not null default '{}',
    version bigint not null default 1,
    created_at timestamptz not null,
    created_by text not null,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint pk_appointment_orders primary key (id),
    constraint ck_appointment_orders_revision check (revision > 0),
    constraint ck_appointment_orders_position check (position in ('HEAD', 'DEPUTY_HEAD')),
    constraint ck_appointment_orders_state check (state in ('WAITING', 'APPLIED', 'REFUSED', 'REVOKED')),
    constraint ck_appointment_orders_applied check ((state = 'APPLIED') = (assignment_id is not null)),
    constraint ck_appointment_orders_refused check (state <> 'REFUSED' or refusal is not null)
);
comment on table appointment_orders is 'Appointments of leaders that selection-service has told, until the directory carries them out on their first day';
comment on column appointment_orders.id is 'The appointment in selection-service';
comment on column appointment_orders.revision is 'Number of the newest told state of the appointment; older ones that come later are left';
comment on column appointment_orders.refusal is 'Code of the rule that the directory refuses by, or appointment.revoked-late for a revocation that came after the post was recorded';
create index ix_appointment_orders_due on appointment_orders (effective_on, id) where state = 'WAITING';
create index ix_appointment_orders_created_at on appointment_orders (created_at, id);
