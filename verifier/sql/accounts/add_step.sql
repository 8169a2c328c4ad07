-- What was done about somebody's account, by whom, and which number does it get?
insert into account_steps (step, person_id, kind, role, by_person)
select coalesce(max(step), 0) + 1, $person, $kind, $role, $by
from account_steps
