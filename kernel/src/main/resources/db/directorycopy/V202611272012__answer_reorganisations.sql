create table reorganisation_answers (
    plan_id uuid not null,
    version bigint not null,
    answered_at timestamptz not null default now(),
    constraint pk_reorganisation_answers primary key (plan_id)
);
comment on table reorganisation_answers is 'The newest version of each reorganisation plan whose impact this service has counted';
