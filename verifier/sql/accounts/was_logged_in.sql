-- Was this browser logged in as this person before, however that session ended?
select exists (select 1 from sessions where session_hash = $session and person_id = $person) as holds
