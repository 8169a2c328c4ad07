-- What was done about which account, the newest first?
select account_steps.step, people.name, account_steps.kind, coalesce(account_steps.role, '') as role,
       account_steps.by_person as "by",
       strftime(account_steps.stepped_at at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ') as moment
from account_steps
join people on people.person_id = account_steps.person_id
where $before is null or account_steps.step < $before
order by account_steps.step desc
limit $most
