-- Criteria that were weak in a told month, until a manager confirms or refuses the need, or a correction takes the reason away.
alter table training_needs
    drop constraint ck_training_needs_origin,
    drop constraint ck_training_needs_state,
    add column evaluation_id uuid,
    add column period text,
    add constraint ck_training_needs_origin check (
        origin in ('CLASSIFICATION', 'PERSON', 'MANAGER', 'REQUIRED_TRAINING', 'WEAK_CRITERION')),
    add constraint ck_training_needs_state check (
        state in ('OPEN', 'WITHDRAWN') or (state in ('PROPOSED', 'REFUSED') and origin in ('PERSON', 'MANAGER', 'WEAK_CRITERION'))),
    add constraint ck_training_needs_weakness check (num_nulls(evaluation_id, period) = case origin when 'WEAK_CRITERION' then 0 else 2 end),
    add constraint ck_training_needs_period check (period ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$');
comment on column training_needs.evaluation_id is 'Result in which the criterion was weak, at its owner';
comment on column training_needs.period is 'Month of that result';
create unique index ux_training_needs_weakness on training_needs (officer_id, (reasons[1]), period) where origin = 'WEAK_CRITERION';

create table told_weaknesses (
    officer_id uuid not null,
    period text not null,
    revision int not null,
    told_at timestamptz not null,
    constraint pk_told_weaknesses primary key (officer_id, period),
    constraint ck_told_weaknesses_revision check (revision >= 1)
);
comment on table told_weaknesses is 'The newest revision that was told of the weak criteria of an officer and month, so that an older one that comes late changes nothing';
revoke delete, truncate on told_weaknesses from ${app_role};
