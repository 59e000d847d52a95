-- Read copy of the directory, fed by the topics directory.unit and directory.officer. No foreign keys: order holds per key only.
create table units (
    id uuid not null,
    code text not null,
    name text not null,
    type text not null,
    parent_id uuid,
    valid_from date not null,
    valid_to date,
    sequence bigint not null,
    received_at timestamptz not null default now(),
    constraint pk_units primary key (id)
);
create index ix_units_code on units (code);
create index ix_units_parent_id on units (parent_id);

create table officers (
    id uuid not null,
    officer_code text not null,
    full_name text not null,
    category text not null,
    sequence bigint not null,
    received_at timestamptz not null default now(),
    constraint pk_officers primary key (id)
);

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
    constraint pk_assignments primary key (id)
);
create index ix_assignments_officer_id on assignments (officer_id);
create index ix_assignments_unit_id on assignments (unit_id);

create function units_within(root uuid) returns table (id uuid)
language sql stable parallel safe as $$
    with recursive below as (
        select root as id
        union
        select u.id from units u join below b on u.parent_id = b.id)
    select id from below
$$;
comment on function units_within(uuid) is 'The unit and everything below it';
