-- Files in three formats, and the failed rows as they were sent. Whatever holds cells of files is sealed from now on.
alter table imports add column format text not null default 'CSV';
alter table imports alter column format drop default;
alter table imports add column separator text;
alter table imports add constraint ck_imports_format check (format in ('CSV', 'XLSX', 'NDJSON'));
comment on column imports.separator is 'Between the cells of a CSV file; null of other formats';

create table import_failures (
    import_id uuid not null,
    number int not null,
    content bytea not null,
    constraint pk_import_failures primary key (import_id, number),
    constraint fk_import_failures_import_id foreign key (import_id) references imports (id) on delete cascade
);
comment on table import_failures is 'Cells of failed rows, a chunk a row: personal data, sealed with AES-256-GCM, forgotten with the operation';

-- Rows that wait in clear cannot be read any more; their files are to be sent again.
update operations set state = 'FAILED', finished_at = now(), problem_code = 'server.internal', problem_args = '{}'
where kind = 'IMPORT' and finished_at is null;
delete from import_chunks;
comment on column import_chunks.content is 'Sealed with AES-256-GCM';
