create table class_files (
    id uuid not null,
    class_id uuid not null,
    kind text not null,
    format text not null,
    sha256 bytea not null,
    counts jsonb not null,
    failed bytea,
    sent_at timestamptz not null,
    sent_by text not null,
    constraint pk_class_files primary key (id),
    constraint fk_class_files_class_id foreign key (class_id) references classes (id),
    constraint ck_class_files_kind check (kind in ('ENROLMENTS', 'OUTCOMES'))
);
comment on table class_files is 'Files that were taken for a class; forgotten after 45 days';
comment on column class_files.failed is 'File with the refused rows, sealed; null if there were none';
create index ix_class_files_class_id on class_files (class_id);
create index ix_class_files_sent_at on class_files (sent_at);
