-- Money of a plan: one account per year, funding source and block; entries are added, never altered.
create table accounts (
    id uuid not null,
    plan_id uuid not null,
    block_id uuid not null,
    unit_id uuid not null,
    year int not null,
    block_code text not null,
    funding_source text not null,
    state text not null,
    allocated_vnd bigint not null default 0,
    committed_vnd bigint not null default 0,
    spent_vnd bigint not null default 0,
    last_seq bigint not null default 0,
    created_at timestamptz not null,
    created_by text not null,
    constraint pk_accounts primary key (id),
    constraint fk_accounts_plan_id foreign key (plan_id) references plans (id),
    constraint fk_accounts_block_id foreign key (block_id) references plan_blocks (id),
    constraint ux_accounts_block_unit unique (block_id, unit_id),
    constraint ck_accounts_funding_source check (funding_source in ('CITY_BUDGET', 'DISTRICT_BUDGETS')),
    constraint ck_accounts_state check (state in ('OPEN', 'PENDING_APPROVAL')),
    constraint ck_accounts_allocated check (allocated_vnd between 0 and 9007199254740991),
    constraint ck_accounts_committed check (committed_vnd >= 0),
    constraint ck_accounts_spent check (spent_vnd >= 0),
    constraint ck_accounts_limit check (committed_vnd + spent_vnd <= allocated_vnd),
    constraint ck_accounts_pending check (state = 'OPEN' or committed_vnd + spent_vnd = 0)
);
comment on table accounts is 'Sums of the ledger entries; changed only by the statement that adds the entry';
comment on column accounts.last_seq is 'Sequence of the newest entry; contiguous from 1';
create index ix_accounts_plan_id on accounts (plan_id);
create index ix_accounts_unit_id on accounts (unit_id);
create index ix_accounts_year_block_code on accounts (year, block_code, id);
revoke delete, truncate on accounts from ${app_role};

create table ledger_entries (
    id uuid not null,
    account_id uuid not null,
    seq bigint not null,
    kind text not null,
    debit text not null,
    credit text not null,
    amount_vnd bigint not null,
    description text not null,
    recorded_at timestamptz not null,
    recorded_by text not null,
    constraint pk_ledger_entries primary key (id),
    constraint fk_ledger_entries_account_id foreign key (account_id) references accounts (id),
    constraint ux_ledger_entries_account_seq unique (account_id, seq),
    constraint ck_ledger_entries_seq check (seq > 0),
    constraint ck_ledger_entries_amount check (amount_vnd between 1 and 9007199254740991),
    constraint ck_ledger_entries_sides check (
        (kind = 'ALLOCATION' and debit = 'AVAILABLE' and credit = 'APPROPRIATION')
        or (kind = 'COMMITMENT' and debit = 'COMMITTED' and credit = 'AVAILABLE'))
);
comment on table ledger_entries is 'Double entry: the amount goes from the credit side to the debit side. The run-time role may add and read, nothing else';
revoke update, delete, truncate on ledger_entries from ${app_role};
