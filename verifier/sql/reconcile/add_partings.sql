-- Which claims does a person set apart from their topic, or join again, and where do they stand from then on?
insert into partings (parting, claim_id, kind, from_topic, topic_id, name, why, person)
select (select coalesce(max(parting), 0) from partings) + row_number() over (order by claim_id),
       claim_id, $kind, $from_topic, topic_id, $name, $why, $person
from (select unnest($claims::varchar[]) as claim_id, unnest($topics::varchar[]) as topic_id)
order by claim_id
