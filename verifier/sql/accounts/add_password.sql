-- What is the hash of somebody's first password?
insert into passwords (person_id, password_hash)
select $person, $hash
where not exists (select 1 from passwords where person_id = $person)
