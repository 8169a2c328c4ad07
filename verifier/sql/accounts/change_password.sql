-- What is the hash of somebody's password from now on?
update passwords
set password_hash = $hash
where person_id = $person
