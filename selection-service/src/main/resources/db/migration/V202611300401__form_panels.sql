-- Codes of parameters are many by now; each is read by its name, so a list of them here would only be a second one.
alter table selection_defaults drop constraint ck_selection_defaults_code;
alter table selection_defaults add constraint ck_selection_defaults_code check (code ~ '^[A-Z][A-Z0-9_]*$');
insert into selection_defaults (code, value, valid_from, legal_basis, mark, legal_check) values
    ('COUNCIL_MINIMUM', '5', '2017-05-09', 'No national text; local rules have 7 to 17 members', 'ASSUMED', true),
    ('COUNCIL_MAXIMUM', '17', '2017-05-09', 'Rule of Huế: at most 17 members', 'ASSUMED', true),
    ('COUNCIL_ODD', 'true', '2017-05-09', 'An odd number, so that a vote decides', 'ASSUMED', true),
    ('COUNCIL_QUORUM', '2/3', '2017-05-09', 'Two thirds of the members, rounded up; no national text', 'ASSUMED', true),
    ('COUNCIL_SECRETARY', 'PERSONNEL', '2017-05-09', 'Rule of Huế: the secretary is of the personnel body. PERSONNEL: one of the personnel officers of the round; ANY: anybody', 'ASSUMED', true),
    ('COUNCIL_CHAIR', 'UNIT_OR_ABOVE', '2017-05-09', 'Rule of Huế: the head of the appointing authority. UNIT_OR_ABOVE: main post in the unit of the round or above it; ANY: anybody', 'ASSUMED', true),
    ('BOARD_MINIMUM', 'QUESTION:2,SUPERVISION:2,CODING:2,MARKING:3,REMARKING:2,MONITORING:2', '2017-05-09', 'Two markings of each script and a third on a spread; codes are opened by two persons', 'ASSUMED', true),
    ('BOARD_MAXIMUM', '60', '2017-05-09', 'No text; a bound for the form only', 'ASSUMED', true),
    ('INCOMPATIBLE', 'CODING:MARKING,CODING:REMARKING,MARKING:REMARKING,SUPERVISION:MARKING,SUPERVISION:REMARKING,MONITORING:COUNCIL,MONITORING:QUESTION,MONITORING:SUPERVISION,MONITORING:CODING,MONITORING:MARKING,MONITORING:REMARKING,PERSONNEL:MARKING,PERSONNEL:REMARKING', '2017-05-09', 'Who marks knows no code and no face, who marks again did not mark before, who watches takes no part; by analogy with recruitment rules', 'ASSUMED', true),
    ('CONFLICT_JUDGE_MONTHS', '24', '2017-05-09', 'Who decided or scored results of the candidate in this time before the findings were frozen; no text gives it', 'ASSUMED', true),
    ('CONFLICT_WAIVABLE', 'UNIT_ABOVE', '2017-05-09', 'The head of the appointing authority chairs by law and is above most candidates; a decision may let such a person judge', 'ASSUMED', true);

create table panels (
    id uuid not null,
    round_id uuid not null,
    body text not null,
    state text not null,
    version bigint not null,
    created_at timestamptz not null,
    created_by text not null,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint pk_panels primary key (id),
    constraint fk_panels_round_id foreign key (round_id) references rounds (id),
    constraint ux_panels_round_body unique (round_id, body),
    constraint ck_panels_body check (body in ('COUNCIL', 'QUESTION', 'SUPERVISION', 'CODING', 'MARKING', 'REMARKING', 'MONITORING')),
    constraint ck_panels_state check (state in ('FORMED', 'DISSOLVED'))
);
comment on table panels is 'The council and the boards of a round. A row is not deleted; who sat stays known';

create table panel_members (
    panel_id uuid not null,
    place int not null,
    officer_id uuid not null,
    capacity text not null,
    joined_on date not null,
    left_on date,
    constraint pk_panel_members primary key (panel_id, place),
    constraint fk_panel_members_panel_id foreign key (panel_id) references panels (id),
    constraint ck_panel_members_capacity check (capacity in ('HEAD', 'SECRETARY', 'MEMBER')),
    constraint ck_panel_members_days check (left_on >= joined_on)
);
comment on table panel_members is 'Who sits or sat in a council or board, in which capacity; who left keeps the row';
comment on column panel_members.left_on is 'Day of the replacement; null for who sits';
create unique index ux_panel_members_panel_officer on panel_members (panel_id, officer_id) where left_on is null;
create index ix_panel_members_officer_id on panel_members (officer_id);

create table panel_decisions (
    panel_id uuid not null,
    place int not null,
    act text not null,
    number text not null,
    signed_on date not null,
    issuer text not null,
    reason_code text,
    reason_text text,
    made_at timestamptz not null,
    made_by text not null,
    constraint pk_panel_decisions primary key (panel_id, place),
    constraint fk_panel_decisions_panel_id foreign key (panel_id) references panels (id)
);
comment on table panel_decisions is 'Decisions that formed, changed or dissolved a council or board, in their order';

create table conflicts (
    id uuid not null,
    round_id uuid not null,
    member_id uuid not null,
    candidate_id uuid,
    ground text not null,
    source text not null,
    note bytea,
    made_at timestamptz not null,
    made_by text not null,
    constraint pk_conflicts primary key (id),
    constraint fk_conflicts_round_id foreign key (round_id) references rounds (id),
    constraint ux_conflicts_round_member_candidate_ground_source unique nulls not distinct (round_id, member_id, candidate_id, ground, source),
    constraint ck_conflicts_ground check (ground in ('SPOUSE', 'PARENT', 'CHILD', 'SIBLING', 'OTHER_TIE', 'RECUSAL')),
    constraint ck_conflicts_source check (source in ('MEMBER', 'DOSSIER', 'MONITORING')),
    constraint ck_conflicts_candidate check (candidate_id is not null or ground = 'RECUSAL'),
    constraint ck_conflicts_persons check (member_id <> candidate_id)
);
comment on table conflicts is 'Ties that were declared or found between somebody who may sit and somebody who may stand; neither is checked, so that a row tells of neither. Those that follow from posts and results are computed';
comment on column conflicts.candidate_id is 'Null for who recuses from all candidates';
comment on column conflicts.note is 'Sealed: what was said about it';
create index ix_conflicts_round_candidate on conflicts (round_id, candidate_id);
revoke update, truncate on conflicts from ${app_role};

create table conflict_waivers (
    id uuid not null,
    round_id uuid not null,
    member_id uuid not null,
    candidate_id uuid not null,
    ground text not null,
    reason_code text not null,
    reason_text text not null,
    decision_number text not null,
    decision_signed_on date not null,
    decision_issuer text not null,
    made_at timestamptz not null,
    made_by text not null,
    constraint pk_conflict_waivers primary key (id),
    constraint fk_conflict_waivers_round_id foreign key (round_id) references rounds (id),
    constraint ux_conflict_waivers_round_member_candidate_ground unique (round_id, member_id, candidate_id, ground)
);
comment on table conflict_waivers is 'Decisions that let somebody judge in spite of a conflict of one ground';
revoke update, truncate on conflict_waivers from ${app_role};

create table judgements (
    judge_id uuid not null,
    officer_id uuid not null,
    last_day date not null,
    told_at timestamptz not null,
    constraint pk_judgements primary key (judge_id, officer_id)
);
comment on table judgements is 'Who scored, reviewed or decided results of whom, as evaluation-service told it; no result';
comment on column judgements.last_day is 'Last day of the latest period that was judged';
create index ix_judgements_officer_id on judgements (officer_id);
revoke delete, truncate on judgements from ${app_role};
