-- What a call says of itself, and readings with a purpose: a list is no record.
alter table audit_entries
    add column organisation text,
    add column purpose text,
    add column case_number text,
    add column caller_user text,
    alter column resource_id drop not null,
    add constraint ck_audit_entries_resource check (resource_id is not null or action = 'read');
comment on column audit_entries.organisation is 'Agency that the call was made for, bound to its credential; null if it did not say';
comment on column audit_entries.purpose is 'Code of the list of purposes; always there for systems';
comment on column audit_entries.case_number is 'File or decision that justifies the call';
comment on column audit_entries.caller_user is 'Opaque id of the person at the calling system';
