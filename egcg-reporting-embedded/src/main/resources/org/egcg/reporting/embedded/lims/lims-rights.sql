-- Tables that an earlier version made belong to the superuser.
DO $$
DECLARE
    one record;
BEGIN
    FOR one IN SELECT oid::regclass AS name FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
    LOOP
        EXECUTE format('ALTER TABLE %s OWNER TO lims_owner', one.name);
    END LOOP;
END
$$;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO lims_reader;
