-- Whose session is this, if it has not ended?
select accounts.person_id, accounts.name, accounts.role, cast(epoch(sessions.began_at) as double) as began,
       cast(epoch(sessions.seen_at) as double) as seen
from sessions
join accounts on accounts.person_id = sessions.person_id
where sessions.session_hash = $session
  and not sessions.is_over
  and sessions.began_at > to_timestamp($began_after)
  and sessions.seen_at > to_timestamp($seen_after)
  and accounts.state = 'active'
