-- What an order of delegation says about itself, and how it can end before it begins.
alter table delegations add column decision_signed_on date;
alter table delegations add column decision_issuer text;
alter table delegations add column revoked boolean not null default false;
alter table delegations add constraint ck_delegations_decision_issuer check (length(decision_issuer) between 1 and 200);
alter table delegations drop constraint ck_delegations_validity;
alter table delegations add constraint ck_delegations_validity check (valid_to > valid_from or valid_to = valid_from and revoked);
create unique index ux_delegations_id on delegations (id) where superseded_at is null;
comment on column delegations.decision_issuer is 'Electronic identifier or name of the agency that issued the order';
comment on column delegations.revoked is 'Whether valid_to is the day of a revocation; on its first day, the order was never in force';
