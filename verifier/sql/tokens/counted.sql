-- How many tokens that have not ended has each person?
select person, count(*) as tokens
from tokens
where token_id not in (select token_id from token_ends)
group by person
