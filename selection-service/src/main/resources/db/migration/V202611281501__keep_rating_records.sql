create table rating_records (
    id uuid not null,
    officer_id uuid not null,
    unit_id uuid not null,
    rating_unit_id uuid not null,
    period_type text not null,
    period text collate "C" not null,
    outcome text not null,
    grade text,
    consequences text[] not null,
    rule_set_code text not null,
    rule_set_version int not null,
    revision int not null,
    supersedes uuid,
    told_at timestamptz not null,
    living boolean not null,
    received_at timestamptz not null default now(),
    constraint pk_rating_records primary key (id),
    constraint ck_rating_records_period check (case period_type
        when 'MONTH' then period ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'
        when 'QUARTER' then period ~ '^20[0-9]{2}-Q[1-4]$'
        when 'YEAR' then period ~ '^2[01][0-9]{2}$' else false end),
    constraint ck_rating_records_revision check ((revision > 1) = (supersedes is not null) and revision >= 1)
);
comment on table rating_records is 'Results of periods as evaluation-service told them, one row for each revision. Kept as evidence; the owner of the facts is evaluation-service';
comment on column rating_records.id is 'Id of the result at its owner, of this revision';
comment on column rating_records.living is 'Whether this is the newest revision told; it alone counts';
comment on column rating_records.unit_id is 'Unit of the rated post, which need not be the post of today';

create unique index ux_rating_records_living on rating_records (officer_id, period) where living;
create unique index ux_rating_records_revision on rating_records (officer_id, period, revision);
create index ix_rating_records_period on rating_records (period, id);
-- What was told is never rewritten or forgotten; only which revision counts changes.
revoke update, delete, truncate on rating_records from ${app_role};
grant update (living) on rating_records to ${app_role};
