-- Objections to written marks. They lead to a second marking by others; its mark supersedes the first.
create table objections (
    id uuid not null,
    exam_id uuid not null,
    paper_id uuid not null,
    state text not null,
    content bytea not null,
    filed_on date not null,
    ended_on date,
    version bigint not null,
    constraint pk_objections primary key (id),
    constraint fk_objections_exam_id foreign key (exam_id) references written_exams (id),
    constraint fk_objections_paper_id foreign key (paper_id) references papers (id) on delete cascade,
    constraint ck_objections_state check (state in ('RECEIVED', 'WITHDRAWN', 'RESOLVED_ACCEPTED', 'RESOLVED_REJECTED')),
    constraint ck_objections_ended check ((state = 'RECEIVED') = (ended_on is null))
);
comment on table objections is 'Objections of candidates to their written marks; who objected is theirs to know and of who handles applications';
comment on column objections.content is 'Sealed: grounds and who filed it';
-- The same paper is not marked a third time; who withdrew may object again within the time.
create unique index ux_objections_paper on objections (paper_id) where state <> 'WITHDRAWN';
create index ix_objections_exam_id on objections (exam_id);
