do $make$
begin
    if exists (select 1 from pg_trigger where tgname = 'egcg_user_added' and tgrelid = 'users'::regclass) then
        return;
    end if;
    create or replace function egcg_user_changed() returns trigger language plpgsql as $changed$
    declare
        who varchar(255) := case when TG_OP = 'DELETE' then old.id else new.id end;
    begin
        if who is null then
            return null;
        end if;
        delete from api_tokens where user_id = who;
        delete from user_details where id = who;
        delete from user_accounts where name = who;
        delete from password_changes where id = who;
        insert into password_changes (id, changed) values (who, floor(extract(epoch from clock_timestamp())) + 1);
        if TG_OP = 'INSERT' then
            insert into user_accounts (name, account_id, seen, source)
                values (who, md5(random()::text || clock_timestamp()::text || who), new.pw_hash, 'local');
        end if;
        return null;
    end $changed$;
    create trigger egcg_user_removed after delete on users for each row execute procedure egcg_user_changed();
    create trigger egcg_user_added after insert on users for each row execute procedure egcg_user_changed();
end $make$
