-- What are these claims about?
insert into topics
select distinct topic.topic_id, topic.measure, topic.counted, topic.item, topic.actor, topic.counterparty, topic.event
from (
    select unnest(from_json_strict($rows::json, '[{"topic_id": "varchar", "measure": "varchar", "counted": "varchar",
        "item": "varchar", "actor": "varchar", "counterparty": "varchar", "event": "varchar"}]')) as topic
)
on conflict do nothing
