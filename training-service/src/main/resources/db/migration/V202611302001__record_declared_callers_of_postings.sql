-- Audit entries of postings say what the call said of itself, as all others do.
alter type ledger_asked add attribute organisation text, add attribute purpose text, add attribute case_number text, add attribute caller_user text;

create or replace function ledger_write(done ledger_asked[], sums accounts[], moment timestamptz) returns int
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
        insert into audit_entries (id, at, subject, client, action, resource, resource_id, unit_id, details, trace_id, organisation,
            purpose, case_number, caller_user)
        select audit, moment, actor, client, action, 'ledger-entries', id, unit_id,
            jsonb_build_object('accountId', account, 'seq', seq, 'amountVnd', amount), trace, organisation, purpose, case_number, caller_user
        from allowed where action is not null)
    update accounts a
    set allocated_vnd = s.allocated_vnd, committed_vnd = s.committed_vnd, spent_vnd = s.spent_vnd, settled_vnd = s.settled_vnd,
        returned_vnd = s.returned_vnd, last_seq = s.last_seq, version = s.version, last_recorded_at = moment
    from unnest(sums) s where a.id = s.id;
    return cardinality(done);
end
$$;
