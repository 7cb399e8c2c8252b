delete from user_details where id not in (select id from users where id is not null)

delete from api_tokens where user_id not in (select id from users where id is not null)

delete from user_accounts where name not in (select id from users where id is not null)
