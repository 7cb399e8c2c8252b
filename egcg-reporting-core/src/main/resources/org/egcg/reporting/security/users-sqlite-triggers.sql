create trigger if not exists egcg_user_removed after delete on users when old.id is not null
begin
    delete from api_tokens where user_id = old.id;
    delete from user_details where id = old.id;
    delete from user_accounts where name = old.id;
    delete from password_changes where id = old.id;
    insert into password_changes (id, changed) values (old.id, cast(strftime('%s', 'now') as integer) + 1);
end


create trigger if not exists egcg_user_added after insert on users when new.id is not null
begin
    delete from api_tokens where user_id = new.id;
    delete from user_details where id = new.id;
    delete from user_accounts where name = new.id;
    delete from password_changes where id = new.id;
    insert into user_accounts (name, account_id, seen, source)
        values (new.id, lower(hex(randomblob(16))), new.pw_hash, 'local');
    insert into password_changes (id, changed) values (new.id, cast(strftime('%s', 'now') as integer) + 1);
end
