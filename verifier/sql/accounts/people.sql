-- Who has an account, and how does it stand?
select person_id, name, role, state
from accounts
order by state = 'deactivated', name_key
