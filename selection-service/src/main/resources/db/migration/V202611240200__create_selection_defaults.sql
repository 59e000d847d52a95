-- Numbers and lists of the selection law, dated, each with its source. The City changes them by a migration that ends one row and adds another.
create table selection_defaults (
    id uuid not null default uuidv7(),
    code text not null,
    value text not null,
    valid_from date not null,
    valid_to date,
    legal_basis text not null,
    mark text not null,
    legal_check boolean not null,
    version bigint not null default 0,
    created_at timestamptz not null default now(),
    created_by text not null default 'migration',
    changed_at timestamptz not null default now(),
    changed_by text not null default 'migration',
    constraint pk_selection_defaults primary key (id),
    constraint ck_selection_defaults_code check (code in ('MINIMUM_CANDIDATES', 'MINIMUM_DOSSIER_DAYS', 'REQUIRED_MEDIA', 'UNIT_TYPES')),
    constraint ck_selection_defaults_mark check (mark in ('LAW', 'SECONDARY', 'ASSUMED')),
    constraint ck_selection_defaults_validity check (valid_to is null or valid_from < valid_to),
    constraint ex_selection_defaults_validity exclude using gist (code with =, daterange(valid_from, valid_to) with &&)
);
comment on table selection_defaults is 'Parameters of selection by day; legal_check = true means that a lawyer has not yet confirmed the value';
comment on column selection_defaults.value is 'Whole number, or names joined by commas without spaces';
comment on column selection_defaults.mark is 'LAW: in a text of law; SECONDARY: reported by others; ASSUMED: our reading';
revoke insert, update, delete, truncate on selection_defaults from ${app_role};

insert into selection_defaults (code, value, valid_from, legal_basis, mark, legal_check) values
    ('MINIMUM_CANDIDATES', '2', '2017-05-09', '2424/BNV-CCVC of 09/05/2017: at least two candidates for each position', 'LAW', false),
    ('MINIMUM_DOSSIER_DAYS', '20', '2017-05-09', 'No text sets a minimum. Recruitment has 30 days; the Ministry of Home Affairs took 25 in 2017', 'ASSUMED', true),
    ('REQUIRED_MEDIA', 'MASS_MEDIA,WEB_SITE,NOTICE_BOARD', '2017-05-09', 'Recruitment rules: at least one mass medium, the web site and the notice board', 'LAW', false),
    ('UNIT_TYPES', 'DIVISION,PUBLIC_UNIT', '2017-05-09', 'Hanoi programme 2020: pilot for division level and heads of affiliated units; 2424/BNV-CCVC of 09/05/2017', 'LAW', true);
