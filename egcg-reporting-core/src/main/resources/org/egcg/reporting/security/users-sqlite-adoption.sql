update api_tokens set account_id = (select account_id from user_accounts where name = user_id)
where account_id is null

insert into password_changes (id, changed)
select id, cast(strftime('%s', 'now') as integer) from user_details
where must_change = 1 and id not in (select id from password_changes)
