-- Which tokens of this person end, all that have not ended?
insert into token_ends (token_id, person)
select token_id, $by
from tokens
where person = $person and token_id not in (select token_id from token_ends)
