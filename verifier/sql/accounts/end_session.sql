-- Which session ends, whosever it is?
update sessions
set is_over = true
where session_hash = $session and not is_over
