#!/bin/sh
# Runs once, when the data volume is empty: two roles and one database, as the launcher makes them.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v owner="$OWNER_PASSWORD" -v app="$APP_PASSWORD" <<'SQL'
create role weibao_owner login nosuperuser nocreatedb nocreaterole password :'owner';
create role weibao_app login nosuperuser nocreatedb nocreaterole password :'app';
alter role weibao_app set statement_timeout = '5s';
alter role weibao_app set lock_timeout = '3s';
alter role weibao_app set idle_in_transaction_session_timeout = '10s';
create database weibao owner weibao_owner template template0;
SQL
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname weibao -f /privileges.sql
