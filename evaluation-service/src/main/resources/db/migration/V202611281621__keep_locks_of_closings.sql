-- Every lock of a closing and every reopening stay, so that each digest that was ever signed off can be looked up.
create table closing_locks (
    closing_id uuid not null,
    seq int not null,
    digest bytea not null,
    results int not null,
    locked_by text not null,
    locked_at timestamptz not null,
    unlocked_below int not null,
    reason text,
    constraint pk_closing_locks primary key (closing_id, seq),
    constraint fk_closing_locks_closing_id foreign key (closing_id) references closings (id),
    constraint ck_closing_locks_seq check (seq between 1 and 999),
    constraint ck_closing_locks_digest check (length(digest) = 32),
    constraint ck_closing_locks_results check (results >= 0),
    constraint ck_closing_locks_reason check (unlocked_below = 0 or unlocked_below > 0 and reason is not null)
);
comment on table closing_locks is 'Khóa kỳ: each time a closing was signed off, in order; append-only';
comment on column closing_locks.unlocked_below is 'Rating units right below whose period was not locked then';
comment on column closing_locks.reason is 'Why it was locked before them; null if there were none';

create table closing_reopenings (
    closing_id uuid not null,
    seq int not null,
    reopened_by text not null,
    officer_id uuid not null,
    delegation_id uuid,
    reopened_at timestamptz not null,
    reason_code text not null,
    reason_text text not null,
    decision_number text not null,
    decision_signed_on date not null,
    decision_issuer text not null,
    constraint pk_closing_reopenings primary key (closing_id, seq),
    constraint fk_closing_reopenings_seq foreign key (closing_id, seq) references closing_locks (closing_id, seq)
);
comment on table closing_reopenings is 'Mở lại kỳ: the decision by which a lock was undone, at most one for each; append-only';
comment on column closing_reopenings.officer_id is 'Who decided it, from above the unit';

insert into closing_locks (closing_id, seq, digest, results, locked_by, locked_at, unlocked_below)
select c.id, 1, c.lock_digest, (select count(*) from sheets s where s.closing_id = c.id and s.superseded_at is null), c.locked_by, c.locked_at, 0
from closings c where c.state = 'LOCKED';

create trigger tr_closing_locks_kept before update or delete or truncate on closing_locks
    for each statement execute function keep_evaluations();
create trigger tr_closing_reopenings_kept before update or delete or truncate on closing_reopenings
    for each statement execute function keep_evaluations();

-- As before, but that results are unlocked with their closing, and that a sheet keeps its template for ever.
create or replace function keep_published_sheets() returns trigger
language plpgsql as $$
begin
    if exists (
        select from were w join are a on a.id = w.id
        where a.template_id is distinct from w.template_id
            or w.state in ('PUBLISHED', 'LOCKED') and (
            a.state <> w.state and (w.state, a.state) <> ('PUBLISHED', 'LOCKED')
                and not ((w.state, a.state) = ('LOCKED', 'PUBLISHED')
                    and exists (select from closings c where c.id = a.closing_id and c.state = 'PUBLISHED'))
            or w.superseded_at is not null and a.superseded_at is distinct from w.superseded_at
            or (a.closing_id, a.period_type, a.period_from, a.officer_id, a.assignment_id, a.unit_id, a.rating_unit_id, a.category, a.position,
                    a.title, a.leader, a.unit_type, a.sheet_kind, a.rule_set_id, a.marks, a.extras, a.working_days, a.presence_days, a.outcome,
                    a.not_rated, a.points, a.grade_by_points, a.grade, a.digest, a.decided_by, a.decided_at, a.decision_number,
                    a.decision_collective, a.decision_minutes, a.published_at, a.revision, a.supersedes)
                is distinct from
                (w.closing_id, w.period_type, w.period_from, w.officer_id, w.assignment_id, w.unit_id, w.rating_unit_id, w.category, w.position,
                    w.title, w.leader, w.unit_type, w.sheet_kind, w.rule_set_id, w.marks, w.extras, w.working_days, w.presence_days, w.outcome,
                    w.not_rated, w.points, w.grade_by_points, w.grade, w.digest, w.decided_by, w.decided_at, w.decision_number,
                    w.decision_collective, w.decision_minutes, w.published_at, w.revision, w.supersedes)))
        or (select count(*) from were) <> (select count(*) from were w join are a on a.id = w.id)
    then
        raise exception 'a published sheet never changes: constraint "ck_sheets_kept"'
            using errcode = 'check_violation', constraint = 'ck_sheets_kept', table = 'sheets';
    end if;
    return null;
end
$$;

create function rest_on_reopened(sheet_ids uuid[]) returns boolean
language sql stable as $$
    select exists (
        select from sheets s join closings c on c.id = s.closing_id
        where s.id = any (sheet_ids) and c.state = 'PUBLISHED' and exists (select from closing_locks l where l.closing_id = c.id))
$$;
comment on function rest_on_reopened is 'Whether one of these results is of a month that was locked, was reopened by a decision and is not locked again';
