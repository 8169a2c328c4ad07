-- What was done last about any account?
select coalesce(max(step), 0) as step
from account_steps
