create table examinations (
    case_id uuid not null,
    officer_id uuid not null,
    began_on date not null,
    ended_on date,
    bans text[] not null,
    constraint pk_examinations primary key (case_id),
    constraint ck_examinations_days check (ended_on >= began_on)
);
comment on table examinations is 'Cases of discipline that are or were considered, as evaluation-service told them; no violation, no reasons';
comment on column examinations.ended_on is 'First day on which the case was considered no more; null while it is';
comment on column examinations.bans is 'What is forbidden meanwhile';
create index ix_examinations_officer_id on examinations (officer_id);
revoke delete, truncate on examinations from ${app_role};
