-- The annual classification: the closing of each rating unit's year, and the classification of each person in it. All rows of a unit are
-- written by one statement each, so they are guarded by constraints and by triggers of statements, never of rows.
create table annual_closings (
    id uuid not null,
    year int not null,
    unit_id uuid not null,
    state text not null,
    opened_by text not null,
    opened_at timestamptz not null,
    published_by text,
    published_at timestamptz,
    raised_number text,
    raised_signed_on date,
    raised_issuer text,
    raised_reason text,
    row_version bigint not null,
    constraint pk_annual_closings primary key (id),
    constraint fk_annual_closings_unit_id foreign key (unit_id) references units (id),
    constraint ux_annual_closings_year_unit unique (year, unit_id),
    constraint ck_annual_closings_year check (year between 2015 and 2199),
    constraint ck_annual_closings_state check (state in ('OPEN', 'PUBLISHED')),
    constraint ck_annual_closings_published check (
        (state = 'OPEN') = (published_at is null) and (published_at is null) = (published_by is null)),
    constraint ck_annual_closings_raised check (
        (raised_number is null) = (raised_signed_on is null) and (raised_number is null) = (raised_issuer is null)
        and (raised_number is null) = (raised_reason is null))
);
comment on table annual_closings is 'One year of one rating unit: opened, and published as a whole';
comment on column annual_closings.raised_number is 'Decision on special outstanding achievements that raises the cap; null if there is none';

create table annual_classifications (
    id uuid not null,
    closing_id uuid not null,
    year int not null,
    officer_id uuid not null,
    assignment_id uuid not null,
    unit_id uuid not null,
    rating_unit_id uuid not null,
    deciding_unit_id uuid not null,
    category text not null,
    position text not null,
    title text not null,
    leader boolean not null,
    unit_type text not null,
    last_day date not null,
    rule_set_id uuid not null,
    state text not null,
    count_a smallint not null default 0,
    count_b smallint not null default 0,
    count_c smallint not null default 0,
    count_d smallint not null default 0,
    left_out smallint not null default 0,
    points_sum numeric(8, 4),
    points_mean numeric(12, 8),
    sheet_ids uuid[] not null default '{}',
    months jsonb not null default '[]',
    career jsonb,
    unit_level text,
    facts jsonb,
    not_rated text,
    found text,
    suggestion text,
    level_limit text,
    missing_opinions uuid[] not null default '{}',
    flags text[] not null default '{}',
    digest bytea,
    level text,
    decided_by text,
    decided_at timestamptz,
    decider_id uuid,
    delegation_id uuid,
    decision_number text,
    decision_signed_on date,
    decision_issuer text,
    collective text,
    minutes text,
    reason_code text,
    reason_text text,
    consequences text[] not null default '{}',
    published_at timestamptz,
    revision int not null default 1,
    supersedes uuid,
    superseded_at timestamptz,
    row_version bigint not null default 1,
    constraint pk_annual_classifications primary key (id),
    constraint fk_annual_classifications_closing_id foreign key (closing_id) references annual_closings (id),
    constraint fk_annual_classifications_officer_id foreign key (officer_id) references officers (id),
    constraint fk_annual_classifications_rule_set_id foreign key (rule_set_id) references rule_sets (id),
    constraint fk_annual_classifications_supersedes foreign key (supersedes) references annual_classifications (id),
    constraint ux_annual_classifications_supersedes unique (supersedes),
    constraint ck_annual_classifications_state check (state in ('SUGGESTED', 'DECIDED', 'PUBLISHED')),
    constraint ck_annual_classifications_position check (position in ('HEAD', 'DEPUTY_HEAD', 'STAFF')),
    constraint ck_annual_classifications_level check (
        level in ('A', 'B', 'C', 'D') and level_limit in ('A', 'B', 'C', 'D') and suggestion in ('A', 'B', 'C', 'D')
        and found in ('A', 'B', 'C', 'D') and unit_level in ('A', 'B', 'C', 'D')),
    constraint ck_annual_classifications_not_rated check (not_rated in ('SERVICE_TOO_SHORT', 'NO_RATED_PERIOD')),
    -- A year is rated or it is not, and a level is never above what the rules let the authority decide.
    constraint ck_annual_classifications_limit check (
        digest is null and level_limit is null and not_rated is null and level is null
        or digest is not null and (level_limit is null) <> (not_rated is null) and (level is null or level_limit is not null)
            and coalesce(level >= level_limit, true) and coalesce(suggestion >= level_limit, true)),
    constraint ck_annual_classifications_decided check (
        (state = 'SUGGESTED') = (decided_at is null) and (decided_at is null) = (decided_by is null)
        and (decided_at is null) = (decision_number is null) and (decided_at is null) = (decision_signed_on is null)
        and (decided_at is null) = (decision_issuer is null)
        and (state = 'SUGGESTED' and level is null or state <> 'SUGGESTED' and (level is null) = (not_rated is not null))),
    constraint ck_annual_classifications_minutes check (collective is null or minutes is not null),
    constraint ck_annual_classifications_months check (
        cardinality(sheet_ids) = count_a + count_b + count_c + count_d + left_out and cardinality(sheet_ids) <= 12
        and (points_sum is null) = (count_a + count_b + count_c + count_d = 0) and (points_sum is null) = (points_mean is null)),
    constraint ck_annual_classifications_digest check (length(digest) = 32),
    constraint ck_annual_classifications_published check ((state = 'PUBLISHED') = (published_at is not null)),
    constraint ck_annual_classifications_revision check ((revision = 1) = (supersedes is null) and revision between 1 and 999)
);
create unique index ux_annual_classifications_living on annual_classifications (officer_id, year) where superseded_at is null;
create index ix_annual_classifications_closing_id on annual_classifications (closing_id);
create index ix_annual_classifications_unit_id on annual_classifications (unit_id, year);
create index ix_annual_classifications_deciding_unit_id on annual_classifications (deciding_unit_id, year);
comment on table annual_classifications is 'One person''s year. What is published never changes: a correction is a new revision';
comment on column annual_classifications.deciding_unit_id is 'Unit whose authority decides: the receiving one of a secondment, else the rating unit';
comment on column annual_classifications.last_day is 'Last day of the main post in the year';
comment on column annual_classifications.points_sum is 'Exact sum of the points of the rated months; null, not zero, if there are none';
comment on column annual_classifications.points_mean is 'For people, at eight places; the rules compare the exact quotient';
comment on column annual_classifications.sheet_ids is 'The revisions of the months that were rolled up; other ones now mean that the suggestion is stale';
comment on column annual_classifications.career is 'Posts, service and absences as they were recorded when the months were rolled up; absences can tell of health or family, so only those who have a part in it see what follows from them';
comment on column annual_classifications.facts is 'What the decider has stated; null before';
comment on column annual_classifications.level is 'Decided; never better than level_limit';
comment on column annual_classifications.digest is 'SHA-256 of the explanation; recomputing the stored inputs gives the same for ever';

