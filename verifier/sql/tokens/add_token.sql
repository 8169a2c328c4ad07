-- Which token lets programs in from now on, in whose name, and to do what at most?
insert into tokens (token_id, token_hash, person, role, label)
values ($token, $hash, $person, $role, $label)
