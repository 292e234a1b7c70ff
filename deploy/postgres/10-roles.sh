#!/bin/sh
# Run once by the image of PostgreSQL, in an empty database: the owner of the tables, and the login of the server, which owns nothing.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres -v owner_password="$DOMICILE_OWNER_PASSWORD" -v app_password="$DOMICILE_APP_PASSWORD" <<'SQL'
CREATE ROLE domicile_owner LOGIN NOSUPERUSER NOCREATEDB CREATEROLE NOBYPASSRLS PASSWORD :'owner_password';
CREATE ROLE domicile_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'app_password';
CREATE DATABASE domicile OWNER domicile_owner;
REVOKE ALL ON DATABASE domicile FROM PUBLIC;
GRANT CONNECT ON DATABASE domicile TO domicile_app;
SQL
