-- Whose account is this?
select person_id, name, role, state
from accounts
where person_id = $person
