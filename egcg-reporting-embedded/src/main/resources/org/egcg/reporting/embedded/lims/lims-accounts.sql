-- Who owns the LIMS' tables, and who reads them. Run at each start, also over databases of earlier versions.
DO $$
BEGIN
    IF to_regrole('lims_owner') IS NULL THEN
        CREATE ROLE lims_owner;
    END IF;
    IF to_regrole('lims_reader') IS NULL THEN
        CREATE ROLE lims_reader;
    END IF;
END
$$;
ALTER ROLE lims_owner NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE lims_reader LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT;
ALTER ROLE lims_reader SET default_transaction_read_only = on;
REVOKE ALL ON DATABASE postgres FROM PUBLIC;
GRANT CONNECT ON DATABASE postgres TO lims_reader;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO lims_owner;
GRANT USAGE ON SCHEMA public TO lims_reader;
