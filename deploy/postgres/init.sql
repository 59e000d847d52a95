-- Databases and roles of the suite. Run once by the superuser; passwords come in as psql variables:
--   psql -v evaluation_owner_password=... -v evaluation_app_password=... (the same for training, selection) -v keycloak_password=... -f init.sql
-- An owner migrates (DDL); an app role only reads and writes rows. Neither is a superuser or bypasses row-level security.
create role evaluation_owner login password :'evaluation_owner_password';
create role evaluation_app login password :'evaluation_app_password';
create role training_owner login password :'training_owner_password';
create role training_app login password :'training_app_password';
create role selection_owner login password :'selection_owner_password';
create role selection_app login password :'selection_app_password';
create role keycloak login password :'keycloak_password';

create database evaluation owner evaluation_owner;
create database training owner training_owner;
create database selection owner selection_owner;
create database keycloak owner keycloak;

revoke connect on database evaluation, training, selection, keycloak from public;
grant connect on database evaluation to evaluation_app;
grant connect on database training to training_app;
grant connect on database selection to selection_app;

\connect evaluation
create extension btree_gist;
revoke create on schema public from public;
grant all on schema public to evaluation_owner;
grant usage on schema public to evaluation_app;
alter default privileges for role evaluation_owner in schema public grant select, insert, update, delete on tables to evaluation_app;
alter default privileges for role evaluation_owner in schema public grant usage, select on sequences to evaluation_app;

\connect training
create extension btree_gist;
revoke create on schema public from public;
grant all on schema public to training_owner;
grant usage on schema public to training_app;
alter default privileges for role training_owner in schema public grant select, insert, update, delete on tables to training_app;
alter default privileges for role training_owner in schema public grant usage, select on sequences to training_app;

\connect selection
create extension btree_gist;
revoke create on schema public from public;
grant all on schema public to selection_owner;
grant usage on schema public to selection_app;
alter default privileges for role selection_owner in schema public grant select, insert, update, delete on tables to selection_app;
alter default privileges for role selection_owner in schema public grant usage, select on sequences to selection_app;
