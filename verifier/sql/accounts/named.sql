-- Whose account goes by this name, and what is its password's hash?
select accounts.person_id, accounts.name, accounts.role, accounts.state,
       coalesce(passwords.password_hash, '') as password_hash
from accounts
left join passwords on passwords.person_id = accounts.person_id
where accounts.name_key = $key
