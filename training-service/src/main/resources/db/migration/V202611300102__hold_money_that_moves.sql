-- Free money of a unit that ended waits for the decision that moves it; what was promised before can still be used.
alter table accounts add column moving_from date;
comment on column accounts.moving_from is 'First day on which the unit is no longer there and free money is only moved; null while it is';

create or replace function ledger_post(postings json, wanted uuid[], waiting boolean)
returns table (n int, verdict text, entry uuid, at_seq bigint, at_moment timestamptz, amount bigint, debit text, credit text, commitment uuid,
    plan uuid, figure bigint)
language plpgsql
-- Who waits for an account does not wait for ever.
set lock_timeout = '3s' as $$
#variable_conflict use_column
declare
    most constant bigint := 9007199254740991;
    locked uuid[];
    moment timestamptz;
    today date;
    taken boolean[];
    p record;
    a accounts;
    c ledger_commitments;
    r ledger_entries;
    posted int := 0;
    done ledger_done[] := '{}';
    allocates bigint;
    commits bigint;
    spends bigint;
    settles bigint;
    returns bigint;
begin
    -- Accounts are locked in the order of their ids by everybody; who may not wait leaves out what others hold.
    if waiting then
        select array_agg(x.id), max(x.last_recorded_at) into locked, moment
        from (select id, last_recorded_at from accounts where id = any (wanted) order by id for no key update) x;
    else
        select array_agg(x.id), max(x.last_recorded_at) into locked, moment
        from (select id, last_recorded_at from accounts where id = any (wanted) order by id for no key update skip locked) x;
    end if;
    -- The kernel takes the same lock for the keys of other requests. Of one key in two postings here the first has it.
    select array_agg(x.key is null or x.nth = 1 and pg_try_advisory_xact_lock(('x' || left(x.key, 16))::bit(64)::bigint)
        order by x.n), greatest(moment, max(x.asked_at)), (max(x.asked_at) at time zone 'Asia/Ho_Chi_Minh')::date
    into taken, moment, today
    from (select y.n, y.key, y.asked_at, row_number() over (partition by y.key order by y.n) as nth
        from json_to_recordset(postings) as y(n int, key text, asked_at timestamptz)) x;

    for p in
        with asked as materialized (
            select * from json_to_recordset(postings) as x(
                n int, id uuid, account uuid, kind text, debit text, credit text, amount bigint, description text,
                commitment uuid, reverses uuid, transfer uuid, decision uuid, expires date, document text,
                document_on date, for_class boolean, asked_at timestamptz, actor text, direct boolean, scope text, key text,
                request text, action text, audit uuid, client text, trace text)),
        reach as (
            select s.scope, s.unit_id, exists (
                select 1 from units_within(unit_of_code(s.scope)) w where w.id = s.unit_id) as within
            from (select distinct q.scope, b.unit_id from asked q join accounts b on b.id = q.account
                where q.scope is not null) s)
        select q.*, b.id is not null and (not q.direct or coalesce(s.within, false)) as known,
            k.request_digest as known_request, right(k.location, 36)::uuid as known_entry
        from asked q
            left join accounts b on b.id = q.account
            left join reach s on s.scope = q.scope and s.unit_id = b.unit_id
            left join idempotency_keys k on k.scope_digest = decode(q.key, 'hex')
        order by q.account, q.n
    loop
        if a.id is distinct from p.account then
            if posted > 0 then
                update accounts set allocated_vnd = a.allocated_vnd, committed_vnd = a.committed_vnd, spent_vnd = a.spent_vnd,
                    settled_vnd = a.settled_vnd, returned_vnd = a.returned_vnd, last_seq = a.last_seq,
                    version = a.version + posted, last_recorded_at = moment
                where id = a.id;
                posted := 0;
            end if;
            select * into a from accounts where id = p.account;
        end if;

        n := p.n;
        entry := p.id;
        plan := a.plan_id;
        amount := p.amount;
        debit := p.debit;
        credit := p.credit;
        commitment := p.commitment;
        figure := a.allocated_vnd - a.committed_vnd - a.spent_vnd - a.returned_vnd;
        at_seq := null;
        at_moment := null;
        c := null;
        verdict := case
            when not p.known and p.direct and (p.scope is null or unit_of_code(p.scope) is null) then 'SCOPE_UNKNOWN'
            when not p.known then 'ACCOUNT_UNKNOWN'
            when locked is null or not p.account = any (locked) then 'ACCOUNT_BUSY'
            when not taken[p.n] then 'KEY_IN_PROGRESS'
            when p.known_request = decode(p.request, 'hex') then 'REPLAYED'
            when p.known_request is not null then 'KEY_DIFFERS'
            when a.state = 'CLOSED' then 'ACCOUNT_CLOSED'
            when a.state = 'PENDING_APPROVAL'
                and p.kind not in ('ALLOCATION', 'REDUCTION', 'TRANSFER_OUT', 'TRANSFER_IN', 'CARRIED_IN') then 'ACCOUNT_PENDING'
            when a.moving_from <= today and p.kind = 'COMMITMENT' and p.decision is null then 'ACCOUNT_MOVING'
            when p.expires < today then 'EXPIRY_PAST'
            else 'POSTED' end;
        if verdict = 'REPLAYED' then
            entry := p.known_entry;
        end if;

        if verdict = 'POSTED' and p.kind = 'REVERSAL' then
            -- What it depends on must be seen, also if it was allowed in this call.
            if exists (select 1 from unnest(done) d where p.reverses in (d.id, d.reverses)) then
                perform ledger_write(postings, done, moment);
                done := '{}';
            end if;
            select * into r from ledger_entries where id = p.reverses and account_id = p.account;
            verdict := case
                when r.id is null then 'ENTRY_UNKNOWN'
                when r.kind not in ('COMMITMENT', 'RELEASE', 'EXPENDITURE', 'REFUND', 'SETTLEMENT') then 'NOT_REVERSIBLE'
                when r.recorded_by = p.actor then 'OWN_ENTRY'
                when exists (select 1 from ledger_entries e where e.reverses_id = p.reverses) then 'ALREADY_REVERSED'
                else 'POSTED' end;
            debit := r.credit;
            credit := r.debit;
            amount := r.amount_vnd;
            commitment := r.commitment_id;
        end if;

        if verdict = 'POSTED' and commitment is not null then
            select * into c from ledger_commitments where id = commitment and account_id = p.account;
            if c.id is null and exists (select 1 from unnest(done) d where d.id = commitment) then
                perform ledger_write(postings, done, moment);
                done := '{}';
                select * into c from ledger_commitments where id = commitment and account_id = p.account;
            end if;
            if c.id is null then
                verdict := 'COMMITMENT_UNKNOWN';
            elsif c.expires_on < today
                and (debit = 'SPENT' and credit = 'COMMITTED' or debit = 'COMMITTED' and credit = 'AVAILABLE') then
                verdict := 'COMMITMENT_EXPIRED';
            elsif p.direct and c.for_class and 'AVAILABLE' in (debit, credit) and 'COMMITTED' in (debit, credit) then
                verdict := 'COMMITMENT_OF_CLASS';
            elsif p.kind = 'RELEASE' and amount is null then
                amount := c.open_vnd;
                verdict := case when amount = 0 then 'NOTHING_OPEN' else 'POSTED' end;
            end if;
        end if;

        if verdict = 'POSTED' then
            allocates := amount * ((credit in ('APPROPRIATION', 'TRANSFER', 'CARRIED'))::int
                - (debit in ('APPROPRIATION', 'TRANSFER', 'CARRIED'))::int);
            commits := amount * ((debit = 'COMMITTED')::int - (credit = 'COMMITTED')::int);
            spends := amount * ((debit in ('SPENT', 'SETTLED'))::int - (credit in ('SPENT', 'SETTLED'))::int);
            settles := amount * ((debit = 'SETTLED')::int - (credit = 'SETTLED')::int);
            commitment := case when p.kind = 'COMMITMENT' then p.id else commitment end;
            returns := amount * (debit = 'RETURNED')::int;
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
            posted := posted + 1;
            at_seq := a.last_seq;
            at_moment := moment;
            figure := figure + allocates - commits - spends - returns;
            if c.id is not null then
                update ledger_commitments
                set open_vnd = c.open_vnd + commits, spent_vnd = c.spent_vnd + spends, settled_vnd = c.settled_vnd + settles
                where id = c.id;
            end if;
            done := done || row (p.n, p.id, p.reverses, a.unit_id, a.last_seq, amount, debit, credit, commitment)::ledger_done;
        end if;
        return next;
    end loop;
    if cardinality(done) > 0 then
        perform ledger_write(postings, done, moment);
    end if;
    if posted > 0 then
        update accounts set allocated_vnd = a.allocated_vnd, committed_vnd = a.committed_vnd, spent_vnd = a.spent_vnd,
            settled_vnd = a.settled_vnd, returned_vnd = a.returned_vnd, last_seq = a.last_seq,
            version = a.version + posted, last_recorded_at = moment
        where id = a.id;
    end if;
end
$$;
