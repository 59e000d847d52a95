-- The written round: numbers of the law, the exam of a round, papers, scripts, sheets, marks.
insert into selection_defaults (code, value, valid_from, legal_basis, mark, legal_check) values
    ('WRITTEN_MINUTES', '180', '2017-05-09', 'Ministry of Health pilot: 180 minutes', 'SECONDARY', true),
    ('WRITTEN_MAXIMUM', '100', '2017-05-09', 'Ministry of Health pilot: 100 points', 'SECONDARY', true),
    ('WRITTEN_PASS_MARK', '50', '2017-05-09', 'Ministry of Health pilot; Ba Ria - Vung Tau: 50 points to go on', 'LAW', true),
    ('WRITTEN_SPREAD_PERCENT', '10', '2017-05-09', 'Circular 06/2020/TT-BNV by analogy: two markings up to 10 % of the maximum apart are averaged', 'ASSUMED', true),
    ('WRITTEN_THIRD_MARK', 'NEAREST_TWO', '2017-05-09', 'Mean of the two nearest of three; THIRD_DECIDES is the rule for bailiffs', 'ASSUMED', true),
    ('WRITTEN_LATE_MINUTES', '30', '2017-05-09', 'Recruitment rules: who is more than 30 minutes late does not sit', 'LAW', true),
    ('WRITTEN_DEDUCTIONS', 'REPRIMAND:25,WARNING:50,SUSPENSION:100', '2017-05-09', 'Violations in the room; the forms are law, the percentages are our reading. 100 excludes', 'ASSUMED', true),
    ('OBJECTION_DAYS', '15', '2017-05-09', 'Recruitment rules, by analogy: 15 days from the publication of the results', 'ASSUMED', true),
    ('REMARK_DAYS', '15', '2017-05-09', 'Recruitment rules, by analogy: marked again within 15 days after the time for objections', 'ASSUMED', true);

create table written_exams (
    id uuid not null,
    stage text not null,
    starts_on date not null,
    starts_at time not null,
    minutes int not null,
    rules_on date not null,
    scheme bytea,
    scheme_digest text,
    first_key_officer uuid,
    first_key_subject text,
    first_key_at timestamptz,
    second_key_officer uuid,
    second_key_subject text,
    second_key_at timestamptz,
    decision_number text,
    decision_signed_on date,
    decision_issuer text,
    published_on date,
    objections_until date,
    remark_until date,
    remark_stage text not null,
    remarked_on date,
    version bigint not null,
    created_at timestamptz not null,
    created_by text not null,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint pk_written_exams primary key (id),
    constraint fk_written_exams_id foreign key (id) references rounds (id),
    constraint ck_written_exams_stage check (stage in ('PLANNED', 'HELD', 'CODED', 'MARKED', 'PUBLISHED')),
    constraint ck_written_exams_remark check (remark_stage in ('NONE', 'ASSIGNED', 'PUBLISHED')),
    constraint ck_written_exams_scheme check (num_nulls(scheme, scheme_digest) in (0, 2) and (stage = 'PLANNED' or scheme is not null)),
    constraint ck_written_exams_first_key check (num_nulls(first_key_officer, first_key_subject, first_key_at) in (0, 3)),
    constraint ck_written_exams_second_key check (num_nulls(second_key_officer, second_key_subject, second_key_at) in (0, 3)
        and (stage in ('MARKED', 'PUBLISHED')) = (second_key_officer is not null)),
    constraint ck_written_exams_two_persons check (second_key_officer is null
        or (first_key_officer is not null and first_key_officer <> second_key_officer and first_key_subject <> second_key_subject)),
    constraint ck_written_exams_published check ((stage = 'PUBLISHED') = (published_on is not null)
        and num_nulls(published_on, objections_until, remark_until, decision_number, decision_signed_on, decision_issuer) in (0, 6))
);
comment on table written_exams is 'The written round of a round; its id is that of the round';
comment on column written_exams.rules_on is 'Day whose numbers of the law hold: that of the approval of the plan';
comment on column written_exams.scheme is 'Sealed: criteria and their points';

create table papers (
    id uuid not null,
    exam_id uuid not null,
    application_id uuid not null,
    number int not null,
    room text not null,
    attendance text not null,
    minutes_late int,
    handed_in boolean not null,
    incidents int not null,
    version bigint not null,
    constraint pk_papers primary key (id),
    constraint fk_papers_exam_id foreign key (exam_id) references written_exams (id),
    constraint fk_papers_application_id foreign key (application_id) references applications (id) on delete cascade,
    constraint ux_papers_application unique (application_id),
    constraint ux_papers_exam_number unique (exam_id, number),
    constraint ck_papers_attendance check (attendance in ('EXPECTED', 'PRESENT', 'ABSENT', 'TOO_LATE')),
    constraint ck_papers_handed_in check (not handed_in or attendance = 'PRESENT')
);
comment on table papers is 'Seats of the written round. No times: they would join a paper to its script';
comment on column papers.number is 'Registration number (so bao danh), drawn';
comment on column papers.handed_in is 'Whether a script was taken in; not which one';

