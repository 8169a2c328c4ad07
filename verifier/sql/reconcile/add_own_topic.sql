-- What is the topic of the claims that are set apart from `from_topic`? As that one, but measured as no article says.
insert into topics
select $topic, concat(measure, ' ', $words), counted, item, actor, counterparty, event
from topics
where topic_id = $from_topic
on conflict do nothing
