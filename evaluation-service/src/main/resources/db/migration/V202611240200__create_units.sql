-- Units of the City as a tree. A parent is fixed when the unit is created, so the tree cannot get a cycle.
create table units (
    id uuid not null,
    code text not null,
    code_key text collate "C" not null,
    name text not null,
    name_key text collate "C" not null,
    search_key text not null,
    type text not null,
    parent_id uuid,
    valid_from date not null,
    valid_to date,
    version bigint not null default 1,
    created_at timestamptz not null,
    created_by text not null,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint pk_units primary key (id),
    constraint ux_units_code unique (code),
    constraint fk_units_parent_id foreign key (parent_id) references units (id),
    constraint ck_units_code check (code ~ '^[A-Z][0-9]{2}(\.[0-9A-Z]{1,4})*$' and length(code) <= 35),
    constraint ck_units_name check (name is nfc normalized and name = btrim(name) and length(name) between 1 and 200),
    constraint ck_units_type check (type in ('CITY', 'DEPARTMENT', 'EQUIVALENT', 'DISTRICT', 'DIVISION', 'WARD', 'COMMUNE', 'TOWNSHIP', 'PUBLIC_UNIT')),
    constraint ck_units_root check ((type = 'CITY') = (parent_id is null)),
    constraint ck_units_parent check (parent_id <> id),
    constraint ck_units_validity check (valid_to > valid_from)
);
comment on table units is 'Units in force from valid_from until before valid_to';
comment on column units.code_key is 'Code whose groups are filled to equal width: H26.2 stands before H26.10';
comment on column units.name_key is 'Name in the order of the Vietnamese alphabet';
comment on column units.search_key is 'Name without accents, then code, in lower case';
create index ix_units_parent_id on units (parent_id);
create index ix_units_code_key on units (code_key, id);
create index ix_units_name_key on units (name_key, id);
-- The suite serves one City; this decides the race of two first imports.
create unique index ux_units_root on units ((parent_id is null)) where parent_id is null;

create function units_within(root uuid) returns table (id uuid)
language sql stable parallel safe as $$
    with recursive below as (
        select root as id
        union
        select u.id from units u join below b on u.parent_id = b.id)
    select id from below
$$;
comment on function units_within(uuid) is 'The unit and everything below it';
