create table vacancies (
    id uuid not null,
    unit_id uuid not null,
    unit_code text not null,
    unit_name text not null,
    unit_type text not null,
    post_title text not null,
    post_title_plain text not null,
    positions int not null,
    minimum_candidates int not null,
    legal_basis text not null,
    decision_number text not null,
    decision_signed_on date not null,
    decision_issuer text not null,
    state text not null,
    announced_on date,
    dossiers_from date,
    dossiers_to date,
    media text[],
    version bigint not null,
    created_at timestamptz not null,
    created_by text not null,
    changed_at timestamptz not null,
    changed_by text not null,
    constraint pk_vacancies primary key (id),
    constraint ck_vacancies_post_title check (post_title <> ''),
    constraint ck_vacancies_positions check (positions >= 1),
    constraint ck_vacancies_minimum_candidates check (minimum_candidates >= 2),
    constraint ck_vacancies_state check (state in ('DRAFT', 'ANNOUNCED')),
    constraint ck_vacancies_announcement_complete check (
        num_nulls(announced_on, dossiers_from, dossiers_to, media) = case state when 'DRAFT' then 4 else 0 end),
    constraint ck_vacancies_dossiers_after_announcement check (announced_on <= dossiers_from),
    constraint ck_vacancies_dossiers_order check (dossiers_from <= dossiers_to),
    constraint ck_vacancies_media check (media <@ array['MASS_MEDIA', 'WEB_SITE', 'NOTICE_BOARD'] and cardinality(media) > 0)
);
comment on table vacancies is 'Posts to be filled by competitive selection. The unit is a snapshot of the directory at creation';
comment on column vacancies.post_title_plain is 'Title in lower case without accents, for search';
comment on column vacancies.minimum_candidates is 'Fewest candidates for each position; below it the selection is suspended';

-- Two vacancies for one post under one decision would be announced twice; a closed one (a later state) may be opened again.
create unique index ux_vacancies_unit_title_decision
    on vacancies (unit_id, lower(post_title), decision_number) where state in ('DRAFT', 'ANNOUNCED');
create index ix_vacancies_unit_id on vacancies (unit_id);
create index ix_vacancies_announced_on on vacancies (coalesce(announced_on, 'infinity'), id);
create index ix_vacancies_post_title on vacancies (post_title collate "vi-x-icu", id);
