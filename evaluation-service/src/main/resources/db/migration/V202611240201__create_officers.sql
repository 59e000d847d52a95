-- Officers and their posts in time.
create table officers (
    id uuid not null,
    officer_code text not null,
    full_name text not null,
    sort_key text collate "C" not null,
    search_key text not null,
    category text not null,
    birth_date date,
    version bigint not null default 1,
    created_at timestamptz not null,
    created_by text not null,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint pk_officers primary key (id),
    constraint ux_officers_officer_code unique (officer_code),
    -- Begins with a letter, so a personal number can never stand here.
    constraint ck_officers_officer_code check (officer_code ~ '^[A-Z]{1,8}[0-9]{1,16}$'),
    constraint ck_officers_full_name check (full_name is nfc normalized and full_name = btrim(full_name) and length(full_name) between 1 and 100),
    constraint ck_officers_category check (category in ('CADRE', 'CIVIL_SERVANT', 'PUBLIC_EMPLOYEE', 'CONTRACT_WORKER', 'COMMUNE_PART_TIME'))
);
comment on column officers.sort_key is 'Given name, family name, middle names in the order of the Vietnamese alphabet and tones';
comment on column officers.search_key is 'Name without accents, then code, in lower case';
create index ix_officers_sort_key on officers (sort_key, id);

create table assignments (
    id uuid not null,
    officer_id uuid not null,
    unit_id uuid not null,
    position text not null,
    title text not null,
    leader boolean not null,
    main boolean not null,
    valid_from date not null,
    valid_to date,
    decision_number text not null,
    version bigint not null default 1,
    created_at timestamptz not null,
    created_by text not null,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint pk_assignments primary key (id),
    constraint fk_assignments_officer_id foreign key (officer_id) references officers (id),
    constraint fk_assignments_unit_id foreign key (unit_id) references units (id),
    constraint ck_assignments_position check (position in ('HEAD', 'DEPUTY_HEAD', 'STAFF')),
    constraint ck_assignments_title check (title is nfc normalized and length(title) between 1 and 200),
    constraint ck_assignments_decision_number check (length(decision_number) between 1 and 100),
    constraint ck_assignments_validity check (valid_to > valid_from),
    constraint ex_assignments_main exclude using gist (officer_id with =, daterange(valid_from, valid_to) with &&) where (main),
    constraint ex_assignments_head exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&) where (position = 'HEAD')
);
comment on constraint ex_assignments_main on assignments is 'One main assignment of an officer at a time';
comment on constraint ex_assignments_head on assignments is 'One head of a unit on a day';
create index ix_assignments_officer_id on assignments (officer_id);
create index ix_assignments_unit_id on assignments (unit_id);
