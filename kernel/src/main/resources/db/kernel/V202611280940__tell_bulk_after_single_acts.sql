-- Events of a write of many records wait for those of single acts, so that one new unit is known everywhere at once, also during an import.
alter table outbox_events add column bulk boolean not null default false;
comment on column outbox_events.bulk is 'Written with many others; told after what single acts wrote, but never out of the order of its key';
create index ix_outbox_events_single on outbox_events (position) where not bulk;
create index ix_outbox_events_single_key on outbox_events (partition_key, position) where not bulk;
create index ix_outbox_events_bulk_key on outbox_events (partition_key, position) where bulk;
