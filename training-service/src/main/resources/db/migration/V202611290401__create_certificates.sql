create table certificate_keys (
    kid text not null,
    public_key bytea not null,
    private_sealed bytea,
    valid_from timestamptz not null,
    retired_at timestamptz,
    created_by text not null,
    constraint pk_certificate_keys primary key (kid),
    constraint ck_certificate_keys_public_key check (octet_length(public_key) = 32),
    constraint ck_certificate_keys_retired check ((retired_at is null) = (private_sealed is not null) and retired_at >= valid_from is not false)
);
comment on table certificate_keys is 'Ed25519 keys that sign certificates. A replaced key loses its private part and stays published for ever';
create unique index ux_certificate_keys_active on certificate_keys ((true)) where retired_at is null;
revoke update, delete, truncate on certificate_keys from ${app_role};
grant update (private_sealed, retired_at) on certificate_keys to ${app_role};

create table certificate_lists (
    list int not null,
    taken int not null,
    revision bigint not null,
    changed_at timestamptz not null,
    constraint pk_certificate_lists primary key (list),
    constraint ck_certificate_lists_list check (list > 0),
    constraint ck_certificate_lists_taken check (taken between 0 and 131072)
);
comment on table certificate_lists is 'Status lists of 131,072 places; half of them are given, by lot, so that a place says nothing';
insert into certificate_lists (list, taken, revision, changed_at) values (1, 0, 0, timestamptz '2026-01-01 00:00:00+07');
revoke delete, truncate on certificate_lists from ${app_role};

create table certificates (
    id uuid not null,
    version bigint not null,
    number text not null,
    state text not null,
    reason_code text,
    officer_id uuid not null,
    officer_code text not null,
    holder_name text not null,
    unit_id uuid not null,
    unit_code text not null,
    unit_name text not null,
    class_id uuid,
    enrolment_id uuid,
    course_title text not null,
    issued_on date not null,
    expires_on date,
    legacy_number text,
    legacy_issuer text,
    signed text,
    kid text,
    list int,
    list_index int,
    replaces_id uuid,
    created_at timestamptz not null,
    created_by text not null,
    changed_at timestamptz not null,
    constraint pk_certificates primary key (id),
    constraint fk_certificates_kid foreign key (kid) references certificate_keys (kid),
    constraint fk_certificates_list foreign key (list) references certificate_lists (list),
    constraint fk_certificates_replaces_id foreign key (replaces_id) references certificates (id),
    constraint ux_certificates_number unique (number),
    constraint ux_certificates_replaces_id unique (replaces_id),
    constraint ux_certificates_list_list_index unique (list, list_index),
    constraint ux_certificates_legacy unique (legacy_issuer, legacy_number),
    constraint ck_certificates_state check (state in ('ISSUED', 'SUSPENDED', 'REVOKED', 'LEGACY')),
    constraint ck_certificates_reason check ((reason_code is not null) = (state in ('SUSPENDED', 'REVOKED'))),
    constraint ck_certificates_kind check (
        case when legacy_number is null then num_nulls(enrolment_id, class_id, signed, kid, list, list_index) = 0 and state <> 'LEGACY'
        else num_nonnulls(enrolment_id, class_id, signed, kid, list, list_index, replaces_id) = 0 and legacy_issuer is not null
            and state in ('LEGACY', 'REVOKED') end),
    constraint ck_certificates_list_index check (list_index between 0 and 131071),
    constraint ck_certificates_expires_on check (expires_on > issued_on)
);
comment on table certificates is 'Certificates. The signed text is the content; the columns beside it only serve lists. Old ones from paper have a legacy number and no signature';
comment on column certificates.unit_id is 'Issuing unit; for old certificates the unit that recorded them';
comment on column certificates.number is 'Has 60 random bits, so that knowing one says nothing of others';
create unique index ux_certificates_enrolment_id on certificates (enrolment_id) where state in ('ISSUED', 'SUSPENDED');
create index ix_certificates_enrolment_id on certificates (enrolment_id);
create index ix_certificates_officer_id on certificates (officer_id, id);
create index ix_certificates_unit_id on certificates (unit_id, id);
create index ix_certificates_class_id on certificates (class_id, id);
create index ix_certificates_kid on certificates (kid);
create index ix_certificates_legacy_number on certificates (legacy_number);
revoke update, delete, truncate on certificates from ${app_role};
grant update (version, state, reason_code, changed_at) on certificates to ${app_role};

create table certificate_acts (
    certificate_id uuid not null,
    version bigint not null,
    act text not null,
    reason_code text,
    reason_text text,
    decision_number text not null,
    decision_signed_on date not null,
    decision_issuer text not null,
    at timestamptz not null,
    by_subject text not null,
    constraint pk_certificate_acts primary key (certificate_id, version),
    constraint fk_certificate_acts_certificate_id foreign key (certificate_id) references certificates (id),
    constraint ck_certificate_acts_act check (act in ('ISSUE', 'REVOKE', 'SUSPEND', 'RESTORE')),
    constraint ck_certificate_acts_reason check (act = 'ISSUE' or num_nulls(reason_code, reason_text) = 0)
);
comment on table certificate_acts is 'What was done with a certificate, by which decision and why';
revoke update, delete, truncate on certificate_acts from ${app_role};

create index ix_officers_officer_code on officers (officer_code);
