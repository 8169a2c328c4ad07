-- Which tokens has this person, the newest first?
select tokens.token_id, tokens.label, tokens.role,
       strftime(tokens.made_at at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ') as made, max(token_uses.used_on) as used
from tokens
left join token_uses on token_uses.token_id = tokens.token_id
where tokens.person = $person and tokens.token_id not in (select token_id from token_ends)
group by tokens.token_id, tokens.label, tokens.role, tokens.made_at
order by tokens.made_at desc, tokens.token_id
