-- In how many browsers is each person logged in?
select person_id, cast(count(*) as integer) as sessions
from sessions
where not is_over
  and began_at > to_timestamp($began_after)
  and seen_at > to_timestamp($seen_after)
group by person_id
