-- Units on two time axes: what was true when (valid_from, valid_to) and what was recorded when (recorded_at, superseded_at).
-- A row is never overwritten; a correction ends its recorded time and a new row takes its place.
create table directory_clock (
    id boolean not null default true,
    last timestamptz not null,
    constraint pk_directory_clock primary key (id),
    constraint ck_directory_clock_one check (id)
);
comment on table directory_clock is
    'The moment of the last change of the directory. Whoever changes it holds this row until commit, so moments grow in the order of commits';
insert into directory_clock (last) values (date_trunc('milliseconds', clock_timestamp()));

create table unit_states (
    id uuid not null,
    unit_id uuid not null,
    name text not null,
    name_key text collate "C" not null,
    search_key text not null,
    type text not null,
    parent_id uuid,
    valid_from date not null,
    valid_to date,
    plan_id uuid,
    recorded_at timestamptz not null,
    recorded_by text not null,
    superseded_at timestamptz,
    superseded_by text,
    superseding_plan_id uuid,
    constraint pk_unit_states primary key (id),
    constraint fk_unit_states_unit_id foreign key (unit_id) references units (id),
    constraint fk_unit_states_parent_id foreign key (parent_id) references units (id),
    constraint ck_unit_states_name check (name is nfc normalized and name = btrim(name) and length(name) between 1 and 200),
    constraint ck_unit_states_type check (type in ('CITY', 'DEPARTMENT', 'EQUIVALENT', 'DISTRICT', 'DIVISION', 'WARD', 'COMMUNE', 'TOWNSHIP', 'PUBLIC_UNIT')),
    constraint ck_unit_states_root check ((type = 'CITY') = (parent_id is null)),
    constraint ck_unit_states_parent check (parent_id <> unit_id),
    constraint ck_unit_states_validity check (valid_to > valid_from),
    constraint ck_unit_states_recorded check (superseded_at > recorded_at),
    constraint ck_unit_states_superseded check ((superseded_at is null) = (superseded_by is null)),
    constraint ex_unit_states_overlap exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
comment on table unit_states is 'Name, type and parent of a unit from valid_from until before valid_to; a unit is in force on the days that have a state';
comment on column unit_states.name_key is 'Name in the order of the Vietnamese alphabet';
comment on column unit_states.search_key is 'Name without accents in lower case';
comment on column unit_states.plan_id is 'Reorganisation that recorded the row; null if none';
create index ix_unit_states_unit_id on unit_states (unit_id);
create index ix_unit_states_parent_id on unit_states (parent_id);
create index ix_unit_states_plan_id on unit_states (plan_id) where plan_id is not null;
create index ix_unit_states_superseding_plan_id on unit_states (superseding_plan_id) where superseding_plan_id is not null;

create table unit_codes (
    id uuid not null,
    unit_id uuid not null,
    scheme text not null,
    code text not null,
    code_key text collate "C" not null,
    valid_from date not null,
    valid_to date,
    plan_id uuid,
    recorded_at timestamptz not null,
    recorded_by text not null,
    superseded_at timestamptz,
    superseded_by text,
    superseding_plan_id uuid,
    constraint pk_unit_codes primary key (id),
    constraint fk_unit_codes_unit_id foreign key (unit_id) references units (id),
    constraint ck_unit_codes_scheme check (scheme in ('ELECTRONIC', 'ELECTRONIC_OLD', 'ADMINISTRATIVE')),
    constraint ck_unit_codes_code check (case scheme
        when 'ELECTRONIC' then code ~ '^[A-Z][0-9]{2}(\.[0-9A-Z]{1,4})*$' and length(code) <= 35
        when 'ELECTRONIC_OLD' then code ~ '^[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2}$'
        else code ~ '^([0-9]{2}|[0-9]{3}|[0-9]{5})$' end),
    constraint ck_unit_codes_validity check (valid_to > valid_from),
    constraint ck_unit_codes_recorded check (superseded_at > recorded_at),
    constraint ex_unit_codes_overlap exclude using gist (unit_id with =, scheme with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null),
    constraint ex_unit_codes_code exclude using gist (scheme with =, code with =, unit_id with <>) where (superseded_at is null)
);
comment on table unit_codes is 'Codes of units as dated aliases: Decision 20/2020 (new form, old form of QCVN 102:2016) and the administrative codes of the State';
comment on column unit_codes.code_key is 'Code whose groups are filled to equal width: H26.2 stands before H26.10';
comment on constraint ex_unit_codes_code on unit_codes is 'A code belongs to one unit for ever; a closed one is never used again';
create index ix_unit_codes_unit_id on unit_codes (unit_id);
create index ix_unit_codes_code on unit_codes (code);
create index ix_unit_codes_plan_id on unit_codes (plan_id) where plan_id is not null;
create index ix_unit_codes_superseding_plan_id on unit_codes (superseding_plan_id) where superseding_plan_id is not null;

create table unit_ancestors (
    ancestor_id uuid not null,
    unit_id uuid not null,
    depth int not null,
    valid_from date not null,
    valid_to date,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    constraint pk_unit_ancestors primary key (ancestor_id, unit_id, valid_from, recorded_at),
    constraint fk_unit_ancestors_unit_id foreign key (unit_id) references units (id),
    constraint ck_unit_ancestors_depth check (depth between 0 and 20),
    constraint ck_unit_ancestors_cycle check ((depth = 0) = (ancestor_id = unit_id)),
    constraint ck_unit_ancestors_validity check (valid_to > valid_from)
);
comment on table unit_ancestors is 'The tree, closed over its paths: each unit below each of its ancestors and itself; follows unit_states in the same transaction';
create index ix_unit_ancestors_unit_id on unit_ancestors (unit_id);

create table unit_successions (
    id uuid not null,
    from_unit_id uuid not null,
    to_unit_id uuid not null,
    share numeric(5, 4) not null,
    effective_on date not null,
    decision_number text not null,
    plan_id uuid,
    recorded_at timestamptz not null,
    recorded_by text not null,
    superseded_at timestamptz,
    superseded_by text,
    constraint pk_unit_successions primary key (id),
    constraint fk_unit_successions_from_unit_id foreign key (from_unit_id) references units (id),
    constraint fk_unit_successions_to_unit_id foreign key (to_unit_id) references units (id),
    constraint ck_unit_successions_share check (share > 0 and share <= 1),
    constraint ck_unit_successions_other check (from_unit_id <> to_unit_id)
);
comment on table unit_successions is 'Lineage: the share of a unit that a successor took over on a day; many to many';
create index ix_unit_successions_from_unit_id on unit_successions (from_unit_id);
create index ix_unit_successions_to_unit_id on unit_successions (to_unit_id);
create index ix_unit_successions_plan_id on unit_successions (plan_id) where plan_id is not null;

-- What is recorded already.
insert into unit_states (id, unit_id, name, name_key, search_key, type, parent_id, valid_from, valid_to, recorded_at, recorded_by)
select gen_random_uuid(), id, name, name_key, rtrim(left(search_key, length(search_key) - length(code))), type, parent_id, valid_from, valid_to,
    date_trunc('milliseconds', created_at), created_by
from units;
insert into unit_codes (id, unit_id, scheme, code, code_key, valid_from, valid_to, recorded_at, recorded_by)
select gen_random_uuid(), id, 'ELECTRONIC', code, code_key, valid_from, valid_to, date_trunc('milliseconds', created_at), created_by from units;
insert into unit_ancestors (ancestor_id, unit_id, depth, valid_from, valid_to, recorded_at)
with recursive up as (
    select id as unit_id, id as ancestor_id, 0 as depth, valid_from, valid_to, date_trunc('milliseconds', created_at) as recorded_at from units
    union all
    select up.unit_id, p.id, up.depth + 1, greatest(up.valid_from, p.valid_from), least(up.valid_to, p.valid_to), up.recorded_at
    from up join units u on u.id = up.ancestor_id join units p on p.id = u.parent_id
    where greatest(up.valid_from, p.valid_from) < coalesce(least(up.valid_to, p.valid_to), 'infinity'))
select ancestor_id, unit_id, depth, valid_from, valid_to, recorded_at from up;

-- A unit itself keeps what does not change with time. began_on and ended_on bound its days in force as now recorded.
alter table units add column root boolean not null default false;
alter table units add column began_on date;
alter table units add column ended_on date;
update units set root = parent_id is null, began_on = valid_from, ended_on = valid_to, changed_at = date_trunc('milliseconds', changed_at);
alter table units alter column began_on set not null;
alter table units drop column code, drop column code_key, drop column name, drop column name_key, drop column search_key, drop column type,
    drop column parent_id, drop column valid_from, drop column valid_to;
create unique index ux_units_root on units (root) where root;
create index ix_units_changed_at on units (changed_at, id);
comment on table units is 'Units of the City: identity and version; what changes with time is in unit_states and unit_codes';
comment on column units.ended_on is 'First day no longer in force, as now recorded; null if open; equal to began_on for a unit whose plan was undone before it began';

create function unit_of_code(wanted text) returns uuid
language sql stable parallel safe as $$
    select unit_id from unit_codes where code = wanted and scheme = 'ELECTRONIC' and superseded_at is null limit 1
$$;
comment on function unit_of_code(text) is 'The unit that has or had the electronic code; null if none';

create or replace function units_within(root uuid) returns table (id uuid)
language sql stable parallel safe as $$
    select a.unit_id from unit_ancestors a join units u on u.id = a.unit_id
    where a.ancestor_id = units_within.root and (u.ended_on = u.began_on or a.superseded_at is null
        and (a.valid_to is null or a.valid_to > (now() at time zone 'Asia/Ho_Chi_Minh')::date or a.valid_to = u.ended_on))
$$;
comment on function units_within(uuid) is
    'Rights of today: the unit, everything that is or will be below it, what was below it on its last day, and what was once planned below it';

create function units_within(root uuid, day date, known timestamptz) returns table (id uuid)
language sql stable parallel safe as $$
    select a.unit_id from unit_ancestors a
    where a.ancestor_id = units_within.root and a.valid_from <= day and (a.valid_to is null or a.valid_to > day)
        and a.recorded_at <= known and (a.superseded_at is null or a.superseded_at > known)
$$;
comment on function units_within(uuid, date, timestamptz) is 'The unit and everything below it on a day, as it was recorded at a moment';
