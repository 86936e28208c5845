-- What a database of Weibao needs before the first migration. Run as superuser, in that database;
-- safe to repeat. `weibao_owner` makes the tables; `weibao_app` reads and writes rows and owns
-- nothing. Migrations take the right to update and delete journals away from it again.
create extension if not exists pg_trgm;
create extension if not exists btree_gist;
create extension if not exists pgcrypto;

alter schema public owner to weibao_owner;
revoke all on schema public from public;
grant usage on schema public to weibao_app;

alter default privileges for role weibao_owner
  grant select, insert, update, delete on tables to weibao_app;
alter default privileges for role weibao_owner grant usage, select on sequences to weibao_app;
