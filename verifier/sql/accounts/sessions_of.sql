-- Where is somebody logged in?
select session_hash as session, browser,
       strftime(began_at at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ') as began,
       strftime(seen_at at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ') as seen
from sessions
where person_id = $person
  and not is_over
  and began_at > to_timestamp($began_after)
  and seen_at > to_timestamp($seen_after)
order by seen_at desc, session_hash
