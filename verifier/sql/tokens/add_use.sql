-- Was this token used today?
insert into token_uses (token_id, used_on)
values ($token, current_date)
on conflict do nothing
