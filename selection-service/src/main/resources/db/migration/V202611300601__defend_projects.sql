-- Rules of the defence and of the result, beside the other numbers of the selection law.
insert into selection_defaults (code, value, valid_from, legal_basis, mark, legal_check) values
    ('DEFENCE_PASS_MARK', '50', '2017-05-09', 'Ministry of Health pilot: at least 50 of 100 in each round', 'SECONDARY', true),
    ('DEFENCE_PRESENTATION_MINUTES', '45', '2017-05-09', 'Ministry of Health pilot: presentation of at most 45 minutes', 'SECONDARY', true),
    ('DEFENCE_QUESTION_MINUTES', '90', '2017-05-09', 'Ministry of Health pilot: questions of 60 to 90 minutes', 'SECONDARY', true),
    ('DEFENCE_SPREAD_RANGE', '20', '2017-05-09', 'No text. Sheets of one defence that lie more than 20 points apart are reviewed', 'ASSUMED', true),
    ('DEFENCE_SPREAD_MEDIAN', '15', '2017-05-09', 'No text. A sheet more than 15 points from the median is reviewed', 'ASSUMED', true),
    ('RANKING_RULE', 'PROJECT', '2017-05-09', '2424/BNV-CCVC leaves it open: the highest project mark, with the pass mark in each round', 'ASSUMED', true),
    ('TIE_RULE', 'WRITTEN,COUNCIL', '2017-05-09', 'Recruitment rules, by analogy: the higher written mark, then the council', 'ASSUMED', true),
    ('WITHDRAWAL_RULE', 'DECISION', '2017-05-09', '2424/BNV-CCVC: at least two candidates. No text for a withdrawal between the rounds', 'ASSUMED', true),
    ('DEFENCE_SCHEME', 'HN-DEFENCE', '2017-05-09', 'Criteria of the defence; no text of Hanoi gives them', 'ASSUMED', true);
create table draws (
    id uuid not null,
    round_id uuid not null,
    commitment text not null,
    content bytea not null,
    committed_at timestamptz not null,
    drawn_at timestamptz,
    version bigint not null,
    constraint pk_draws primary key (id),
    constraint fk_draws_round_id foreign key (round_id) references rounds (id),
    constraint ux_draws_round_id unique (round_id),
    constraint ck_draws_commitment check (commitment ~ '^[0-9a-f]{64}$')
);
comment on table draws is 'The lot that gives the order of the defences of a round: fixed before anybody knows who defends';
comment on column draws.commitment is 'SHA-256 over the salt and the seed with all codes';
comment on column draws.content is 'Sealed: seed, salt, and the code of each candidate';

create table defences (
    id uuid not null,
    round_id uuid not null,
    vacancy_id uuid not null,
    application_id uuid not null,
    place int not null,
    starts_at timestamptz not null,
    state text not null,
    held_on date,
    reviewed boolean not null,
    content bytea not null,
    version bigint not null,
    changed_at timestamptz not null,
    constraint pk_defences primary key (id),
    constraint fk_defences_round_id foreign key (round_id) references rounds (id),
    constraint fk_defences_vacancy_id foreign key (vacancy_id) references vacancies (id),
    constraint ux_defences_application_id unique (application_id),
    constraint ux_defences_round_place unique (round_id, place),
    constraint ck_defences_place check (place >= 1),
    constraint ck_defences_state check (state in ('DRAWN', 'HELD', 'OPENED', 'ABSENT')),
    constraint ck_defences_held check ((state = 'DRAWN') = (held_on is null)),
    constraint ck_defences_reviewed check (not reviewed or state = 'OPENED')
);
comment on table defences is 'Defences of projects, in the order of the lot. The application may be gone: what is kept then names nobody';
comment on column defences.held_on is 'Day on which it was held, or on which the candidate did not come';
comment on column defences.content is 'Sealed: who was absent by decision, what the chair found in a review';
create index ix_defences_vacancy_id on defences (vacancy_id);

create table score_sheets (
    id uuid not null,
    defence_id uuid not null,
    member_id uuid not null,
    state text not null,
    commitment text,
    content bytea not null,
    version bigint not null,
    constraint pk_score_sheets primary key (id),
    constraint fk_score_sheets_defence_id foreign key (defence_id) references defences (id),
    constraint ux_score_sheets_defence_member unique (defence_id, member_id),
    constraint ck_score_sheets_state check (state in ('DRAFT', 'SEALED', 'ABSENT')),
    constraint ck_score_sheets_commitment check ((state = 'SEALED') = (commitment is not null)),
    constraint ck_score_sheets_digest check (commitment ~ '^[0-9a-f]{64}$')
);
comment on table score_sheets is 'One sheet for each member present at a defence; a sealed one is not changed';
comment on column score_sheets.content is 'Sealed: points by criterion, and the salt of the commitment';
create index ix_score_sheets_member_id on score_sheets (member_id);
revoke delete, truncate on draws, defences, score_sheets from ${app_role};

create function keep_sealed_score_sheet() returns trigger language plpgsql as $$
begin
    raise exception 'a sealed sheet is not changed' using errcode = 'check_violation', constraint = 'ck_score_sheets_sealed';
end $$;
create trigger keep_sealed_score_sheet before update on score_sheets for each row when (old.state = 'SEALED') execute function keep_sealed_score_sheet();

create table merit_lists (
    id uuid not null,
    round_id uuid not null,
    unit_id uuid not null,
    state text not null,
    commitment text,
    content bytea not null,
    published_on date,
    version bigint not null,
    changed_at timestamptz not null,
    constraint pk_merit_lists primary key (id),
    constraint fk_merit_lists_round_id foreign key (round_id) references rounds (id),
    constraint ux_merit_lists_round_id unique (round_id),
    constraint ck_merit_lists_state check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'PUBLISHED')),
    constraint ck_merit_lists_commitment check ((state = 'DRAFT') = (commitment is null)),
    constraint ck_merit_lists_digest check (commitment ~ '^[0-9a-f]{64}$'),
    constraint ck_merit_lists_published check ((state = 'PUBLISHED') = (published_on is not null))
);
comment on table merit_lists is 'Results of rounds: ranks of all posts, with what explains each';
comment on column merit_lists.content is 'Sealed: standings, decisions on ties, minutes, approval, salt of the commitment';
create index ix_merit_lists_unit_id on merit_lists (unit_id);
revoke delete, truncate on merit_lists from ${app_role};
