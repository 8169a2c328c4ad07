-- Would nobody be left who can let people in if it were not for this person?
select coalesce(bool_or(person_id = $person), false) and count(*) = 1 as holds
from accounts
where role = 'admin' and state = 'active'
