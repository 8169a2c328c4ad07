-- Which of these claims stand apart now, as what, and who said so on which day?
select claim_id, name, person, strftime(said_at at time zone 'UTC', '%Y-%m-%d') as day
from standing_partings
where claim_id in (select unnest($claims::varchar[]))
