-- Which token of this person ends? None where it is somebody else's, or has ended.
insert into token_ends (token_id, person)
select token_id, $person
from tokens
where token_id = $token and person = $person and token_id not in (select token_id from token_ends)
returning token_id
