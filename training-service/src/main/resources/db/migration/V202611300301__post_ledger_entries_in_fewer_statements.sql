-- The rules stay as they were. Each statement inside costs as much as several postings, so there are fewer: postings are read once,
-- accounts are read by the statement that locks them, and their sums are written together with the entries.
create type ledger_asked as (
    n int, id uuid, account uuid, kind text, debit text, credit text, amount bigint, description text, commitment uuid, reverses uuid,
    transfer uuid, decision uuid, expires date, document text, document_on date, for_class boolean, asked_at timestamptz, actor text,
    direct boolean, scope text, key text, request text, action text, audit uuid, client text, trace text, unit_id uuid, seq bigint);
comment on type ledger_asked is 'A posting that is asked for; unit_id and seq are filled when it is allowed';

create function ledger_write(done ledger_asked[], sums accounts[], moment timestamptz) returns int
language plpgsql as $$
begin
    with allowed as materialized (select * from unnest(done)),
    entries as (
        insert into ledger_entries (id, account_id, seq, kind, debit, credit, amount_vnd, description, recorded_at, recorded_by,
            commitment_id, reverses_id, transfer_id, decision_id, document_number, document_on)
        select id, account, seq, kind, debit, credit, amount, description, moment, actor, commitment, reverses, transfer, decision,
            document, document_on
        from allowed),
    commitments as (
        insert into ledger_commitments (id, account_id, committed_vnd, open_vnd, for_class, expires_on)
        select id, account, amount, amount, for_class, expires from allowed where kind = 'COMMITMENT'),
    keys as (
        insert into idempotency_keys (scope_digest, request_digest, status, body, etag, location)
        select decode(key, 'hex'), decode(request, 'hex'), 201, '', '"1"', '/training/v1/ledger-entries/' || id from allowed where key is not null),
    audits as (
        insert into audit_entries (id, at, subject, client, action, resource, resource_id, unit_id, details, trace_id)
        select audit, moment, actor, client, action, 'ledger-entries', id, unit_id,
            jsonb_build_object('accountId', account, 'seq', seq, 'amountVnd', amount), trace
        from allowed where action is not null)
    update accounts a
    set allocated_vnd = s.allocated_vnd, committed_vnd = s.committed_vnd, spent_vnd = s.spent_vnd, settled_vnd = s.settled_vnd,
        returned_vnd = s.returned_vnd, last_seq = s.last_seq, version = s.version, last_recorded_at = moment
    from unnest(sums) s where a.id = s.id;
    return cardinality(done);
end
$$;
comment on function ledger_write(ledger_asked[], accounts[], timestamptz) is
    'Only for ledger_post: entries, commitments, keys and audit entries of what was allowed, and new sums of accounts';

create or replace function ledger_post(postings json, wanted uuid[], waiting boolean)
returns table (n int, verdict text, entry uuid, at_seq bigint, at_moment timestamptz, amount bigint, debit text, credit text, commitment uuid,
    plan uuid, figure bigint)
language plpgsql
-- Who waits for an account does not wait for ever.
set lock_timeout = '3s'
-- A plan for these very postings is never so much better that it pays for being made.
set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
    most constant bigint := 9007199254740991;
    asked ledger_asked[];
    taken boolean[];
    used text[] := '{}';
    held accounts[];
    place int := 1;
    moment timestamptz;
    today date;
    q record;
    p ledger_asked;
    a accounts;
    changed boolean := false;
    sums accounts[] := '{}';
    c ledger_commitments;
    r ledger_entries;
    done ledger_asked[] := '{}';
    written int;
    allocates bigint;
    commits bigint;
    spends bigint;
    settles bigint;
    returns bigint;
