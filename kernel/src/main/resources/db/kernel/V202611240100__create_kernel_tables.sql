-- Tables that every service has: events out, events in, audit, idempotency.
create table event_sequences (
    aggregate_id uuid not null,
    last bigint not null,
    constraint pk_event_sequences primary key (aggregate_id)
);
comment on table event_sequences is 'Last event sequence per record; its row lock makes commit order and sequence order the same';

create table outbox_events (
    position bigint generated always as identity,
    id uuid not null,
    topic text not null,
    type text not null,
    aggregate_id uuid not null,
    sequence bigint not null,
    partition_key uuid not null,
    envelope bytea not null,
    recorded_at timestamptz not null default clock_timestamp(),
    attempts int not null default 0,
    last_error text,
    retry_at timestamptz,
    constraint pk_outbox_events primary key (position),
    constraint ux_outbox_events_aggregate_sequence unique (aggregate_id, sequence)
);
comment on table outbox_events is 'Events not yet acknowledged by the broker';
create index ix_outbox_events_waiting on outbox_events (partition_key) where retry_at is not null;

create table event_log (
    position bigint generated always as identity,
    id uuid not null,
    topic text not null,
    type text not null,
    aggregate_id uuid not null,
    sequence bigint not null,
    partition_key uuid not null,
    envelope bytea not null,
    sent_at timestamptz not null default clock_timestamp(),
    constraint pk_event_log primary key (position),
    constraint ux_event_log_aggregate_sequence unique (aggregate_id, sequence)
);
comment on table event_log is 'Events acknowledged by the broker, in order of sending; refills a lost broker';

create table inbox_events (
    source text not null,
    id uuid not null,
    received_at timestamptz not null default now(),
    constraint pk_inbox_events primary key (source, id)
);
comment on table inbox_events is 'Ids of applied events; written in the transaction of the effect';

create table dead_letters (
    id uuid not null,
    topic text not null,
    partition int not null,
    record_offset bigint not null,
    record_key text,
    record_value bytea,
    error text not null,
    attempts int not null,
    state text not null default 'OPEN',
    recorded_at timestamptz not null default now(),
    ended_at timestamptz,
    constraint pk_dead_letters primary key (id),
    constraint ck_dead_letters_state check (state in ('OPEN', 'REPLAYED', 'DISCARDED'))
);
-- The digest is part of it because offsets begin anew when a broker's data is lost.
create unique index ux_dead_letters_record on dead_letters (topic, partition, record_offset, md5(coalesce(record_value, '')));
create index ix_dead_letters_open on dead_letters (recorded_at, id) where state = 'OPEN';

create table audit_entries (
    id uuid not null,
    at timestamptz not null,
    subject text not null,
    client text not null,
    action text not null,
    resource text not null,
    resource_id uuid not null,
    unit_id uuid,
    details jsonb not null,
    trace_id text not null,
    constraint pk_audit_entries primary key (id)
);
create index ix_audit_entries_resource on audit_entries (resource, resource_id, at);
comment on table audit_entries is 'Who did what; written in the transaction of the change. The run-time role may add and read, nothing else';
revoke update, delete, truncate on audit_entries from ${app_role};

create table idempotency_keys (
    scope_digest bytea not null,
    request_digest bytea not null,
    status int not null,
    body bytea not null,
    etag text,
    location text,
    created_at timestamptz not null default now(),
    constraint pk_idempotency_keys primary key (scope_digest)
);
create index ix_idempotency_keys_created_at on idempotency_keys (created_at);
comment on table idempotency_keys is 'Answers already given, sealed, under the digest of client, person, method, route and key';
