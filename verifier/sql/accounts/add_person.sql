-- Who is to have an account?
insert into people (person_id, name, name_key)
values ($person, $name, $key)
