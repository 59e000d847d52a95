-- Exported files wait sealed and in chunks until they are fetched, at most 24 hours.
create table exports (
    id uuid not null,
    operation_id uuid not null,
    resource text not null,
    format text not null,
    unit_id uuid,
    unit_scope text,
    as_of date not null,
    known_at timestamptz not null,
    purpose text not null,
    birth_dates boolean not null,
    scope_root uuid not null,
    owner_subject text not null,
    owner_client text not null,
    owner_name text not null,
    owner_unit_code text,
    traceparent text,
    row_count bigint,
    byte_count bigint,
    digest bytea,
    constraint pk_exports primary key (id),
    constraint ux_exports_operation_id unique (operation_id),
    constraint fk_exports_operation_id foreign key (operation_id) references operations (id) on delete cascade,
    constraint ck_exports_resource check (resource in ('UNITS', 'OFFICERS')),
    constraint ck_exports_format check (format in ('CSV', 'XLSX', 'NDJSON')),
    constraint ck_exports_unit_scope check (unit_scope in ('SELF', 'CHILDREN', 'SUBTREE'))
);
comment on column exports.birth_dates is 'Whether the caller was an editor, who alone sees birth dates';
comment on column exports.scope_root is 'Unit that bounded what the caller could see; a file is not given out under another one';
comment on column exports.digest is 'SHA-256 of the file';

create table export_chunks (
    export_id uuid not null,
    number int not null,
    content bytea not null,
    constraint pk_export_chunks primary key (export_id, number),
    constraint fk_export_chunks_export_id foreign key (export_id) references exports (id) on delete cascade
);
comment on table export_chunks is 'Files, sealed with AES-256-GCM; removed 24 hours after the end of the export';
