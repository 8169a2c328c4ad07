-- Who is logged in from now on, and where?
insert into sessions (session_hash, person_id, browser, began_at, seen_at)
values ($session, $person, $browser, to_timestamp($now), to_timestamp($now))
