-- Which of somebody's sessions end: one, all, or all but the one they are in?
update sessions
set is_over = true
where person_id = $person
  and not is_over
  and ($only is null or session_hash = $only)
  and ($but is null or session_hash <> $but)
returning session_hash as session
