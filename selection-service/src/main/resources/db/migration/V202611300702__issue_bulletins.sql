create table bulletins (
    round_id uuid not null,
    title text not null,
    published_on date not null,
    contest text not null,
    digest text not null,
    made_at timestamptz not null,
    constraint pk_bulletins primary key (round_id),
    constraint fk_bulletins_round_id foreign key (round_id) references rounds (id),
    constraint ck_bulletins_contest check (contest is json object),
    constraint ck_bulletins_digest check (digest ~ '^[0-9a-f]{64}$')
);
comment on table bulletins is 'What everybody may know of contests, written once with the publication of the result';
comment on column bulletins.contest is 'Canonical JSON; names nobody';
comment on column bulletins.digest is 'SHA-256 over it';
create index ix_bulletins_published_on on bulletins (published_on, round_id);
revoke update, delete, truncate on bulletins from ${app_role};