create table paper_violations (
    id uuid not null,
    paper_id uuid not null,
    kind text not null,
    content bytea not null,
    recorded_at timestamptz not null,
    constraint pk_paper_violations primary key (id),
    constraint fk_paper_violations_paper_id foreign key (paper_id) references papers (id) on delete cascade,
    constraint ck_paper_violations_kind check (kind in ('REPRIMAND', 'WARNING', 'SUSPENSION'))
);
comment on table paper_violations is 'Violations in the exam room; what happened and who recorded it is sealed';
create index ix_paper_violations_paper_id on paper_violations (paper_id);
revoke update on paper_violations from ${app_role};

create table scripts (
    id uuid not null,
    exam_id uuid not null,
    code text not null,
    owner bytea,
    content bytea,
    constraint pk_scripts primary key (id),
    constraint fk_scripts_exam_id foreign key (exam_id) references written_exams (id),
    constraint ux_scripts_code unique (exam_id, code),
    constraint ck_scripts_forgotten check (num_nulls(owner, content) in (0, 2))
);
comment on table scripts is 'Scripts under their codes. Random ids and no times, so that nothing follows the order of arrival';
comment on column scripts.owner is 'Sealed: the paper it belongs to';
comment on column scripts.content is 'Sealed: pages without any metadata';
revoke update on scripts from ${app_role};
grant update (owner, content) on scripts to ${app_role};

create table mark_sheets (
    id uuid not null,
    exam_id uuid not null,
    script_id uuid not null,
    phase text not null,
    turn int not null,
    officer_id uuid not null,
    code text not null,
    state text not null,
    content bytea,
    digest text,
    sealed_on date,
    version bigint not null,
    constraint pk_mark_sheets primary key (id),
    constraint fk_mark_sheets_exam_id foreign key (exam_id) references written_exams (id),
    constraint fk_mark_sheets_script_id foreign key (script_id) references scripts (id),
    constraint ux_mark_sheets_code unique (exam_id, code),
    constraint ck_mark_sheets_phase check (phase in ('MARKING', 'REMARKING')),
    constraint ck_mark_sheets_turn check (turn between 1 and 3),
    constraint ck_mark_sheets_state check (state in ('DRAFT', 'SEALED', 'DROPPED')),
    constraint ck_mark_sheets_sealed check ((state = 'SEALED') = (digest is not null) and (state = 'SEALED') = (sealed_on is not null)
        and (state <> 'SEALED' or content is not null))
);
comment on table mark_sheets is 'Sheets of markers, each under a code of its own, so that two of them cannot compare';
comment on column mark_sheets.content is 'Sealed: points, note and salt';
comment on column mark_sheets.digest is 'Commitment, made when the sheet is sealed';
create unique index ux_mark_sheets_script_turn on mark_sheets (script_id, phase, turn) where state <> 'DROPPED';
create unique index ux_mark_sheets_script_officer on mark_sheets (script_id, officer_id);
create index ix_mark_sheets_exam_officer on mark_sheets (exam_id, officer_id);

create function keep_sealed_sheet() returns trigger language plpgsql as $$
begin
    raise exception 'a sealed sheet never changes' using constraint = 'ck_mark_sheets_stay', errcode = 'check_violation';
end $$;
create trigger tr_mark_sheets_stay before update on mark_sheets for each row when (old.state = 'SEALED') execute function keep_sealed_sheet();

create table written_marks (
    id uuid not null,
    exam_id uuid not null,
    script_id uuid not null,
    phase text not null,
    content bytea not null,
    constraint pk_written_marks primary key (id),
    constraint fk_written_marks_exam_id foreign key (exam_id) references written_exams (id),
    constraint fk_written_marks_script_id foreign key (script_id) references scripts (id),
    constraint ux_written_marks_script_phase unique (script_id, phase),
    constraint ck_written_marks_phase check (phase in ('MARKING', 'REMARKING'))
);
comment on table written_marks is 'Marks of scripts; one of the second marking supersedes the first, nothing is overwritten';
comment on column written_marks.content is 'Sealed: how the mark came about';
create index ix_written_marks_exam_id on written_marks (exam_id);
revoke update on written_marks from ${app_role};
