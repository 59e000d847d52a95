-- Officers on the same two time axes as units. Search by a part of a name needs trigrams.
create extension if not exists pg_trgm;

create table officer_states (
    id uuid not null,
    officer_id uuid not null,
    full_name text not null,
    sort_key text collate "C" not null,
    search_key text not null,
    birth_date date,
    sex text,
    number_sealed bytea,
    number_index bytea,
    recorded_at timestamptz not null,
    recorded_by text not null,
    superseded_at timestamptz,
    superseded_by text,
    constraint pk_officer_states primary key (id),
    constraint fk_officer_states_officer_id foreign key (officer_id) references officers (id),
    constraint ck_officer_states_full_name check (full_name is nfc normalized and full_name = btrim(full_name) and length(full_name) between 1 and 100),
    constraint ck_officer_states_sex check (sex in ('MALE', 'FEMALE')),
    constraint ck_officer_states_number check ((number_sealed is null) = (number_index is null)),
    constraint ck_officer_states_recorded check (superseded_at > recorded_at)
);
comment on table officer_states is 'Identity of an officer as it was recorded from recorded_at until before superseded_at';
comment on column officer_states.sort_key is 'Given name, family name, middle names in the order of the Vietnamese alphabet and tones';
comment on column officer_states.search_key is 'Name without accents, then code, in lower case';
comment on column officer_states.number_sealed is 'The 12-digit personal number, sealed with AES-256-GCM';
comment on column officer_states.number_index is 'HMAC-SHA-256 of the personal number under a key of its own: finds the exact number and nothing else';
create unique index ux_officer_states_officer_id on officer_states (officer_id) where superseded_at is null;
create unique index ux_officer_states_number on officer_states (number_index) where superseded_at is null and number_index is not null;
create index ix_officer_states_officer_id on officer_states (officer_id);
create index ix_officer_states_sort_key on officer_states (sort_key, officer_id);
create index ix_officer_states_search_key on officer_states using gin (search_key gin_trgm_ops);

insert into officer_states (id, officer_id, full_name, sort_key, search_key, birth_date, recorded_at, recorded_by)
select gen_random_uuid(), id, full_name, sort_key, search_key, birth_date, date_trunc('milliseconds', created_at), created_by from officers;

-- A post and its versions share an id; the version that counts now has no superseded_at.
alter table assignments add column category text;
alter table assignments add column kind text not null default 'REGULAR';
alter table assignments add column plan_id uuid;
alter table assignments add column recorded_at timestamptz;
alter table assignments add column recorded_by text;
alter table assignments add column superseded_at timestamptz;
alter table assignments add column superseded_by text;
alter table assignments add column superseding_plan_id uuid;
update assignments a set category = o.category, recorded_at = date_trunc('milliseconds', a.created_at), recorded_by = a.created_by
from officers o where o.id = a.officer_id;
alter table assignments alter column category set not null;
alter table assignments alter column recorded_at set not null;
alter table assignments alter column recorded_by set not null;
alter table assignments drop constraint pk_assignments;
alter table assignments add constraint pk_assignments primary key (id, recorded_at);
alter table assignments drop constraint ex_assignments_main;
alter table assignments drop constraint ex_assignments_head;
alter table assignments drop column version, drop column created_at, drop column created_by, drop column changed_at, drop column changed_by;
alter table assignments add constraint ck_assignments_category
    check (category in ('CADRE', 'CIVIL_SERVANT', 'PUBLIC_EMPLOYEE', 'CONTRACT_WORKER', 'COMMUNE_PART_TIME'));
alter table assignments add constraint ck_assignments_kind check (kind in ('REGULAR', 'CONCURRENT', 'SECONDMENT', 'ACTING'));
alter table assignments add constraint ck_assignments_main check (not main or kind <> 'SECONDMENT');
alter table assignments add constraint ck_assignments_recorded check (superseded_at > recorded_at);
alter table assignments add constraint ex_assignments_main
    exclude using gist (officer_id with =, daterange(valid_from, valid_to) with &&) where (main and superseded_at is null);
