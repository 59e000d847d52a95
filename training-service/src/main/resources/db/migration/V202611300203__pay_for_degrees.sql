-- Degrees are paid from the training money: commitments against accounts, spent like others, given back when the study ends.
create table degree_payments (
    commitment_entry_id uuid not null,
    training_id uuid not null,
    account_id uuid not null,
    constraint pk_degree_payments primary key (commitment_entry_id),
    constraint fk_degree_payments_commitment_entry_id foreign key (commitment_entry_id) references ledger_entries (id),
    constraint fk_degree_payments_training_id foreign key (training_id) references degree_trainings (id),
    constraint fk_degree_payments_account_id foreign key (account_id) references accounts (id)
);
comment on table degree_payments is 'Commitments of the ledger for a degree, one for each part, so that each year pays its own. What became of them the ledger says';
create index ix_degree_payments_training_id on degree_payments (training_id);
create index ix_degree_payments_account_id on degree_payments (account_id);
revoke update, delete, truncate on degree_payments from ${app_role};
