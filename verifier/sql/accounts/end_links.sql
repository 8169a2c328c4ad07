-- Whose links lead nowhere from now on?
update account_links
set is_over = true
where person_id = $person and not is_over
