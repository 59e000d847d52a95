-- The register of rule sets: each version of each document of rules, from its first draft on. What is published never changes.
create table rule_sets (
    id uuid not null,
    code text collate "C" not null,
    version int not null,
    kind text not null,
    status text not null,
    title_vi text not null,
    title_en text not null,
    effective_from date not null,
    effective_to date,
    periods text[] not null,
    applies_to jsonb not null,
    document text not null,
    digest text not null,
    shipped boolean not null,
    author text not null,
    created_at timestamptz not null,
    changed_by text not null,
    changed_at timestamptz not null,
    approver text,
    published_at timestamptz,
    checked_by text,
    check_number text,
    check_signed_on date,
    check_issuer text,
    official_by text,
    official_at timestamptz,
    row_version bigint not null,
    constraint pk_rule_sets primary key (id),
    constraint ux_rule_sets_code_version unique (code, version),
    constraint ck_rule_sets_code check (code ~ '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$' and length(code) <= 40),
    constraint ck_rule_sets_version check (version between 1 and 9999),
    constraint ck_rule_sets_kind check (kind in ('PERIODIC', 'ANNUAL')),
    constraint ck_rule_sets_status check (status in ('DRAFT', 'PILOT', 'OFFICIAL')),
    constraint ck_rule_sets_effective check (effective_to is null or effective_to > effective_from),
    constraint ck_rule_sets_document check (length(document) between 1 and 262144),
    constraint ck_rule_sets_digest check (digest ~ '^[0-9a-f]{64}$'),
    constraint ck_rule_sets_approved check ((status <> 'DRAFT') = (approver is not null) and (approver is null) = (published_at is null)),
    constraint ck_rule_sets_checked check (
        (status = 'OFFICIAL') = (official_by is not null)
        and (official_by is null) = (official_at is null)
        and (official_by is null) = (checked_by is null)
        and (official_by is null) = (check_number is null)
        and (official_by is null) = (check_signed_on is null)
        and (official_by is null) = (check_issuer is null)),
    constraint ck_rule_sets_two_people check (
        (shipped or approver is null or approver not in (author, changed_by))
        and (official_by is null or official_by not in (author, changed_by)))
);
comment on table rule_sets is 'Versions of rule sets; only drafts change, and only drafts are deleted';
comment on column rule_sets.document is 'The YAML as it was given; its own status and legal check say nothing, those of this row do';
comment on column rule_sets.digest is 'SHA-256 of the rules as canonical JSON, without status and legal check';
comment on column rule_sets.applies_to is 'Categories, unit types and days, as in the document; for lists';
comment on column rule_sets.shipped is 'Came with the product';
comment on column rule_sets.changed_by is 'Who gave the draft its present content';
comment on column rule_sets.row_version is 'Version of this record for If-Match; version is that of the rules';

create function keep_published_rule_sets() returns trigger
language plpgsql as $$
declare
    -- What making a set official adds; everything else, also columns of later migrations, is fixed by its publication.
    standing constant text[] := '{status,checked_by,check_number,check_signed_on,check_issuer,official_by,official_at,row_version}';
    allowed boolean := false;
begin
    if tg_op = 'INSERT' then
        allowed := new.status = 'DRAFT' or new.status = 'PILOT' and new.shipped;
    elsif tg_op = 'DELETE' then
        allowed := old.status = 'DRAFT';
    elsif tg_op = 'UPDATE' then
        allowed := case old.status
            when 'DRAFT' then new.status <> 'OFFICIAL'
            when 'PILOT' then new.status <> 'DRAFT' and to_jsonb(new) - standing = to_jsonb(old) - standing
            else new is not distinct from old
        end;
    end if;
    if not allowed then
        raise exception 'a published rule set never changes: constraint "ck_rule_sets_published"'
            using errcode = 'check_violation', constraint = 'ck_rule_sets_published', table = 'rule_sets';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end
$$;

create trigger tr_rule_sets_published before insert or update or delete on rule_sets
    for each row execute function keep_published_rule_sets();
create trigger tr_rule_sets_kept before truncate on rule_sets
    for each statement execute function keep_published_rule_sets();
