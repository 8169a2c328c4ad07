-- Which topics come after this id?
select topic_id
from topics
where topic_id > $after
order by topic_id
limit $most
