create table sanctions (
    case_id uuid not null,
    revision int not null,
    officer_id uuid not null,
    form text not null,
    effective_on date not null,
    bans jsonb not null,
    lifted_on date,
    told_at timestamptz not null,
    constraint pk_sanctions primary key (case_id),
    constraint ck_sanctions_revision check (revision >= 1)
);
comment on table sanctions is 'Sanctions of officers as evaluation-service told them, in their newest revision; no violation, no reasons';
comment on column sanctions.bans is 'What it forbids: kind, endsOn (last day, inclusive)';
comment on column sanctions.lifted_on is 'First day without it by an acquittal; null if there is none';
create index ix_sanctions_officer_id on sanctions (officer_id);
revoke delete, truncate on sanctions from ${app_role};