create function keep_published_years() returns trigger
language plpgsql as $$
begin
    if exists (
        select from were w join are a on a.id = w.id
        where w.state = 'PUBLISHED' and (
            w.superseded_at is not null and a.superseded_at is distinct from w.superseded_at
            or to_jsonb(a) - '{superseded_at,row_version}'::text[] <> to_jsonb(w) - '{superseded_at,row_version}'::text[]))
        or (select count(*) from were) <> (select count(*) from were w join are a on a.id = w.id)
    then
        raise exception 'a published classification never changes: constraint "ck_annual_classifications_kept"'
            using errcode = 'check_violation', constraint = 'ck_annual_classifications_kept', table = 'annual_classifications';
    end if;
    return null;
end
$$;
create trigger tr_annual_classifications_kept after update on annual_classifications referencing old table as were new table as are
    for each statement execute function keep_published_years();
create trigger tr_annual_classifications_not_removed before delete or truncate on annual_classifications
    for each statement execute function keep_evaluations();
create trigger tr_annual_closings_not_removed before delete or truncate on annual_closings
    for each statement execute function keep_evaluations();

create function rating_unit_of(unit uuid, day date) returns uuid
language sql stable as $$
    select t.ancestor_id from unit_ancestors t
    join unit_states r on r.unit_id = t.ancestor_id and r.superseded_at is null
        and r.valid_from <= day and (r.valid_to is null or r.valid_to > day)
    where t.unit_id = unit and t.superseded_at is null and t.valid_from <= day and (t.valid_to is null or t.valid_to > day)
        and r.type <> 'DIVISION'
    order by t.depth limit 1
$$;
comment on function rating_unit_of is 'Đơn vị xếp loại: the nearest unit at or above one that is no division, on a day; null if there is none';

create function published_months(officer uuid, in_year int) returns uuid[]
language sql stable as $$
    select coalesce(array_agg(s.id order by s.period_from), '{}') from sheets s
    where s.officer_id = officer and s.period_type = 'MONTH'
        and s.period_from between make_date(in_year, 1, 1) and make_date(in_year, 12, 31)
        and s.superseded_at is null and s.state in ('PUBLISHED', 'LOCKED') and s.outcome in ('RATED', 'NOT_RATED')
$$;
comment on function published_months is 'The living published results of a person''s year, in the order of the months, whatever unit they are of';
