-- Long-running work and imported files. A chunk is applied, marked and counted in one transaction.
create table operations (
    id uuid not null,
    kind text not null,
    state text not null,
    done bigint not null default 0,
    total bigint not null,
    progress_unit text not null,
    result_href text not null,
    problem_code text,
    problem_args jsonb,
    owner_subject text not null,
    owner_client text not null,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    constraint pk_operations primary key (id),
    constraint ck_operations_state check (state in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'PARTIAL', 'FAILED', 'CANCELLED')),
    constraint ck_operations_progress check (done between 0 and total),
    constraint ck_operations_finished check ((state in ('QUEUED', 'RUNNING')) = (finished_at is null))
);
create index ix_operations_unfinished on operations (id) where finished_at is null;
create index ix_operations_finished_at on operations (finished_at);

create table imports (
    id uuid not null,
    operation_id uuid not null,
    kind text not null,
    mode text not null,
    header jsonb not null,
    file_digest bytea not null,
    owner_subject text not null,
    owner_client text not null,
    owner_name text not null,
    owner_unit_code text,
    traceparent text,
    created int not null default 0,
    updated int not null default 0,
    unchanged int not null default 0,
    failed int not null default 0,
    constraint pk_imports primary key (id),
    constraint ux_imports_operation_id unique (operation_id),
    constraint fk_imports_operation_id foreign key (operation_id) references operations (id) on delete cascade,
    constraint ck_imports_kind check (kind in ('UNITS', 'OFFICERS')),
    constraint ck_imports_mode check (mode in ('VALIDATE', 'PARTIAL', 'ATOMIC'))
);
comment on column imports.file_digest is 'SHA-256 of the file as it was sent';

create table import_chunks (
    import_id uuid not null,
    number int not null,
    row_count int not null,
    content bytea not null,
    applied boolean not null default false,
    constraint pk_import_chunks primary key (import_id, number),
    constraint fk_import_chunks_import_id foreign key (import_id) references imports (id) on delete cascade
);
comment on table import_chunks is 'Rows of accepted files; removed when the import ends, since they hold personal data';

create table import_rows (
    import_id uuid not null,
    row_index int not null,
    ordinal int not null,
    status int not null,
    cell text not null,
    code text not null,
    args jsonb not null,
    suggestion text,
    constraint pk_import_rows primary key (import_id, row_index, ordinal),
    constraint fk_import_rows_import_id foreign key (import_id) references imports (id) on delete cascade
);
comment on table import_rows is 'Failed rows only: one entry per wrong cell, without the value';
