create table training_need_reasons (
    code text not null,
    kind text not null,
    told text not null,
    first_year int not null,
    last_year int,
    legal_basis text not null,
    mark text not null,
    legal_check boolean not null,
    constraint pk_training_need_reasons primary key (code, first_year),
    constraint ck_training_need_reasons_kind check (kind in ('LEVEL', 'CONSEQUENCE')),
    constraint ck_training_need_reasons_mark check (mark in ('LAW', 'SECONDARY', 'ASSUMED')),
    constraint ex_training_need_reasons_years exclude using gist (code with =, int4range(first_year, last_year, '[]') with &&)
);
comment on table training_need_reasons is 'What of a told year opens a training need; legal_check = true means that a lawyer has not yet confirmed it';
comment on column training_need_reasons.told is 'Level, or code of a consequence in the annual rule set';
comment on column training_need_reasons.mark is 'LAW: in a text of law; SECONDARY: reported by others; ASSUMED: our reading';
revoke insert, update, delete, truncate on training_need_reasons from ${app_role};

-- The consequences of the rule sets (relief, dismissal, lower position) do not call for training, so no row names one.
insert into training_need_reasons (code, kind, told, first_year, legal_basis, mark, legal_check) values
    ('LEVEL_D', 'LEVEL', 'D', 2015, 'The level of a year is a basis of training (Decree 335/2025 art. 23 cl. 3); that the lowest one calls for it is assumed', 'ASSUMED', true);

create table told_years (
    officer_id uuid not null,
    year int not null,
    revision int not null,
    constraint pk_told_years primary key (officer_id, year)
);
comment on table told_years is 'Newest told revision of the annual classification of an officer, so that a stale event changes nothing; neither level nor name';

create table training_needs (
    id uuid not null,
    version bigint not null,
    officer_id uuid not null,
    year int not null,
    unit_id uuid not null,
    reasons text[] not null,
    state text not null,
    classification_id uuid not null,
    revision int not null,
    rule_set_code text not null,
    rule_set_version int not null,
    opened_at timestamptz not null,
    told_at timestamptz not null,
    withdrawn_by uuid,
    withdrawn_revision int,
    withdrawn_at timestamptz,
    constraint pk_training_needs primary key (id),
    constraint ck_training_needs_state check (state in ('OPEN', 'WITHDRAWN')),
    constraint ck_training_needs_reasons check (cardinality(reasons) > 0),
    constraint ck_training_needs_withdrawal check (
        num_nulls(withdrawn_by, withdrawn_revision, withdrawn_at) = case state when 'OPEN' then 3 else 0 end
        and withdrawn_revision > revision is not false)
);
comment on table training_needs is 'Training needs from annual classifications. A withdrawn need stays; if a later revision has a reason again, another need is opened';
comment on column training_needs.unit_id is 'Unit of the rated post, which need not be the post of today';
comment on column training_needs.revision is 'Newest revision that has the reasons';
create unique index ux_training_needs_open on training_needs (officer_id, year) where state = 'OPEN';
create index ix_training_needs_officer_id on training_needs (officer_id);
create index ix_training_needs_year on training_needs (year, id);
revoke delete, truncate on training_needs from ${app_role};
