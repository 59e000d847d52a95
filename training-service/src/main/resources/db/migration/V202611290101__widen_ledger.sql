-- The books of a year from the decision that gives money to the day they are closed.
alter table accounts
    add column version bigint not null default 1,
    add column settled_vnd bigint not null default 0,
    add column returned_vnd bigint not null default 0,
    add column last_recorded_at timestamptz,
    add column activated_by_id uuid,
    add column activated_at timestamptz,
    add column closed_at timestamptz,
    add column closed_by text,
    drop constraint ck_accounts_state,
    drop constraint ck_accounts_limit,
    drop constraint ck_accounts_pending,
    add constraint fk_accounts_activated_by_id foreign key (activated_by_id) references plan_decisions (id),
    add constraint ck_accounts_state check (state in ('OPEN', 'PENDING_APPROVAL', 'CLOSED')),
    add constraint ck_accounts_settled check (settled_vnd between 0 and spent_vnd),
    add constraint ck_accounts_returned check (returned_vnd >= 0),
    add constraint ck_accounts_limit check (committed_vnd + spent_vnd + returned_vnd <= allocated_vnd),
    add constraint ck_accounts_pending check (state <> 'PENDING_APPROVAL' or committed_vnd + spent_vnd + returned_vnd = 0),
    add constraint ck_accounts_closed check (
        (state = 'CLOSED') = (closed_at is not null) and (closed_at is null) = (closed_by is null)
        and (state <> 'CLOSED' or (committed_vnd = 0 and spent_vnd = settled_vnd and allocated_vnd = spent_vnd + returned_vnd)));
comment on column accounts.version is 'Changes with every entry and every change of state';
comment on column accounts.allocated_vnd is 'Given by decisions, after reductions, transfers and what was carried between years';
comment on column accounts.committed_vnd is 'Promised and not yet spent';
comment on column accounts.spent_vnd is 'Spent, with or without documents';
comment on column accounts.settled_vnd is 'Part of what is spent that has its documents';
comment on column accounts.returned_vnd is 'Given back to the budget when the account was closed';
comment on column accounts.last_recorded_at is 'Moment of the newest entry; the next entry is not before it';

alter table ledger_entries
    add column commitment_id uuid,
    add column reverses_id uuid,
    add column transfer_id uuid,
    add column decision_id uuid,
    add column document_number text,
    add column document_on date,
    drop constraint ck_ledger_entries_sides;
update ledger_entries set commitment_id = id where kind = 'COMMITMENT';
update accounts a set last_recorded_at = (select max(recorded_at) from ledger_entries e where e.account_id = a.id);
alter table ledger_entries
    add constraint fk_ledger_entries_commitment_id foreign key (commitment_id) references ledger_entries (id),
    add constraint fk_ledger_entries_reverses_id foreign key (reverses_id) references ledger_entries (id),
    add constraint fk_ledger_entries_decision_id foreign key (decision_id) references plan_decisions (id),
    add constraint ck_ledger_entries_sides check (kind || ' ' || debit || ' ' || credit in (
        'ALLOCATION AVAILABLE APPROPRIATION', 'REDUCTION APPROPRIATION AVAILABLE',
        'TRANSFER_OUT TRANSFER AVAILABLE', 'TRANSFER_IN AVAILABLE TRANSFER',
        'CARRIED_OUT CARRIED AVAILABLE', 'CARRIED_IN AVAILABLE CARRIED',
        'COMMITMENT COMMITTED AVAILABLE', 'RELEASE AVAILABLE COMMITTED',
        'EXPENDITURE SPENT COMMITTED', 'REFUND AVAILABLE SPENT',
        'SETTLEMENT SETTLED SPENT', 'RETURN RETURNED AVAILABLE',
        'REVERSAL AVAILABLE COMMITTED', 'REVERSAL COMMITTED AVAILABLE',
        'REVERSAL COMMITTED SPENT', 'REVERSAL SPENT AVAILABLE', 'REVERSAL SPENT SETTLED')),
    add constraint ck_ledger_entries_commitment check (
        (kind in ('COMMITMENT', 'RELEASE', 'EXPENDITURE', 'REFUND', 'SETTLEMENT', 'REVERSAL')) = (commitment_id is not null)
        and (kind = 'COMMITMENT') = (commitment_id is not distinct from id)),
    add constraint ck_ledger_entries_reversal check ((kind = 'REVERSAL') = (reverses_id is not null)),
    add constraint ck_ledger_entries_transfer check (
        (kind in ('TRANSFER_OUT', 'TRANSFER_IN', 'CARRIED_OUT', 'CARRIED_IN')) = (transfer_id is not null)),
    add constraint ck_ledger_entries_document check (
        num_nulls(document_number, document_on) in (0, 2) and (kind <> 'SETTLEMENT' or document_number is not null));
comment on column ledger_entries.commitment_id is 'Entry that made the commitment which this one uses; its own id for that entry itself';
comment on column ledger_entries.reverses_id is 'Entry whose sides this one swaps; an entry is reversed once';
comment on column ledger_entries.transfer_id is 'The same for the two entries of one transfer between accounts or years';
comment on column ledger_entries.decision_id is 'Decision about the plan that moved the money';
comment on column ledger_entries.document_number is 'Paper that proves the spending or orders the closing, with its date';
create unique index ux_ledger_entries_reverses_id on ledger_entries (reverses_id) where reverses_id is not null;
create index ix_ledger_entries_commitment_id on ledger_entries (commitment_id) where commitment_id is not null;
create index ix_ledger_entries_transfer_id on ledger_entries (transfer_id) where transfer_id is not null;
create index ix_ledger_entries_decision_id on ledger_entries (decision_id) where decision_id is not null;

-- Each posting makes a new version of its account, which shall stay in the page.
alter table accounts set (fillfactor = 20, autovacuum_vacuum_threshold = 200, autovacuum_vacuum_scale_factor = 0);

create table ledger_commitments (
    id uuid not null,
    account_id uuid not null,
    committed_vnd bigint not null,
    open_vnd bigint not null,
    spent_vnd bigint not null default 0,
    settled_vnd bigint not null default 0,
    for_class boolean not null,
    expires_on date,
    constraint pk_ledger_commitments primary key (id),
    constraint fk_ledger_commitments_id foreign key (id) references ledger_entries (id),
    constraint fk_ledger_commitments_account_id foreign key (account_id) references accounts (id),
    constraint ck_ledger_commitments_open check (open_vnd >= 0),
    constraint ck_ledger_commitments_spent check (spent_vnd >= 0 and open_vnd + spent_vnd <= committed_vnd),
    constraint ck_ledger_commitments_settled check (settled_vnd between 0 and spent_vnd)
);
comment on table ledger_commitments is 'What became of each commitment; released = committed - open - spent. Changed only by the statement that adds the entry';
comment on column ledger_commitments.for_class is 'Given back by the class that asked for it, not by hand';
comment on column ledger_commitments.expires_on is 'Last day; what is open after it is released';
create index ix_ledger_commitments_account_id on ledger_commitments (account_id, id);
create index ix_ledger_commitments_expires_on on ledger_commitments (expires_on) where open_vnd > 0;
revoke delete, truncate on ledger_commitments from ${app_role};
insert into ledger_commitments (id, account_id, committed_vnd, open_vnd, for_class)
    select e.id, e.account_id, e.amount_vnd, e.amount_vnd, exists (select 1 from classes c where c.commitment_entry_id = e.id)
    from ledger_entries e where e.kind = 'COMMITMENT';
