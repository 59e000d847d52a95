-- What was scored and decided elsewhere comes by files. Nobody records the own grade, so an import knows which officer sent it.
alter table imports drop constraint ck_imports_kind;
alter table imports add constraint ck_imports_kind check (kind in ('UNITS', 'OFFICERS', 'UNIT_TASKS', 'EVALUATION_SCORES'));
alter table imports add column owner_officer_code text;
comment on column imports.owner_officer_code is 'Officer of the directory who sent the file; null if the sender is none';
