-- The sheets of an agency's month go out as files, with the columns of their import.
alter table exports drop constraint ck_exports_resource;
alter table exports add constraint ck_exports_resource check (resource in ('UNITS', 'OFFICERS', 'EVALUATION_SCORES'));
alter table exports add column month date;
alter table exports add constraint ck_exports_month check ((resource = 'EVALUATION_SCORES') = (month is not null) and (month is null or unit_id is not null));
comment on column exports.month is 'First day of the month of the unit whose sheets are exported; null for other rows';