begin
    -- The kernel takes the same lock for the keys of other requests.
    select array_agg(x), array_agg(x.key is null or pg_try_advisory_xact_lock(('x' || left(x.key, 16))::bit(64)::bigint)), max(x.asked_at)
    into asked, taken, moment
    from json_populate_recordset(null::ledger_asked, postings) x;
    today := (moment at time zone 'Asia/Ho_Chi_Minh')::date;

    -- Accounts are locked in the order of their ids by everybody; who may not wait leaves out what others hold.
    if waiting then
        select array_agg(x.account), greatest(moment, max((x.account).last_recorded_at)) into held, moment
        from (select b as account from accounts b where b.id = any (wanted) order by b.id for no key update) x;
    else
        select array_agg(x.account), greatest(moment, max((x.account).last_recorded_at)) into held, moment
        from (select b as account from accounts b where b.id = any (wanted) order by b.id for no key update skip locked) x;
    end if;

    for q in
        with scopes as materialized (
            select s.scope, unit_of_code(s.scope) as root
            from (select distinct u.scope from unnest(asked) u where u.scope is not null) s)
        select x as posting, s.root is not null as scoped,
            b.id is not null and (not x.direct or exists (select 1 from units_within(s.root) w where w.id = b.unit_id)) as known,
            k.request_digest as known_request, right(k.location, 36)::uuid as known_entry
        from unnest(asked) x
            left join accounts b on b.id = x.account
            left join scopes s on s.scope = x.scope
            left join idempotency_keys k on k.scope_digest = decode(x.key, 'hex')
        order by x.account, x.n
    loop
        p := q.posting;
        if a.id is distinct from p.account then
            if changed then
                sums := sums || a;
                changed := false;
            end if;
            while held[place].id < p.account loop
                place := place + 1;
            end loop;
            a := case when held[place].id = p.account then held[place] end;
        end if;

        n := p.n;
        entry := p.id;
        plan := a.plan_id;
        figure := a.allocated_vnd - a.committed_vnd - a.spent_vnd - a.returned_vnd;
        at_seq := null;
        at_moment := null;
        c := null;
        verdict := case
            when not q.known and p.direct and not q.scoped then 'SCOPE_UNKNOWN'
            when not q.known then 'ACCOUNT_UNKNOWN'
            when a.id is null then 'ACCOUNT_BUSY'
            when not taken[p.n] or p.key = any (used) then 'KEY_IN_PROGRESS'
            when q.known_request = decode(p.request, 'hex') then 'REPLAYED'
            when q.known_request is not null then 'KEY_DIFFERS'
            when a.state = 'CLOSED' then 'ACCOUNT_CLOSED'
            when a.state = 'PENDING_APPROVAL'
                and p.kind not in ('ALLOCATION', 'REDUCTION', 'TRANSFER_OUT', 'TRANSFER_IN', 'CARRIED_IN') then 'ACCOUNT_PENDING'
            when a.moving_from <= today and p.kind = 'COMMITMENT' and p.decision is null then 'ACCOUNT_MOVING'
            when p.expires < today then 'EXPIRY_PAST'
            else 'POSTED' end;
        -- Of one key in two postings of this call the first has it.
        used := used || p.key;
        if verdict = 'REPLAYED' then
            entry := q.known_entry;
        end if;

        if verdict = 'POSTED' and p.kind = 'REVERSAL' then
            -- What it depends on must be seen, also if it was allowed in this call.
            if exists (select 1 from unnest(done) d where p.reverses in (d.id, d.reverses)) then
                written := ledger_write(done, '{}', moment);
                done := '{}';
            end if;
            select * into r from ledger_entries where id = p.reverses and account_id = p.account;
            verdict := case
                when r.id is null then 'ENTRY_UNKNOWN'
                when r.kind not in ('COMMITMENT', 'RELEASE', 'EXPENDITURE', 'REFUND', 'SETTLEMENT') then 'NOT_REVERSIBLE'
                when r.recorded_by = p.actor then 'OWN_ENTRY'
                when exists (select 1 from ledger_entries e where e.reverses_id = p.reverses) then 'ALREADY_REVERSED'
                else 'POSTED' end;
            p.debit := r.credit;
            p.credit := r.debit;
            p.amount := r.amount_vnd;
            p.commitment := r.commitment_id;
        end if;

        if verdict = 'POSTED' and p.commitment is not null then
            select * into c from ledger_commitments where id = p.commitment and account_id = p.account;
            if c.id is null and exists (select 1 from unnest(done) d where d.id = p.commitment) then
                written := ledger_write(done, '{}', moment);
                done := '{}';
                select * into c from ledger_commitments where id = p.commitment and account_id = p.account;
            end if;
            if c.id is null then
                verdict := 'COMMITMENT_UNKNOWN';
            elsif c.expires_on < today
                and (p.debit = 'SPENT' and p.credit = 'COMMITTED' or p.debit = 'COMMITTED' and p.credit = 'AVAILABLE') then
                verdict := 'COMMITMENT_EXPIRED';
            elsif p.direct and c.for_class and 'AVAILABLE' in (p.debit, p.credit) and 'COMMITTED' in (p.debit, p.credit) then
                verdict := 'COMMITMENT_OF_CLASS';
            elsif p.kind = 'RELEASE' and p.amount is null then
                p.amount := c.open_vnd;
                verdict := case when p.amount = 0 then 'NOTHING_OPEN' else 'POSTED' end;
            end if;
        end if;

        if verdict = 'POSTED' then
            allocates := p.amount * ((p.credit in ('APPROPRIATION', 'TRANSFER', 'CARRIED'))::int
                - (p.debit in ('APPROPRIATION', 'TRANSFER', 'CARRIED'))::int);
            commits := p.amount * ((p.debit = 'COMMITTED')::int - (p.credit = 'COMMITTED')::int);
            spends := p.amount * ((p.debit in ('SPENT', 'SETTLED'))::int - (p.credit in ('SPENT', 'SETTLED'))::int);
            settles := p.amount * ((p.debit = 'SETTLED')::int - (p.credit = 'SETTLED')::int);
            returns := p.amount * (p.debit = 'RETURNED')::int;
            if p.kind = 'COMMITMENT' then
                p.commitment := p.id;
            end if;
            if c.id is not null and (c.open_vnd + commits < 0 or c.open_vnd + commits + c.spent_vnd + spends > c.committed_vnd) then
                verdict := 'COMMITMENT_EXCEEDED';
                figure := c.open_vnd;
            elsif c.id is not null and not c.settled_vnd + settles between 0 and c.spent_vnd + spends then
                verdict := 'UNSETTLED_EXCEEDED';
                figure := c.spent_vnd - c.settled_vnd;
            elsif figure + allocates - commits - spends - returns < 0 then
                verdict := 'BUDGET_EXCEEDED';
            elsif a.allocated_vnd + allocates > most then
                verdict := 'TOTAL_TOO_LARGE';
                figure := most;
            end if;
        end if;

        if verdict = 'POSTED' then
            a.allocated_vnd := a.allocated_vnd + allocates;
            a.committed_vnd := a.committed_vnd + commits;
            a.spent_vnd := a.spent_vnd + spends;
            a.settled_vnd := a.settled_vnd + settles;
            a.returned_vnd := a.returned_vnd + returns;
            a.last_seq := a.last_seq + 1;
            a.version := a.version + 1;
            changed := true;
            p.seq := a.last_seq;
            p.unit_id := a.unit_id;
            at_seq := a.last_seq;
            at_moment := moment;
            figure := figure + allocates - commits - spends - returns;
            if c.id is not null then
                update ledger_commitments
                set open_vnd = c.open_vnd + commits, spent_vnd = c.spent_vnd + spends, settled_vnd = c.settled_vnd + settles
                where id = c.id;
            end if;
            done := done || p;
        end if;
        amount := p.amount;
        debit := p.debit;
        credit := p.credit;
        commitment := p.commitment;
        return next;
    end loop;
    if changed then
        sums := sums || a;
    end if;
    if cardinality(done) > 0 or cardinality(sums) > 0 then
        written := ledger_write(done, sums, moment);
    end if;
end
$$;

drop function ledger_write(json, ledger_done[], timestamptz);
drop type ledger_done;
