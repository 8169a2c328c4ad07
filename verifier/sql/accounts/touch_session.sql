-- When was this session used last?
update sessions
set seen_at = to_timestamp($now)
where session_hash = $session and not is_over
