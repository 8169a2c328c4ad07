-- Which topics have an id that begins so?
select topic_id
from topics
where starts_with(topic_id, $prefix)
order by topic_id
limit 6