alter table assignments add constraint ex_assignments_head
    exclude using gist (unit_id with =, daterange(valid_from, valid_to) with &&) where (position = 'HEAD' and superseded_at is null);
create unique index ux_assignments_id on assignments (id) where superseded_at is null;
create index ix_assignments_plan_id on assignments (plan_id) where plan_id is not null;
create index ix_assignments_superseding_plan_id on assignments (superseding_plan_id) where superseding_plan_id is not null;
comment on table assignments is 'Posts of officers from valid_from until before valid_to, as recorded from recorded_at until before superseded_at';
comment on constraint ex_assignments_main on assignments is 'One main assignment of an officer at a time';
comment on constraint ex_assignments_head on assignments is 'One head of a unit on a day; an acting head is one';
comment on column assignments.kind is 'REGULAR; CONCURRENT beside the main post; SECONDMENT to another unit; ACTING in the place of a regular holder';

alter table officers add column ended_on date;
update officers o set changed_at = date_trunc('milliseconds', changed_at),
    ended_on = (select case when bool_or(a.valid_to is null) then null else max(a.valid_to) end from assignments a where a.officer_id = o.id);
alter table officers drop column full_name, drop column sort_key, drop column search_key, drop column category, drop column birth_date;
create index ix_officers_changed_at on officers (changed_at, id);
comment on table officers is 'People in the service of the City: code and version; what changes is in officer_states and assignments';
comment on column officers.ended_on is 'First day without any post, as now recorded; null if a post is open';

create table officer_absences (
    id uuid not null,
    officer_id uuid not null,
    kind text not null,
    valid_from date not null,
    valid_to date,
    decision_number text,
    recorded_at timestamptz not null,
    recorded_by text not null,
    superseded_at timestamptz,
    superseded_by text,
    constraint pk_officer_absences primary key (id, recorded_at),
    constraint fk_officer_absences_officer_id foreign key (officer_id) references officers (id),
    constraint ck_officer_absences_kind check (kind in ('ANNUAL_LEAVE', 'SICK_LEAVE', 'MATERNITY', 'STUDY', 'UNPAID_LEAVE', 'SUSPENSION', 'OTHER')),
    constraint ck_officer_absences_validity check (valid_to > valid_from),
    constraint ck_officer_absences_recorded check (superseded_at > recorded_at),
    constraint ex_officer_absences_overlap exclude using gist (officer_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
comment on table officer_absences is 'Days on which an officer is away. The kind can tell of health or family, so it stays in this table';
create index ix_officer_absences_officer_id on officer_absences (officer_id);

create table delegations (
    id uuid not null,
    from_officer_id uuid not null,
    to_officer_id uuid not null,
    unit_id uuid not null,
    actions text[] not null,
    may_redelegate boolean not null,
    parent_id uuid,
    valid_from date not null,
    valid_to date,
    decision_number text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    superseded_at timestamptz,
    superseded_by text,
    version bigint not null default 1,
    constraint pk_delegations primary key (id, recorded_at),
    constraint fk_delegations_from_officer_id foreign key (from_officer_id) references officers (id),
    constraint fk_delegations_to_officer_id foreign key (to_officer_id) references officers (id),
    constraint fk_delegations_unit_id foreign key (unit_id) references units (id),
    constraint ck_delegations_other check (from_officer_id <> to_officer_id),
    constraint ck_delegations_actions check (cardinality(actions) between 1 and 20),
    constraint ck_delegations_validity check (valid_to > valid_from),
    constraint ck_delegations_recorded check (superseded_at > recorded_at)
);
comment on table delegations is 'A (to) acts for B (from) in a unit and below it, for named actions, by an order, from a day to a day';
create index ix_delegations_from_officer_id on delegations (from_officer_id);
create index ix_delegations_to_officer_id on delegations (to_officer_id);
create index ix_delegations_unit_id on delegations (unit_id);
